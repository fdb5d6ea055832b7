import { expect, test } from "vitest";
import { edgeOfMonth, month, monthSpan, partOfMonth, relativeMonth } from "./month.ts";
import { short, WEDNESDAY } from "./short-when.contract.ts";

// biome-ignore format: the columns are the test
test.each([
  ["1-2月",  "long 2026-01/2026-02", "two months"],
  ["元月到2月", "long 2026-01/2026-02", "from January"],
])("monthSpan: %s is %s: %s", (said, expected) => {
  expect(short(monthSpan.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["2月最后一天", "day 2026-02-28", "its last day"],
  ["上个月第一天", "day 2026-02-01", "its first day"],
  ["4月最后一天", "ahead 2026-04",  "not here yet"],
])("edgeOfMonth: %s is %s: %s", (said, expected) => {
  expect(short(edgeOfMonth.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["2月",      "month 2026-02", "this year's"],
  ["元月份",     "month 2026-01", "January, never the month of speaking"],
  ["2月底",     "month 2026-02", "the month is enough"],
  ["2026-02", "month 2026-02", "in figures"],
  ["13月",     "impossible",    "no such month"],
])("month: %s is %s: %s", (said, expected) => {
  expect(short(month.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["上个月",        "month 2026-02", "the one before"],
  ["last month", "month 2026-02", "in English"],
  ["this month", "month 2026-03", "in English"],
  ["下个月",        "ahead 2026-04", "not here yet"],
])("relativeMonth: %s is %s: %s", (said, expected) => {
  expect(short(relativeMonth.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["月初", "month 2026-03", "reached"],
  ["月底", "vague",         "not reached"],
])("partOfMonth: %s is %s: %s", (said, expected) => {
  expect(short(partOfMonth.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});
