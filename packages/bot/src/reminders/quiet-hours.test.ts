import { STATE_CALENDAR } from "@gongkai/schema";
import { expect, test } from "vitest";
import { daysLeft, firstAllowed, lastWorkingDay } from "./quiet-hours.ts";

const at = (shanghai: string): number => Date.parse(`${shanghai.replace(" ", "T")}:00+08:00`);
const QUIET = { from: 18, to: 9 } as const;

// biome-ignore format: the columns are the test
test.each([
  ["2026-03-04 10:00", "2026-03-04 10:00", "a working hour"],
  ["2026-03-04 07:30", "2026-03-04 09:00", "before work"],
  ["2026-03-04 18:00", "2026-03-05 09:00", "the quiet begins on the hour"],
  ["2026-03-06 20:00", "2026-03-09 09:00", "Friday evening waits for Monday"],
  ["2026-02-14 10:00", "2026-02-14 10:00", "a Saturday made up for the festival is worked"],
  ["2026-02-16 10:00", "2026-02-24 09:00", "the Spring Festival is waited out"],
  ["2026-02-28 19:00", "2026-03-02 09:00", "a worked Saturday evening waits for Monday"],
])("%s → %s: %s", (moment, allowed, _why) => {
  expect(firstAllowed(at(moment), QUIET, STATE_CALENDAR)).toBe(at(allowed));
});

test("the last working day of a month ending in a weekend lies before it", () => {
  expect(lastWorkingDay("2026-05-31", STATE_CALENDAR)).toBe("2026-05-29");
});

// biome-ignore format: the columns are the test
test.each([
  ["2026-03-24", "2026-03-31", 5,  "a week before"],
  ["2026-03-31", "2026-03-31", 0,  "the day itself"],
  ["2026-04-01", "2026-03-31", -1, "the day after"],
  ["2026-02-14", "2026-02-24", 1,  "over the Spring Festival"],
  ["2026-01-30", "2026-01-31", 0,  "a Saturday off has no working day left"],
])("from %s to %s there are %s working days: %s", (today, due, left, _why) => {
  expect(daysLeft(today, due, STATE_CALENDAR)).toBe(left);
});
