import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  daysBetween,
  daysInMonth,
  LocalDate,
  nextDay,
  previousDay,
  shanghaiDay,
  shanghaiTime,
  weekdayOf,
} from "./local-date.ts";

// biome-ignore format: the columns are the test
test.each([
  // text          a day?   why this row exists
  ["2025-01-31", true,  "an ordinary day"],
  ["2024-02-29", true,  "leap year"],
  ["2000-02-29", true,  "a century divisible by 400 is a leap year"],
  ["2100-02-29", false, "a century not divisible by 400 is none"],
  ["2025-02-29", false, "no leap year"],
  ["2025-04-31", false, "April has 30 days"],
  ["2025-13-01", false, "no 13th month"],
  ["2025-00-10", false, "no month 0"],
  ["2025-01-00", false, "no day 0"],
  ["2025-1-5",   false, "digits are padded"],
  ["20250105",   false, "hyphens are written"],
  ["2025-01-05T00:00:00Z", false, "a day, not a moment"],
  ["1948-12-31", false, "a slip of the pen, not a year of this republic"],
  ["２０２５-01-05", false, "full-width digits"],
  ["",           false, "nothing"],
])("%s is a day: %s, %s", (text, isDay) => {
  expect(LocalDate.safeParse(text).success).toBe(isDay);
});

// biome-ignore format: the columns are the test
test.each([
  // day          weekday  next          previous      why this row exists
  ["2025-01-26", 7, "2025-01-27", "2025-01-25", "a make-up Sunday is still a Sunday"],
  ["2024-02-29", 4, "2024-03-01", "2024-02-28", "leap day"],
  ["2025-12-31", 3, "2026-01-01", "2025-12-30", "the year ends"],
  ["1970-01-01", 4, "1970-01-02", "1969-12-31", "the epoch itself"],
  ["1949-10-01", 6, "1949-10-02", "1949-09-30", "before the epoch"],
])("%s is weekday %i, then %s, before it %s: %s", (day, weekday, next, previous) => {
  expect([weekdayOf(day), nextDay(day), previousDay(day)]).toEqual([weekday, next, previous]);
});

test("the months of a year have their days", () => {
  const days = (year: number) => Array.from({ length: 12 }, (_, month) => daysInMonth(year, month + 1));
  expect(days(2025)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect(days(2024)[1]).toBe(29);
});

// biome-ignore format: the columns are the test
test.each([
  // moment                        Shanghai day   Shanghai time                why this row exists
  ["2025-12-31T15:59:59Z",      "2025-12-31", "2025-12-31T23:59:59+08:00", "one second before the new year in Shanghai"],
  ["2025-12-31T16:00:00Z",      "2026-01-01", "2026-01-01T00:00:00+08:00", "midnight in Shanghai is still last year in UTC"],
  ["2026-01-01T00:30:00+09:00", "2025-12-31", "2025-12-31T23:30:00+08:00", "an offset east of Shanghai"],
  ["2025-12-31T11:30:00-05:00", "2026-01-01", "2026-01-01T00:30:00+08:00", "an offset far west of Shanghai"],
])("%s is %s, %s: %s", (moment, day, time) => {
  expect(shanghaiDay(moment)).toBe(day);
  expect(shanghaiTime(moment)).toBe(time);
  expect(shanghaiDay(Date.parse(moment))).toBe(day);
  expect(shanghaiTime(Date.parse(moment))).toBe(time);
});

const anyDay = fc
  .date({ min: new Date("1960-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("adding days and counting them are inverse, and every sum is a day", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (day, days) => {
      const sum = addDays(day, days);
      expect(LocalDate.safeParse(sum).success).toBe(true);
      expect(daysBetween(day, sum)).toBe(days);
      expect(weekdayOf(addDays(day, days * 7))).toBe(weekdayOf(day));
    }),
  );
});
