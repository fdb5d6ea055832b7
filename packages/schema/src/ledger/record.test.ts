import { expect, test } from "vitest";
import { LedgerRecord, RECORD_VERSION } from "./record.ts";

const record = {
  v: RECORD_VERSION,
  id: "r:demo:m1:0",
  organ: "demo",
  section: "permits",
  by: "zhang.san",
  saidAt: "2025-03-04T10:30:00+08:00",
  writtenAt: "2025-03-04T10:30:01+08:00",
  source: "wecom:m1",
  line: 0,
  periodImplied: false,
  wordsDigest: null,
  states: {
    kind: "figure-reported",
    indicator: "permit.decided",
    quantity: 5,
    period: "2025-03",
    channel: null,
    outcome: null,
  },
};

// biome-ignore format: the columns are the test
test.each<[string, object]>([
  ["as it is",                       {}],
  ["no section: an opening balance", { section: "" }],
  ["a moment in UTC",                { saidAt: "2025-03-04T02:30:00Z" }],
  ["words bound by their digest",    { wordsDigest: "a".repeat(64) }],
  ["zero pieces",                    { states: { ...record.states, quantity: 0 } }],
  ["an indicator of the office",     { states: { ...record.states, indicator: "own.visits_2" } }],
])("a record is accepted: %s", (_, change) => {
  const changed = { ...record, ...change };
  expect(LedgerRecord.parse(changed)).toEqual(changed);
});

// biome-ignore format: the columns are the test
test.each<[string, object]>([
  ["half a piece",                    { states: { ...record.states, quantity: 0.5 } }],
  ["a negative count",                { states: { ...record.states, quantity: -1 } }],
  ["more than can be counted",        { states: { ...record.states, quantity: 2 ** 53 } }],
  ["a count in words",                { states: { ...record.states, quantity: "5" } }],
  ["a month that does not exist",     { states: { ...record.states, period: "2025-13" } }],
  ["a channel nobody has",            { states: { ...record.states, channel: "telegraph" } }],
  ["a kind nobody knows",             { states: { ...record.states, kind: "figure-guessed" } }],
  ["no figure at all",                { states: { kind: "figure-reported" } }],
  ["a cell outside the form",         { states: { kind: "cell-counted", cell: "t3.deny_process.sub", quantity: 1, period: "2025" } }],
  ["a report before there was a law", { states: { kind: "figure-published", year: 2007, figure: "t2.norm.valid", quantity: 1 } }],
  ["a section of the report nobody writes", { states: { kind: "text-stored", year: 2025, key: "七", text: "无" } }],
  ["an outcome outside the form",     { states: { kind: "application-answered", case: "A-2025-0001", outcome: "granted", on: "2025-03-04" } }],
  ["a case number of another form",   { states: { kind: "application-opened", case: "2025-1", applicant: null, via: null, receivedOn: "2025-03-04" } }],
  ["a correction of a correction",    { states: { kind: "corrected", target: "r:demo:m0:0", becomes: { kind: "withdrawn", target: "r:demo:m0:0" } } }],
  ["a month reopened with its reason, which could never be erased", { states: { kind: "month-reopened", month: "2025-03", reason: "张三补报" } }],
  ["a target that is no record",      { states: { kind: "withdrawn", target: "m0" } }],
  ["an id that is no id",             { id: "m1" }],
  ["an organ in capitals",            { organ: "Demo" }],
  ["nobody spoke",                    { by: "" }],
  ["a day where a moment is due",     { saidAt: "2025-03-04" }],
  ["a moment of no zone",             { saidAt: "2025-03-04T10:30:00" }],
  ["a digest that is none",           { wordsDigest: "abc" }],
  ["a line before the first",         { line: -1 }],
  ["words inside the chain",          { words: "今天办结5件" }],
])("a record is refused: %s", (_, change) => {
  expect(LedgerRecord.safeParse({ ...record, ...change }).success).toBe(false);
});
