import { expect, test } from "vitest";
import { festival } from "./festival.ts";
import { short, WEDNESDAY } from "./short-when.contract.ts";

// biome-ignore format: the columns are the test
test.each([
  ["元旦",    "day 2026-01-01", "a named day"],
  ["三八妇女节", "vague",          "not here yet"],
  ["双11",   "vague",          "far back without its year"],
  ["去年双十一", "day 2025-11-11", "with its year"],
  ["元旦那天", "day 2026-01-01", "the day itself"],
  ["春节当天", "day 2026-02-17", "a feast of the moon has its day by year"],
  ["去年中秋那天", "day 2025-10-06", "with its year"],
  ["去年国庆当天", "day 2025-10-01", "the first day of the holiday"],
  ["国庆那天", "vague", "far back without its year"],
  ["国庆假期那天", "vague", "which day of the holiday"],
  ["六一期间",  "vague",          "a stretch without fixed days"],
  ["五一路",   "none",           "a street"],
  ["六一条",   "none",           "six and one, no feast"],
])("%s is %s: %s", (said, expected) => {
  expect(short(festival.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});
