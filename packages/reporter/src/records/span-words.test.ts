import { daysOf } from "@gongkai/schema";
import { expect, test } from "vitest";
import { spanWords } from "./span-words.ts";

// biome-ignore format: the columns are the test
test.each([
  ["2025-03-04",            "3月4日",                 "a day"],
  ["2025-03",               "3月",                    "a month, not its first and last day"],
  ["2025-02",               "2月",                    "28 days are a whole month"],
  ["2024-02",               "2024年2月",              "29 days too, and another year is said"],
  ["2025-Q1",               "1月至3月",               "a quarter by its months"],
  ["2025",                  "全年",                   "the whole year"],
  ["2024",                  "2024年全年",             "another one"],
  ["2025-03-01/2025-03-10", "3月1日至3月10日",        "part of a month"],
  ["2025-12-20/2026-01-05", "12月20日至2026年1月5日", "over New Year both ends are clear"],
])("%s is %s", (period, words, why) => {
  expect(spanWords(daysOf(period), 2025), why).toBe(words);
});
