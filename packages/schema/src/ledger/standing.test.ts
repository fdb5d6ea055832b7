import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fact } from "./fact.ts";
import { type ChainedRecord, type LedgerRecord, RECORD_VERSION, type Statement } from "./record.ts";
import { standingFacts } from "./standing.ts";

const id = (seq: number) => `r:demo:m${seq}:0`;
const permits = (quantity: number): Fact => ({
  kind: "figure-reported",
  indicator: "permit.decided",
  quantity,
  period: "2025-03",
  channel: null,
  outcome: null,
});
const recordOf = (seq: number, states: Statement): LedgerRecord => ({
  v: RECORD_VERSION,
  id: id(seq),
  organ: "demo",
  section: "permits",
  by: "zhang.san",
  saidAt: "2025-03-04T10:30:00+08:00",
  writtenAt: "2025-03-04T10:30:00+08:00",
  source: `m${seq}`,
  line: 0,
  periodImplied: false,
  wordsDigest: null,
  states,
});
const ledger = (...states: readonly Statement[]): Pick<ChainedRecord, "seq" | "record">[] =>
  states.map((said, index) => ({ seq: index + 1, record: recordOf(index + 1, said) }));
const quantities = (...states: readonly Statement[]) =>
  [...standingFacts(ledger(...states))].map(({ fact }) => (fact.kind === "figure-reported" ? fact.quantity : null));

const withdrawn = (seq: number): Statement => ({ kind: "withdrawn", target: id(seq) });
const restored = (seq: number): Statement => ({ kind: "restored", target: id(seq) });
const corrected = (seq: number, becomes: Fact): Statement => ({ kind: "corrected", target: id(seq), becomes });

// biome-ignore format: the columns are the test
test.each<[string, readonly Statement[], readonly number[]]>([
  ["what was said stands, in ledger order",       [permits(3), permits(5)],                                             [3, 5]],
  ["a withdrawal takes it away",                  [permits(3), permits(5), withdrawn(1)],                               [5]],
  ["a restoration brings it back at its place",   [permits(3), permits(5), withdrawn(1), restored(1)],                  [3, 5]],
  ["the latest correction stands",                [permits(3), corrected(1, permits(4)), corrected(1, permits(6))],     [6]],
  ["a correction of a withdrawn record leaves it withdrawn", [permits(3), withdrawn(1), corrected(1, permits(4))],      []],
  ["and it comes back in its new wording",        [permits(3), withdrawn(1), corrected(1, permits(4)), restored(1)],    [4]],
  ["a statement about an unknown record is idle", [permits(3), withdrawn(9), corrected(9, permits(4)), restored(9)],    [3]],
  ["a month closed or reopened is no fact",       [permits(3), { kind: "month-closed", month: "2025-03" }, { kind: "month-reopened", month: "2025-03" }], [3]],
  ["withdrawn twice and restored once, it stands", [permits(3), withdrawn(1), withdrawn(1), restored(1)],               [3]],
])("%s", (_, states, standing) => {
  expect(quantities(...states)).toEqual(standing);
});

test("a fact knows the record it was first written in and the correction that gave it its wording", () => {
  const [standing] = standingFacts(ledger(permits(3), corrected(1, permits(4))));
  expect(standing).toMatchObject({ id: id(1), seq: 1, correctedBy: id(2), fact: { quantity: 4 } });
  expect(standing?.record.states).toEqual(permits(3));
});

test("a withdrawn fact can be found by its id and says that it is withdrawn", () => {
  const facts = standingFacts(ledger(permits(3), withdrawn(1)));
  expect(facts.find(id(1))).toMatchObject({ withdrawn: true, fact: { quantity: 3 } });
  expect(facts.find(id(7))).toBeUndefined();
});

test("a ledger read piece by piece stands as one read at once, and each fact stands at most once", () => {
  const seq = fc.integer({ min: 1, max: 12 });
  const statement: fc.Arbitrary<Statement> = fc.oneof(
    fc.nat({ max: 9 }).map(permits),
    seq.map(withdrawn),
    seq.map(restored),
    fc.tuple(seq, fc.nat({ max: 9 })).map(([target, quantity]) => corrected(target, permits(quantity))),
  );
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 20 }), fc.nat({ max: 20 }), (states, cut) => {
      const records = ledger(...states);
      const whole = [...standingFacts(records)];
      const pieces = standingFacts(records.slice(0, cut));
      for (const record of records.slice(cut)) pieces.add(record);
      expect([...pieces]).toEqual(whole);
      expect(new Set(whole.map((standing) => standing.id)).size).toBe(whole.length);
      const told = states.filter(({ kind }) => kind === "figure-reported").length;
      const back = [...whole.map(({ seq: at }) => at)].sort((left, right) => left - right);
      expect(whole.map(({ seq: at }) => at)).toEqual(back);
      expect(whole.length).toBeLessThanOrEqual(told);
    }),
  );
});
