import {
  CHANNELS,
  type ChainedRecord,
  type Channel,
  type Fact,
  Office,
  RECORD_VERSION,
  type RecordId,
  recordIdOf,
  type Statement,
} from "@gongkai/schema";

export const MADE_YEAR = 2025;
const ORGAN = "bench";
const SECTIONS = ["office", "permit", "legal", "market", "trade", "disclosure", "finance", "personnel"] as const;
/** Flows that people report by the day, and whether they come by channel. */
const FLOWS = [
  ["disclosure.policy_interpretation", true],
  ["disclosure.other", true],
  ["newmedia.post", true],
  ["interaction.message", false],
  ["interaction.hotline_consult", false],
  ["interaction.online_consult", false],
  ["service.online", false],
  ["publicity.interview", false],
  ["info.reviewed", true],
  ["info.cleared", true],
  ["permit.decided", false],
  ["penalty.decided", false],
  ["coercion.decided", false],
  ["training.held", false],
  ["inspection.held", false],
] as const;

export const MADE_OFFICE = Office.parse({
  key: ORGAN,
  name: "测速用样例机关",
  sections: SECTIONS.map((key) => ({ key, label: key, reports: ["penalty.decided"] })),
});

/** What a record comes to when everything after it has been played: as a table of sums would hold it. */
export type MadeLine = Readonly<{
  section: string;
  indicator: string;
  channel: Channel | null;
  period: string;
  quantity: number;
}>;
type Made = Pick<ChainedRecord, "seq" | "record">;
export type MadePage = Readonly<{ records: readonly Made[]; standing: readonly MadeLine[] }>;

/** A well mixed number for a place: the same ledger in every run, with no generator to carry along. */
function mixed(place: number, salt: number): number {
  let bits = Math.imul(place + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 1, 0xc2b2ae35);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return (bits ^ (bits >>> 15)) >>> 0;
}

type Kind = "figure" | "withdrawn" | "corrected";
const REACH = 40; // how far back a slip is noticed
/** One in a hundred is taken back, one in two hundred is mended, as in the sample year. */
function kindAt(place: number): Kind {
  if (place < REACH) return "figure";
  const share = mixed(place, 0) % 200;
  if (share > 2 || kindAt(place - REACH) !== "figure") return "figure";
  return share === 2 ? "corrected" : "withdrawn";
}

const pick = <T>(from: readonly T[], place: number, salt: number): T => {
  const picked = from[mixed(place, salt) % from.length];
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
};

const DAYS = Array.from({ length: 365 }, (_, day) =>
  new Date(Date.UTC(MADE_YEAR, 0, 1 + day)).toISOString().slice(0, 10),
);

function lineAt(place: number): MadeLine {
  const [indicator, byChannel] = pick(FLOWS, place, 1);
  return {
    section: pick(SECTIONS, place, 2),
    indicator,
    channel: byChannel ? pick([null, ...CHANNELS], place, 3) : null,
    period: pick(DAYS, place, 4),
    quantity: 1 + (mixed(place, 5) % 20),
  };
}

const idAt = (place: number): RecordId => recordIdOf({ organ: ORGAN, source: `m${place}`, line: 0 }) as RecordId; // an id by its maker

const factOf = ({ indicator, channel, period, quantity }: MadeLine): Fact => ({
  kind: "figure-reported",
  indicator,
  quantity,
  period,
  channel,
  outcome: null,
});
const mended = (line: MadeLine): MadeLine => ({ ...line, quantity: line.quantity + 1 });

function statesAt(place: number): Statement {
  switch (kindAt(place)) {
    case "figure":
      return factOf(lineAt(place));
    case "withdrawn":
      return { kind: "withdrawn", target: idAt(place - REACH) };
    case "corrected":
      return { kind: "corrected", target: idAt(place - REACH), becomes: factOf(mended(lineAt(place - REACH))) };
  }
}

function recordAt(place: number): Made {
  const moment = `${pick(DAYS, place, 4)}T09:00:00+08:00`;
  return {
    seq: place + 1,
    record: {
      v: RECORD_VERSION,
      id: idAt(place),
      organ: ORGAN,
      section: lineAt(place).section,
      by: `member${mixed(place, 6) % 300}`,
      saidAt: moment,
      writtenAt: moment,
      source: `m${place}`,
      line: 0,
      periodImplied: false,
      wordsDigest: null,
      states: statesAt(place),
    },
  };
}

/** What stands of a place: nothing for a record that only speaks of another. */
function standingAt(place: number, count: number): readonly MadeLine[] {
  if (kindAt(place) !== "figure") return [];
  const later = place + REACH < count ? kindAt(place + REACH) : "figure";
  if (later === "withdrawn") return [];
  return [later === "corrected" ? mended(lineAt(place)) : lineAt(place)];
}

/** Page `at` of a ledger of `count` records. */
export function madePage(at: number, size: number, count: number): MadePage {
  const places = Array.from({ length: Math.min(size, count - at * size) }, (_, place) => at * size + place);
  return { records: places.map(recordAt), standing: places.flatMap((place) => standingAt(place, count)) };
}
