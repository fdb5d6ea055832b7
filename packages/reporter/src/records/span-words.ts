import { daysInMonth, type LocalDate, type Span, yearOf } from "@gongkai/schema";

const monthWords = (day: LocalDate): string => `${Number(day.slice(5, 7))}月`;
const dayWords = (day: LocalDate): string => `${monthWords(day)}${Number(day.slice(8))}日`;
const isLastOfMonth = (day: LocalDate): boolean =>
  Number(day.slice(8)) === daysInMonth(yearOf(day), Number(day.slice(5, 7)));

/** Days as a table prints them: 3月4日, 3月, 1月至3月, 全年; with the year where it is not `year`. */
export function spanWords({ from, to }: Span, year: number): string {
  const dated = (day: LocalDate, words: string) => (yearOf(day) === year ? words : `${yearOf(day)}年${words}`);
  if (from === to) return dated(from, dayWords(from));
  if (!from.endsWith("-01") || !isLastOfMonth(to)) return `${dated(from, dayWords(from))}至${dated(to, dayWords(to))}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return dated(from, monthWords(from));
  if (from.endsWith("-01-01") && to === `${yearOf(from)}-12-31`) return dated(from, "全年");
  return `${dated(from, monthWords(from))}至${dated(to, monthWords(to))}`;
}
