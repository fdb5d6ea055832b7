import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TALK_OFFICE, TALK_PEOPLE } from "../../../../test/support/a-talk.ts";
import type { Tap } from "../dialogue/turn.ts";
import type { Home } from "../store/home.ts";
import { openHome } from "../store/open-home.ts";
import { converse } from "./converse.ts";
import { standingEntries } from "./standing-entries.ts";
import { type TalkingOffice, talkingOffice } from "./talking-office.ts";

const NOW = "2026-03-31T10:30:00+08:00";
const SPEAKERS = ["wangfang", "sunhai", "guojing"] as const; // two of one section, and the disclosure office
type Speaker = (typeof SPEAKERS)[number];

let home: Home;
let data: string;
let organs = 0;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "gongkai-deliveries-"));
  home = await openHome({ data });
});
afterAll(async () => {
  await home.close();
  rmSync(data, { recursive: true });
});

const words = fc.constantFrom(
  "今天许可办结12件",
  "3月许可20件",
  "代法规科报3月处罚2件",
  "3月处罚0件",
  "公众号发了3条",
  "发了3条新媒体",
  "公众号，另外处罚1件",
  "改成13件",
  "撤销",
  "恢复",
  "替换",
  "替换，另外处罚3件",
  "另外再加",
  "就是这些",
  "确认",
  "不是",
  "本月无",
  "3月结账",
  "打开3月，原因是漏报",
  "3月2日许可2件\n处罚若干件\n3月3日公众号3条",
);
/** `back`: how many of the speaker's own messages ago the tapped card was sent; -1 taps a card of somebody else. */
type Press = Readonly<{ back: number; place: number; does: "option" | "undo" | "change"; key: string }>;
const press = fc.record({
  back: fc.integer({ min: -1, max: 4 }),
  place: fc.nat({ max: 1 }),
  does: fc.constantFrom("option" as const, "option" as const, "undo" as const, "change" as const),
  key: fc.constantFrom("yes", "no", "replace", "add", "same", "0", "1", "keep", "hold", "none", "all", "no such key"),
});
const turns = fc.array(
  fc.record({ by: fc.constantFrom(...SPEAKERS), does: fc.oneof({ weight: 3, arbitrary: words }, press) }),
  {
    maxLength: 14,
  },
);
type Delivery = Readonly<{ source: string; by: Speaker; text: string; tap?: Tap }>;

/** What arrives: each speaker's own things in order, and taps that name cards by the message they answered. */
function deliveriesOf(said: readonly Readonly<{ by: Speaker; does: string | Press }>[]): readonly Delivery[] {
  return said.map(({ by, does }, at): Delivery => {
    const source = `m${at}`;
    if (typeof does === "string") return { source, by, text: does };
    const earlier = said.flatMap((each, place) =>
      place < at && (each.by === by) === does.back >= 0 ? [`m${place}`] : [],
    );
    const about = earlier.at(-1 - Math.max(0, does.back)) ?? "m-none";
    const tap: Tap =
      does.does === "option"
        ? { tap: "option", question: `${about}#${does.place}`, key: does.key }
        : { tap: does.does, source: about, version: 0 };
    return { source, by, text: "", tap };
  });
}

function newOffice(): { first: TalkingOffice; second: TalkingOffice } {
  organs += 1;
  const office = { ...TALK_OFFICE, key: `bureau-${organs}` };
  return { first: talkingOffice(office, () => TALK_PEOPLE), second: talkingOffice(office, () => TALK_PEOPLE) };
}
const deliver = (office: TalkingOffice, { source, by, text, tap }: Delivery) =>
  home.transact(office.office.key, (tx) =>
    converse(
      tx,
      office,
      TALK_PEOPLE.find(({ id }) => id === by),
      { source, from: by, text, now: NOW, ...(tap ? { tap } : {}) },
    ),
  );
const reflect = (office: TalkingOffice) => home.transact(office.office.key, (tx) => office.mirror.catchUp(tx));
const naming = (office: TalkingOffice) => ({ catalogue: office.catalogue, nameOf: () => null });

const again = fc.array(fc.record({ after: fc.nat({ max: 13 }), ago: fc.nat({ max: 6 }) }), { maxLength: 10 });

test("however messages and taps are repeated and mixed, the ledger is that of each once, in order, and counts nothing twice", async () => {
  await fc.assert(
    fc.asyncProperty(turns, again, async (said, repeats) => {
      const serial = deliveriesOf(said);
      const once = newOffice().first;
      for (const each of serial) await deliver(once, each);

      const { first, second } = newOffice(); // two processes on one ledger
      const arriving = serial.flatMap((each, at) => [
        each,
        ...repeats.filter(({ after }) => after === at).flatMap(({ ago }) => serial[at - ago] ?? []),
      ]);
      await Promise.all(arriving.map((each, at) => deliver(at % 2 === 0 ? first : second, each)));

      const [expected, found] = [await reflect(once), await reflect(first)];
      expect(standingEntries(found.facts, naming(first))).toEqual(standingEntries(expected.facts, naming(once)));
      expect([...found.closed]).toEqual([...expected.closed]);
      const records = await home.recordsAfter(first.office.key, 0);
      expect(new Set(records.map(({ record }) => record.id)).size).toBe(records.length);
      expect(found.fold.figures(2026, new Set()).overlaps).toEqual([]);
      expect((await reflect(second)).hash).toBe(found.hash);
    }),
    { numRuns: 40 },
  );
});
