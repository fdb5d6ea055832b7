import type { Fact, StandingFact } from "@gongkai/schema";
import type { Change, Item, RecordPart } from "../utterance/meaning.ts";
import { admit } from "./admit.ts";
import { BARE_ITEM } from "./bare-item.ts";
import { changedFact } from "./change-fact.ts";
import type { Said } from "./conversation.ts";
import { correctRecord } from "./mend.ts";
import { standingOf } from "./standing-records.ts";
import { sectionOf, talkedQuantity } from "./stated-fact.ts";
import type { Work } from "./work.ts";

type Figure = Extract<Fact, { kind: "figure-reported" }>;
type Split = Readonly<{ quantity: number; set: Change }>;

/** The parts with their figures, in the unit of talk: what is left makes one more, which stays as the record was. */
function figured({ view }: Work, fact: Figure, parts: readonly RecordPart[]): readonly Split[] | undefined {
  const whole = talkedQuantity(view, fact);
  if (whole === undefined) return undefined;
  const counted = parts.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
  const open = parts.filter(({ quantity }) => quantity === null).length;
  const left = whole - counted;
  if (open > 1 || left < 0 || (open === 1 && left === 0) || (open === 0 && left > 0 && parts.length > 1))
    return undefined;
  const split = parts.map(({ quantity, set, step }) => ({
    quantity: quantity ?? left,
    set: { ...set, ...stepOf(fact, step) },
  }));
  return open === 0 && left > 0 ? [{ quantity: left, set: {} }, ...split] : split;
}

/** 另一个是废止, 那1件是纠错: of the same kind of document or dispute. */
function stepOf({ indicator }: Figure, step: RecordPart["step"]): Change {
  const [, family = ""] =
    /^(doc\.(?:normative|regulation)_)(?:made|repealed)$|^((?:review|litigation)\.)(?:upheld|corrected|other)$/u
      .exec(indicator)
      ?.filter(Boolean) ?? [];
  const fits = family.startsWith("doc.") === /^(?:made|repealed)$/u.test(step ?? "");
  return step && family !== "" && fits ? { indicator: `${family}${step}` as NonNullable<Change["indicator"]> } : {}; // of the catalogue
}

const says = (fact: Figure, { indicator, channel, period }: Change): boolean =>
  (indicator === undefined || indicator === fact.indicator) &&
  (channel === undefined || channel === fact.channel) &&
  (period === undefined || period === fact.period);

const said = <T>(value: T, text: string) => ({ value, certainty: "said", text }) as const;

/** The records this speaker spoke of last. */
function lastSpoken({ state, view }: Work): readonly StandingFact[] {
  const [done] = state.done;
  return standingOf(view, [...(done?.recorded ?? []), ...(done?.corrected ?? []).map(({ record }) => record)]);
}

/** 抖音是3条，剩下2条是公众号的, of the 5 kept just now: the record keeps its own part, each other part becomes one. False: it fits none. */
export function splitLast(work: Work, parts: readonly RecordPart[]): boolean {
  const fitting = lastSpoken(work).filter((each) => splitOf(work, each, parts) !== undefined);
  const [only, another] = fitting;
  return only !== undefined && another === undefined && splitRecord(work, only, parts, work.said);
}

function splitOf(work: Work, { fact }: StandingFact, parts: readonly RecordPart[]): readonly Split[] | undefined {
  if (fact.kind !== "figure-reported") return undefined;
  const split = figured(work, fact, parts);
  const own = split?.filter(({ set }) => says(fact, set)) ?? [];
  const changes = split?.every(({ set }) => "fact" in changedFact(work.view, fact, set));
  return split && split.length > 1 && own.length === 1 && changes ? split : undefined;
}

export function splitRecord(work: Work, standing: StandingFact, parts: readonly RecordPart[], opening: Said): boolean {
  const { fact } = standing;
  const split = splitOf(work, standing, parts);
  if (!split || fact.kind !== "figure-reported") return false;
  const own = split.find(({ set }) => says(fact, set));
  const plans = work.plans.length;
  correctRecord(work, standing, { quantity: own?.quantity ?? 0 }, opening);
  if (work.plans.length === plans) return true; // refused, and said so
  const section = sectionOf(work.view, { section: null }) ?? standing.record.section;
  for (const part of split)
    if (part !== own) admit(work, itemOf(work, fact, part), opening, { section, overlap: true, year: true });
  work.act = "correct";
  return true;
}

function itemOf({ turn: { text } }: Work, fact: Figure, { quantity, set }: Split): Item {
  const indicator = (set.indicator ?? fact.indicator) as Item["indicator"]["value"]; // of a fact that stands
  const channel = set.channel ?? fact.channel;
  return {
    ...BARE_ITEM,
    indicator: said(indicator, text),
    quantity: said(quantity, text),
    period: said(set.period ?? fact.period, text),
    channel: channel === null ? null : said(channel, text),
    outcome: fact.outcome === null ? null : said(fact.outcome, text),
    text,
  };
}
