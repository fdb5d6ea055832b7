import { type LocalDate, nextDay, weekdayOf } from "./local-date.ts";

const SATURDAY = 6;

/** The days the State Council moved, and how far its notices reach. */
export type HolidayCalendar = Readonly<{
  /** The notices and adjustments it was made of; two calendars with one version hold the same days. */
  version: string;
  /** Rest days, each with its festival. */
  off: ReadonlyMap<LocalDate, string>;
  /** Weekend days worked instead (调休), each with its festival. */
  work: ReadonlyMap<LocalDate, string>;
  knownFrom: LocalDate;
  knownThrough: LocalDate;
}>;

/** A due day; `provisional` (暂定) when days it was counted over lie outside the known calendar. */
export type DueDate = Readonly<{ day: LocalDate; calendar: string; provisional: boolean }>;

/** Beyond the known calendar only weekends rest. */
export function isWorkingDay(day: LocalDate, calendar: HolidayCalendar): boolean {
  if (calendar.work.has(day)) return true;
  return !calendar.off.has(day) && weekdayOf(day) < SATURDAY;
}

export const isKnownDay = (day: LocalDate, { knownFrom, knownThrough }: HolidayCalendar): boolean =>
  day >= knownFrom && day <= knownThrough;

/** Day 0 is the trigger, day 1 the next working day, the last day counts (民法典第二百零一条). */
export function dueDate(trigger: LocalDate, workingDays: number, calendar: HolidayCalendar): DueDate {
  let day = trigger;
  let provisional = false;
  for (let left = workingDays; left > 0; ) {
    day = nextDay(day);
    provisional ||= !isKnownDay(day, calendar);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return { day, calendar: calendar.version, provisional };
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: HolidayCalendar): number {
  let count = 0;
  for (let day = nextDay(from); day <= to; day = nextDay(day)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}
