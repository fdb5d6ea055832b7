import { addDays, type HolidayCalendar, isWorkingDay, type LocalDate, workingDaysBetween } from "@gongkai/schema";

/** Hours of a Shanghai day in which nobody is reminded, and the hour of the digest. 0 to 23. */
export type QuietHours = Readonly<{ from: number; to: number }>;

const SHANGHAI_MS = 8 * 3_600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const LONGEST_REST = 30; // days; the longest holiday of the calendars is nine

const startOfDay = (moment: number): number => Math.floor((moment + SHANGHAI_MS) / DAY_MS) * DAY_MS - SHANGHAI_MS;
const dayOf = (moment: number): LocalDate => new Date(moment + SHANGHAI_MS).toISOString().slice(0, 10);

/** The first moment at or after `moment` at which a reminder may be given: a working day, outside the quiet hours. */
export function firstAllowed(moment: number, { from, to }: QuietHours, calendar: HolidayCalendar): number {
  let day = startOfDay(moment);
  for (let tries = 0; tries < LONGEST_REST; tries += 1, day += DAY_MS) {
    const [opens, closes] = [day + to * HOUR_MS, day + from * HOUR_MS];
    if (!isWorkingDay(dayOf(day), calendar) || moment >= closes) continue;
    return Math.max(moment, opens);
  }
  throw new Error("the holiday calendar has no working day within a month; check its data");
}

/** The last working day on or before a day. */
export function lastWorkingDay(day: LocalDate, calendar: HolidayCalendar): LocalDate {
  let last = day;
  for (let tries = 0; tries < LONGEST_REST && !isWorkingDay(last, calendar); tries += 1) last = addDays(last, -1);
  return last;
}

/** Working days from a day to another; negative once it is past. */
export const daysLeft = (today: LocalDate, due: LocalDate, calendar: HolidayCalendar): number =>
  due >= today ? workingDaysBetween(today, due, calendar) : -workingDaysBetween(due, today, calendar);
