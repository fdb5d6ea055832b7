import { z } from "zod";
import { addDays, daysInMonth, LocalDate } from "./local-date.ts";

/** First and last day, both included. */
export type Span = Readonly<{ from: LocalDate; to: LocalDate }>;

const pad = (value: number) => String(value).padStart(2, "0");
const monthSpan = (year: number, first: number, last: number): Span => ({
  from: `${year}-${pad(first)}-01`,
  to: `${year}-${pad(last)}-${daysInMonth(year, last)}`,
});

/** The days a period covers, or `undefined` when the text is no period. */
export function spanOf(period: string): Span | undefined {
  const range = period.split("/");
  if (range.length === 2) {
    const [from, to] = [spanOf(range[0] ?? ""), spanOf(range[1] ?? "")];
    return from && to && from.from <= to.to ? { from: from.from, to: to.to } : undefined;
  }
  if (LocalDate.safeParse(period).success) return { from: period, to: period };
  const match = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])))?$/.exec(period);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2]) {
    const month = Number(match[2]);
    return month >= 1 && month <= 12 ? monthSpan(year, month, month) : undefined;
  }
  if (match[3]) return monthSpan(year, Number(match[3]) * 3 - 2, Number(match[3]) * 3);
  if (match[4]) return monthSpan(year, Number(match[4]) * 6 - 5, Number(match[4]) * 6);
  return monthSpan(year, 1, 12);
}

/** `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, `YYYY-Qn`, `YYYY-Hn`, or `start/end` of days or months. */
export const Period = z.string().refine((text) => spanOf(text) !== undefined, "不是一个有效的期间");
export type Period = z.infer<typeof Period>;

/** `YYYY-MM` */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "不是一个有效的月份（YYYY-MM）");
export type Month = z.infer<typeof Month>;

/** The days of a period that is known to be valid (it came out of `Period`). */
export function daysOf(period: Period): Span {
  const span = spanOf(period);
  if (!span) throw new Error(`${period} is no period; parse it with Period first`);
  return span;
}
export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): Month => day.slice(0, 7);
export const monthsOfYear = (year: number): Month[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${pad(index + 1)}`);

/** Every month a period touches, in order. */
export function monthsOf(period: Period): Month[] {
  const { from, to } = daysOf(period);
  const months: Month[] = [];
  for (let day = `${monthOf(from)}-01`; day <= to; day = `${monthOf(addDays(day, 31))}-01`) months.push(monthOf(day));
  return months;
}
export const overlaps = (left: Span, right: Span): boolean => left.from <= right.to && right.from <= left.to;
export const covers = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;
/** A figure for a period that crosses 31 December belongs to no report year. */
export const crossesYearEnd = (period: Period): boolean => {
  const { from, to } = daysOf(period);
  return yearOf(from) !== yearOf(to);
};
