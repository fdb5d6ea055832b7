import { z } from "zod";
import { HOLIDAYS_2024 } from "./holidays/2024.ts";
import { HOLIDAYS_2025 } from "./holidays/2025.ts";
import { HOLIDAYS_2026 } from "./holidays/2026.ts";
import { HolidayYear } from "./holidays/holiday-year.ts";
import { LocalDate, nextDay } from "./local-date.ts";
import type { HolidayCalendar } from "./working-days.ts";

/** The notices shipped with the program. */
export const HOLIDAY_YEARS: readonly HolidayYear[] = [HOLIDAYS_2024, HOLIDAYS_2025, HOLIDAYS_2026];

/** What an office adds by hand: a notice newer than the program, or single days its government moved. */
export const HolidayOverride = z
  .strictObject({
    /** Shown beside every due day counted with it: 市政府办通知〔2026〕3号. */
    version: z.string().min(1).max(80),
    /** Whole notices; one for a year the program already knows takes its place. */
    years: z.array(HolidayYear).default([]),
    /** Day → name of the festival or occasion. Single days win over every notice. */
    off: z.record(LocalDate, z.string().min(1).max(20)).default({}),
    work: z.record(LocalDate, z.string().min(1).max(20)).default({}),
  })
  .refine(({ off, work }) => Object.keys(off).every((day) => !(day in work)), "同一天不能既放假又上班");
export type HolidayOverride = z.infer<typeof HolidayOverride>;

const nameOf = ({ notice }: HolidayYear) => notice.number ?? `${notice.title}（${notice.issuedOn}）`;

/** The last year reached from the first without a gap: beyond a missing notice nothing is certain. */
function lastInARow(years: readonly HolidayYear[], first: number): number {
  const known = new Set(years.map(({ year }) => year));
  let last = first;
  while (known.has(last + 1)) last += 1;
  return last;
}

/** Notices in order of year, a later one moving days of an earlier one, then the single days of the override. */
export function holidayCalendarOf(notices: readonly HolidayYear[], override?: HolidayOverride): HolidayCalendar {
  const byYear = new Map([...notices, ...(override?.years ?? [])].map((year) => [year.year, year]));
  const years = [...byYear.values()].sort((left, right) => left.year - right.year);
  const first = years[0];
  if (!first) throw new Error("holidayCalendarOf needs at least one HolidayYear; pass HOLIDAY_YEARS");

  const off = new Map<LocalDate, string>();
  const work = new Map<LocalDate, string>();
  const rest = (day: LocalDate, name: string) => {
    off.set(day, name);
    work.delete(day);
  };
  const workOn = (day: LocalDate, name: string) => {
    work.set(day, name);
    off.delete(day);
  };
  for (const { festivals } of years) {
    for (const { name, from, to } of festivals) for (let day = from; day <= to; day = nextDay(day)) rest(day, name);
    for (const { name, work: days } of festivals) for (const day of days) workOn(day, name);
  }
  for (const [day, name] of Object.entries(override?.off ?? {})) rest(day, name);
  for (const [day, name] of Object.entries(override?.work ?? {})) workOn(day, name);

  return {
    version: [...years.map(nameOf), ...(override ? [override.version] : [])].join("、"),
    off,
    work,
    knownFrom: `${first.year}-01-01`,
    knownThrough: `${lastInARow(years, first.year)}-12-31`,
  };
}

/** The calendar of the shipped notices alone. */
export const STATE_CALENDAR: HolidayCalendar = holidayCalendarOf(HOLIDAY_YEARS);
