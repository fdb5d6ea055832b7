import { expect, test } from "vitest";
import { vagueTime } from "./vague-time.ts";
import { nowOf, type When } from "./when.ts";

const WEDNESDAY = nowOf("2026-03-04T10:30:00+08:00");
const short = (when: When | undefined) =>
  when === undefined
    ? "none"
    : `${when.type} ${"period" in when ? (when.period ?? "") : when.type === "open" ? when.past : ""}`.trim();

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
