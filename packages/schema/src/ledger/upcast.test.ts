import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CASE_STEPS } from "../cases/case-fact.ts";
import { canonicalJson } from "./canonical-json.ts";
import { Fact, MonthClosed, MonthReopened } from "./fact.ts";
import { Corrected, LedgerRecord, RECORD_VERSION, Restored, Withdrawn } from "./record.ts";
import { upcast } from "./upcast.ts";

/** Records as a version stored them. Lines are added for new fields and kinds; no line is ever changed. */
const frozen = (version: number) =>
  readFileSync(new URL(`frozen-v${version}.jsonl`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
const FIRST = frozen(1);
const FROZEN = frozen(2);

test("every record ever stored in this version is still read, to the letter", () => {
  for (const line of FROZEN) expect(canonicalJson(upcast(JSON.parse(line)))).toBe(line);
});

test("every record ever stored in version 1 is read as today's; only why a month was reopened is left to its words", () => {
  for (const line of FIRST) {
    const today = line.replace('"v":1,', '"v":2,').replace(/,"reason":"[^"]*"(?=\},"v")/, "");
    expect(canonicalJson(upcast(JSON.parse(line)))).toBe(today);
  }
  const reasons = FIRST.filter((line) => line.includes('"month-reopened"') && line.includes('"reason"'));
  expect(reasons).not.toEqual([]);
});

test("the frozen records know every kind of statement and every step", () => {
  const stored = FROZEN.map((line) => upcast(JSON.parse(line)).states);
  const kinds = new Set(stored.map(({ kind }) => kind));
  const facts = Fact.options.map((option) => ("options" in option ? "application-step" : option.shape.kind.value));
  const others = [Withdrawn, Restored, Corrected, MonthClosed, MonthReopened].map(({ shape }) => shape.kind.value);
  expect([...facts, ...others].filter((kind) => !kinds.has(kind))).toEqual([]);
  const steps = new Set(stored.map((states) => (states.kind === "application-step" ? states.step : null)));
  expect(CASE_STEPS.filter((step) => !steps.has(step))).toEqual([]);
});

const [first = ""] = FROZEN;
// biome-ignore format: the columns are the test
test.each<[string, unknown, RegExp]>([
  ["a newer program wrote it",        { ...JSON.parse(first), v: RECORD_VERSION + 1 }, /比本程序的 2 新/],
  ["a version that never was",        { ...JSON.parse(first), v: 0 },                  /版本 0 没有升级办法/],
  ["no version",                      {},                                             /invalid_literal|invalid_value/],
  ["nothing",                         null,                                           /invalid_type/],
  ["a text",                          "{}",                                           /invalid_type/],
  ["a field too many",                { ...JSON.parse(first), name: "张三" },           /unrecognized_keys/],
])("it is not read: %s", (_, stored, complaint) => {
  expect(() => upcast(stored)).toThrow(complaint);
});

test("a stored record is checked and not edited", () => {
  const stored = JSON.parse(first);
  const before = structuredClone(stored);
  expect(LedgerRecord.parse(stored)).toEqual(before);
  expect(stored).toEqual(before);
});
