import { addDays, daysOf, isWorkingDay, type LocalDate, type Month, STATE_CALENDAR } from "@gongkai/schema";

/** The days of a month on which an office works, make-up days included. */
export function workingDaysOf(month: Month): LocalDate[] {
  const { from, to } = daysOf(month);
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, STATE_CALENDAR)) days.push(day);
  return days;
}

/** A moment of a day: `at` is minutes after 08:30. */
export function momentOf(day: LocalDate, at: number): string {
  const minutes = 8 * 60 + 30 + at;
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${day}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:00+08:00`;
}

/** 3月5日 */
export const inWords = (day: LocalDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
/** 3月 */
export const monthInWords = (month: Month): string => `${Number(month.slice(5))}月`;
