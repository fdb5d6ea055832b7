import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./local-date.ts";
import {
  covers,
  crossesYearEnd,
  daysOf,
  Month,
  monthOf,
  monthsOf,
  monthsOfYear,
  overlaps,
  Period,
  spanOf,
  yearOf,
} from "./period.ts";

// biome-ignore format: the columns are the test
test.each([
  // period                   from          to            why this row exists
  ["2025-07-08",            "2025-07-08", "2025-07-08", "a day"],
  ["2024-02",               "2024-02-01", "2024-02-29", "a month of a leap year"],
  ["2025-12",               "2025-12-01", "2025-12-31", "the last month"],
  ["2025",                  "2025-01-01", "2025-12-31", "a year"],
  ["2025-Q1",               "2025-01-01", "2025-03-31", "first quarter"],
  ["2025-Q4",               "2025-10-01", "2025-12-31", "last quarter"],
  ["2025-H1",               "2025-01-01", "2025-06-30", "上半年"],
  ["2025-H2",               "2025-07-01", "2025-12-31", "下半年"],
  ["2025-03-05/2025-03-09", "2025-03-05", "2025-03-09", "days"],
  ["2025-01/2025-05",       "2025-01-01", "2025-05-31", "1月至5月"],
  ["2025-03-05/2025-03-05", "2025-03-05", "2025-03-05", "a range of one day"],
])("%s runs from %s to %s: %s", (period, from, to) => {
  expect(Period.parse(period)).toBe(period);
  expect(daysOf(period)).toEqual({ from, to });
});

// biome-ignore format: the columns are the test
test.each([
  ["2025-13",               "no 13th month"],
  ["2025-00",               "no month 0"],
  ["2025-02-30",            "no such day"],
  ["2025-Q5",               "no fifth quarter"],
  ["2025-H3",               "no third half"],
  ["2025-05/2025-03",       "the end is before the start"],
  ["2025-01/2025-02/2025-03", "two ends"],
  ["2025/",                 "no end"],
  ["7月",                   "words are read elsewhere"],
  ["",                      "nothing"],
])("%s is no period: %s", (text) => {
  expect(spanOf(text)).toBeUndefined();
  expect(Period.safeParse(text).success).toBe(false);
  expect(() => daysOf(text)).toThrow("parse it with Period first");
});

// biome-ignore format: the columns are the test
test.each([
  ["2025-07-08",            ["2025-07"],                       "a day touches its month"],
  ["2025-Q2",               ["2025-04", "2025-05", "2025-06"], "a quarter"],
  ["2025-01-31/2025-03-01", ["2025-01", "2025-02", "2025-03"], "one day in the first and the last month is enough"],
  ["2025-12-31/2026-01-01", ["2025-12", "2026-01"],            "over the year's end"],
  ["2025",                  monthsOfYear(2025),                "a year"],
])("%s touches %j: %s", (period, months) => {
  expect(monthsOf(period)).toEqual(months);
});

test("only a period with days in two years crosses the year's end", () => {
  expect(crossesYearEnd("2025-12-31/2026-01-01")).toBe(true);
  expect(crossesYearEnd("2025-12")).toBe(false);
  expect(crossesYearEnd("2025")).toBe(false);
});

test("a month is written with two digits and exists", () => {
  expect(monthOf("2025-07-08")).toBe("2025-07");
  expect(yearOf("2025-07-08")).toBe(2025);
  for (const text of ["2025-7", "2025-13", "2025-00", "2025-07-01"]) expect(Month.safeParse(text).success).toBe(false);
});

const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  .map(([start, length]) => ({ from: addDays("2025-01-01", start), to: addDays("2025-01-01", start + length) }));

test("two spans overlap when they share a day, and the one that covers the other shares all of them", () => {
  const days = ({ from, to }: { from: string; to: string }) => {
    const list: string[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) list.push(day);
    return list;
  };
  fc.assert(
    fc.property(span, span, (left, right) => {
      const inner = new Set(days(left));
      expect(overlaps(left, right)).toBe(days(right).some((day) => inner.has(day)));
      expect(covers(left, right)).toBe(days(right).every((day) => inner.has(day)));
    }),
  );
});
