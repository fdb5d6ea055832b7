import { z } from "zod";

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month, 28 to 31. `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

function isRealDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1949 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** A legal day, `YYYY-MM-DD`. Days are Asia/Shanghai days whatever zone the machine is in. */
export const LocalDate = z.string().refine(isRealDay, "不是一个真实的日期（YYYY-MM-DD）");
export type LocalDate = z.infer<typeof LocalDate>;

const MS_PER_DAY = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000; // no daylight saving since 1991
const toUtc = (day: LocalDate) => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
const pad = (value: number) => (value < 10 ? `0${value}` : `${value}`);
function fromUtc(ms: number): LocalDate {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  if (!(year >= 1000 && year <= 9999)) return date.toISOString().slice(0, 10); // throws on what is no moment
  return `${year}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

export const addDays = (day: LocalDate, days: number): LocalDate => fromUtc(toUtc(day) + days * MS_PER_DAY);
export const nextDay = (day: LocalDate): LocalDate => addDays(day, 1);
export const previousDay = (day: LocalDate): LocalDate => addDays(day, -1);
/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (toUtc(to) - toUtc(from)) / MS_PER_DAY;
/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: LocalDate): number => {
  const sinceMonday = (toUtc(day) / MS_PER_DAY + 3) % 7; // 1970-01-01 was a Thursday; negative before it
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
};

/** The Shanghai day of a moment, given as ISO with any offset or as epoch milliseconds. */
export function shanghaiDay(moment: string | number): LocalDate {
  const ms = typeof moment === "number" ? moment : Date.parse(moment);
  return fromUtc(ms + SHANGHAI_MS);
}
/** `2026-03-04T10:30:00+08:00`: the same moment written with the Shanghai offset. */
export function shanghaiTime(moment: string | number): string {
  const ms = typeof moment === "number" ? moment : Date.parse(moment);
  return `${new Date(ms + SHANGHAI_MS).toISOString().slice(0, 19)}+08:00`;
}
