import { expect, test } from "vitest";
import {
  dayOfMonth,
  daySpan,
  monthDay,
  numericDay,
  relativeMonthDay,
  slashedDay,
  yearMonthDay,
} from "./calendar-day.ts";
import { short, WEDNESDAY } from "./short-when.contract.ts";

// biome-ignore format: the columns are the test
test.each([
  ["2026/03/02", "day 2026-03-02", "slashes"],
  ["20260302",   "day 2026-03-02", "no signs"],
  ["2026.3.2",   "day 2026-03-02", "points"],
  ["2026-3",     "none",           "a month is not its business"],
])("numericDay: %s is %s: %s", (said, expected) => {
  expect(short(numericDay.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["去年3月3日",      "day 2025-03-03", "a year said"],
  ["今年元月3号",      "day 2026-01-03", "元月 is January"],
  ["2025年12月31日", "day 2025-12-31", "written out"],
])("yearMonthDay: %s is %s: %s", (said, expected) => {
  expect(short(yearMonthDay.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["3月1-3日", "range 2026-03-01/2026-03-03", "inside one month"],
  ["3号到1号",  "impossible",                  "backwards is no span"],
])("daySpan: %s is %s: %s", (said, expected) => {
  expect(short(daySpan.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["3月2日",   "day 2026-03-02", "the running year"],
  ["元月5日",   "day 2026-01-05", "January"],
  ["12月29号", "day 2025-12-29", "back over New Year"],
  ["4月31日",  "impossible",     "no such day"],
  ["3月2",    "none",           "without 日 it may be a figure"],
])("monthDay: %s is %s: %s", (said, expected) => {
  expect(short(monthDay.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["上个月5号", "day 2026-02-05", "last month's"],
  ["本月2日",  "day 2026-03-02", "this month's"],
])("relativeMonthDay: %s is %s: %s", (said, expected) => {
  expect(short(relativeMonthDay.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["3/2",    "day 2026-03-02", "month and day"],
  ["3/2条",   "none",           "before a measure it is a fraction"],
  ["2.15督查", "day 2026-02-15", "a point before a word"],
  ["2.15万",  "none",           "a point before a measure is a fraction"],
])("slashedDay: %s is %s: %s", (said, expected) => {
  expect(short(slashedDay.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["2号",  "day 2026-03-02",  "reached: this month's"],
  ["20号", "open 2026-02-20", "not reached: last month's, if done"],
  ["3日内", "none",            "a term, no day"],
])("dayOfMonth: %s is %s: %s", (said, expected) => {
  expect(short(dayOfMonth.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});
