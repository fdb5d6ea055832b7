import { expect, test } from "vitest";
import { short, WEDNESDAY } from "./short-when.contract.ts";
import { vagueTime } from "./vague-time.ts";

// biome-ignore format: the columns are the test
test.each([
  ["最近",   "vague", "no date"],
  ["那段时间", "vague", "no date"],
  ["那会儿",  "vague", "no date"],
  ["那几天",  "vague", "no date"],
  ["头天",   "vague", "no date"],
  ["两会期间", "vague", "a span without days"],
  ["三天",   "vague", "a length"],
  ["那条",   "none",  "no time at all"],
])("%s is %s: %s", (said, expected) => {
  expect(short(vagueTime.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});
