import { expect, test } from "vitest";
import { short, WEDNESDAY } from "./short-when.contract.ts";
import { halfYear, quarter, year } from "./stretch.ts";

// biome-ignore format: the columns are the test
test.each([
  ["一季度",   "long 2026-Q1", "three months"],
  ["去年四季度", "long 2025-Q4", "last year's"],
  ["q1",    "long 2026-Q1", "in figures"],
  ["2025q4", "long 2025-Q4", "a year's, in figures"],
])("quarter: %s is %s: %s", (said, expected) => {
  expect(short(quarter.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["去年下半年", "long 2025-H2", "last year's half"],
  ["半年",    "vague",        "a length, no date"],
  ["2025h2", "long 2025-H2", "in figures"],
])("halfYear: %s is %s: %s", (said, expected) => {
  expect(short(halfYear.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["今年",      "long 2026", "the running year"],
  ["2025年预算", "none",      "the name of a document"],
  ["明年",      "ahead",     "ahead"],
])("year: %s is %s: %s", (said, expected) => {
  expect(short(year.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});
