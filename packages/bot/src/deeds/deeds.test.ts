import {
  type Member,
  RECORD_VERSION,
  type RecordId,
  recordIdOf,
  type StandingFact,
  type Statement,
} from "@gongkai/schema";
import { expect, test } from "vitest";
import type { LedgerPlan, LedgerVerb } from "../dialogue/plan.ts";
import { OFFICE, PEOPLE, type PersonId } from "../dialogue/rehearsal.contract.ts";
import { attestNil } from "./attest-nil.ts";
import { correctRecord } from "./correct-record.ts";
import { recordFacts } from "./record-facts.ts";
import { restoreRecord } from "./restore-record.ts";
import type { Deed, Scene } from "./scene.ts";
import { withdrawRecord } from "./withdraw-record.ts";

const id = (source: string): RecordId => recordIdOf({ organ: OFFICE.key, source, line: 0 });
const FIGURE = {
  kind: "figure-reported",
  indicator: "permit.decided",
  quantity: 3,
  period: "2026-03-04",
  channel: null,
  outcome: null,
} as const;
const NIL = { kind: "nil-attested", indicator: "permit.decided", period: "2026-03" } as const;
const now = "2026-03-04T10:30:00+08:00";

function standing(
  source: string,
  fact: typeof FIGURE | typeof NIL,
  by: PersonId,
): StandingFact & { withdrawn: boolean } {
  const record: StandingFact["record"] = {
    v: RECORD_VERSION,
    id: id(source),
    organ: OFFICE.key,
    section: PEOPLE[by].section,
    by,
    saidAt: now,
    writtenAt: now,
    source,
    line: 0,
    periodImplied: false,
    wordsDigest: null,
    states: fact,
  };
  return { id: id(source), seq: 1, record, fact, correctedBy: null, withdrawn: false };
}
const KEPT = [standing("figure", FIGURE, "zhao"), standing("nil", NIL, "zhao")];

const scene = (by: PersonId, closed: readonly string[] = []): Scene => {
  const member: Member = { ...PEOPLE[by], roles: [...PEOPLE[by].roles] };
  return {
    office: OFFICE,
    member,
    source: "s",
    writtenAt: now,
    closed: new Set(closed),
    find: (wanted) => KEPT.find((each) => each.id === wanted),
  };
};
const plan = (verb: LedgerVerb, states: Statement): LedgerPlan => ({
  do: verb,
  id: id("s"),
  line: 0,
  section: "office",
  saidAt: now,
  periodImplied: false,
  words: null,
  states,
  person: null,
});

const DEEDS: readonly (readonly [LedgerVerb, Deed, Statement])[] = [
  ["record-facts", recordFacts, FIGURE],
  ["attest-nil", attestNil, NIL],
  ["correct-record", correctRecord, { kind: "corrected", target: id("figure"), becomes: { ...FIGURE, quantity: 4 } }],
  ["withdraw-record", withdrawRecord, { kind: "withdrawn", target: id("figure") }],
  ["restore-record", restoreRecord, { kind: "restored", target: id("figure") }],
];

test.each(DEEDS)("%s is refused in a closed month and done in an open one", (verb, deed, states) => {
  expect(() => deed(scene("clerk", ["2026-03"]), plan(verb, states))).toThrow(
    expect.objectContaining({ code: "MONTH_CLOSED" }),
  );
  expect(deed(scene("clerk"), plan(verb, states)).record.states).toEqual(states);
});

test.each(DEEDS.slice(2))("%s of another's figure is refused without the right", (verb, deed, states) => {
  expect(() => deed(scene("wang"), plan(verb, states))).toThrow(expect.objectContaining({ code: "NOT_ALLOWED" }));
});

test("a stated zero ends and comes back with the right to report", () => {
  const target = id("nil");
  expect(withdrawRecord(scene("wang"), plan("withdraw-record", { kind: "withdrawn", target })).record.by).toBe("wang");
  expect(restoreRecord(scene("wang"), plan("restore-record", { kind: "restored", target })).record.by).toBe("wang");
  expect(() => restoreRecord(scene("admin"), plan("restore-record", { kind: "restored", target }))).toThrow(
    expect.objectContaining({ code: "NOT_ALLOWED" }),
  );
});
