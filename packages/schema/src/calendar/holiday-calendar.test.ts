import { expect, test } from "vitest";
import { HOLIDAY_YEARS, HolidayOverride, holidayCalendarOf, STATE_CALENDAR } from "./holiday-calendar.ts";
import { HolidayYear } from "./holidays/holiday-year.ts";
import { addDays, nextDay } from "./local-date.ts";
import { dueDate, isWorkingDay, workingDaysBetween } from "./working-days.ts";

test.each(HOLIDAY_YEARS.map((year) => [year.year, year] as const))("the notice of %i is well formed", (_, year) => {
  expect(HolidayYear.parse(year)).toEqual(year);
});

// biome-ignore format: the columns are the test
test.each([
  // year  days  why this row exists
  [2024, 251, "published count"],
  [2025, 248, "published count"],
  [2026, 248, "published count"],
])("%i has %i working days: %s", (year, days) => {
  expect(workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, STATE_CALENDAR)).toBe(days);
});

// biome-ignore format: the columns are the test
test.each([
  // day          works  why this row exists
  ["2025-01-26", true,  "a make-up Sunday before the spring festival"],
  ["2025-01-25", false, "the Saturday before it stays off"],
  ["2025-01-28", false, "除夕 is a rest day since the 2024 revision"],
  ["2024-02-09", true,  "除夕 of 2024 was not in the notice"],
  ["2025-10-08", false, "国庆 and 中秋 together take eight days"],
  ["2025-10-11", true,  "a make-up Saturday after them"],
  ["2026-02-28", true,  "a make-up Saturday after the spring festival"],
  ["2026-01-02", false, "a Friday moved by the notice of 2026"],
])("%s works: %s, %s", (day, works) => {
  expect(isWorkingDay(day, STATE_CALENDAR)).toBe(works);
});

test("a term that runs past the known calendar is provisional, one that ends on its last day is not", () => {
  expect(STATE_CALENDAR.knownThrough).toBe("2026-12-31");
  expect(dueDate("2026-12-30", 1, STATE_CALENDAR)).toMatchObject({ day: "2026-12-31", provisional: false });
  expect(dueDate("2026-12-30", 2, STATE_CALENDAR)).toMatchObject({ day: "2027-01-01", provisional: true });
  expect(dueDate("2023-12-25", 20, STATE_CALENDAR).provisional).toBe(true);
});

const NOTICE_2027: HolidayYear = {
  year: 2027,
  notice: { title: "2027年的一份通知（示例）", number: null, issuedOn: "2026-11-05" },
  festivals: [{ name: "元旦", from: "2026-12-31", to: "2027-01-02", work: ["2027-01-03"] }],
};

test("a new notice makes the due day certain, and may move December of the year before", () => {
  const override = HolidayOverride.parse({ version: "2027年安排", years: [NOTICE_2027] });
  const calendar = holidayCalendarOf(HOLIDAY_YEARS, override);
  expect(calendar.knownThrough).toBe("2027-12-31");
  expect(dueDate("2026-12-30", 1, calendar)).toEqual({
    day: "2027-01-03",
    calendar:
      "国办发明电〔2023〕7号、国办发明电〔2024〕12号、国办发明电〔2025〕7号、2027年的一份通知（示例）（2026-11-05）、2027年安排",
    provisional: false,
  });
});

test("a notice beyond a missing year does not make the years between certain", () => {
  const notice = {
    ...NOTICE_2027,
    year: 2028,
    festivals: [{ name: "元旦", from: "2028-01-01", to: "2028-01-01", work: [] }],
  };
  expect(holidayCalendarOf([...HOLIDAY_YEARS, notice]).knownThrough).toBe("2026-12-31");
});

test("an office's single days win over the notices in both directions", () => {
  const override = HolidayOverride.parse({
    version: "市政府办通知",
    off: { "2026-03-02": "本地纪念日", "2026-01-04": "停工" },
    work: { "2026-02-23": "值守" },
  });
  const calendar = holidayCalendarOf(HOLIDAY_YEARS, override);
  expect(["2026-03-02", "2026-01-04", "2026-02-23"].map((day) => isWorkingDay(day, calendar))).toEqual([
    false,
    false,
    true,
  ]);
  expect(calendar.version).not.toBe(STATE_CALENDAR.version);
});

test("a notice given again takes the place of the shipped one", () => {
  const notice = {
    ...NOTICE_2027,
    year: 2026,
    festivals: [{ name: "元旦", from: "2026-01-01", to: "2026-01-01", work: [] }],
  };
  const calendar = holidayCalendarOf(HOLIDAY_YEARS, HolidayOverride.parse({ version: "更正", years: [notice] }));
  expect(isWorkingDay("2026-10-01", calendar)).toBe(true);
  expect(isWorkingDay("2025-10-01", calendar)).toBe(false);
});

// biome-ignore format: the columns are the test
test.each<[unknown, string]>([
  [{ version: "x", off: { "2026-02-30": "假" } },                                     "a day that does not exist"],
  [{ version: "x", off: { "2026-03-02": "假" }, work: { "2026-03-02": "班" } },      "off and worked at once"],
  [{ version: "", off: {} },                                                          "no name to show beside the due day"],
  [{ version: "x", ofF: {} },                                                         "a misspelt field"],
  [{ version: "x", years: [{ ...NOTICE_2027, year: 2026 }] },                         "days of another year"],
  [{ version: "x", years: [{ ...NOTICE_2027, festivals: [{ name: "元旦", from: "2027-01-02", to: "2027-01-01", work: [] }] }] }, "ends before it starts"],
  [{ version: "x", years: [{ ...NOTICE_2027, festivals: [{ name: "元旦", from: "2027-01-01", to: "2027-01-01", work: ["2027-01-04"] }] }] }, "a make-up day on a Monday"],
])("an override is refused: %j, %s", (override) => {
  expect(HolidayOverride.safeParse(override).success).toBe(false);
});

test("between two days lie as many working days as there are due dates stepping from one to the other", () => {
  for (let day = "2025-09-20"; day < "2025-10-20"; day = nextDay(day)) {
    const count = workingDaysBetween(day, addDays(day, 21), STATE_CALENDAR);
    expect(dueDate(day, count, STATE_CALENDAR).day <= addDays(day, 21)).toBe(true);
    expect(dueDate(day, count + 1, STATE_CALENDAR).day > addDays(day, 21)).toBe(true);
  }
});
