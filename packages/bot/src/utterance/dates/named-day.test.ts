import { expect, test } from "vitest";
import { namedDay } from "./named-day.ts";
import { short, WEDNESDAY } from "./short-when.contract.ts";

// biome-ignore format: the columns are the test
test.each([
  ["国家宪法日五一二防灾减灾日", "当天", "vague",          "12 May is not here yet, and far back without its year"],
  ["全国交通安全日",             "当天", "day 2025-12-02", "the last one"],
  ["12·4宪法日、12·4",           "那天", "day 2025-12-04", "by its date"],
  ["世界爱耳日",                 "这天", "day 2026-03-03", "yesterday"],
  ["新馆开幕式",                 "当天", "vague",          "an occasion whose day was not said"],
  ["老年节",                     "当日", "vague",          "a feast that moves"],
  ["培训会",                     "当天", "vague",          "on which day was it?"],
  ["工作日",                     "当天办结3件", "none",    "on the day it came in"],
  ["许可",                       "当天", "none",           "no day is named before it"],
])("%s%s is %s: %s", (before, said, expected) => {
  expect(short(namedDay.parse(`${before}${said}`, before.length, WEDNESDAY)?.when)).toBe(expected);
});
