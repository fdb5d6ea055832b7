import { expect, test } from "vitest";
import { relativeDay, weekday } from "./relative-day.ts";
import { short, WEDNESDAY } from "./short-when.contract.ts";

// biome-ignore format: the columns are the test
test.each([
  ["昨儿个", "day 2026-03-03",   "with its endings"],
  ["夜儿",  "day 2026-03-03",   "yesterday, in Henan"],
  ["三天前", "day 2026-03-01",   "counted back"],
  ["明天",  "ahead 2026-03-05", "ahead"],
  ["昨：",  "day 2026-03-03",   "in a telegram"],
  ["今:",   "day 2026-03-04",   "in a telegram"],
  ["今",   "none",             "the first half of another word"],
  ["大前儿个", "day 2026-03-01", "in the north"],
  ["刚才",  "none",             "no day of its own"],
])("relativeDay: %s is %s: %s", (said, expected) => {
  expect(short(relativeDay.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["上周日",  "day 2026-03-01",   "weeks begin on Monday"],
  ["周三",   "open 2026-03-04",  "today's own name"],
  ["下周一",  "ahead 2026-03-09", "ahead"],
  ["上周五条", "vague",            "Friday, or five of last week"],
])("weekday: %s is %s: %s", (said, expected) => {
  expect(short(weekday.parse(said, 0, WEDNESDAY)?.when)).toBe(expected);
});
