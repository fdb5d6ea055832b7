import { addDays, daysInMonth, type LocalDate, type Period, shanghaiDay } from "@gongkai/schema";

/**
 * A date is a type before it is a period: only `day`, `month` and `range` (inside one month) may be written.
 * `long`: a stretch over months, which no single figure may fill. `open`: two days are meant alike (周五 said on a
 * Wednesday): `past` when the thing is done. `ahead`: not here yet. `vague`: 最近, 三天. `impossible`: 2月30号.
 */
export type When =
  | Readonly<{ type: "day" | "month" | "range" | "long"; period: Period }>
  | Readonly<{ type: "open"; past: Period; next: Period; sure: boolean }>
  | Readonly<{ type: "ahead"; period: Period | null }>
  | Readonly<{
      type: "vague";
      period: Period | null;
      why: "vague" | "after-midnight" | "far-month" | "span-without-dates";
    }>
  | Readonly<{ type: "impossible" }>;

/** The moment of speaking in Shanghai, taken apart once. */
export type Now = Readonly<{ day: LocalDate; year: number; month: number; date: number; hour: number }>;

const SHANGHAI_HOURS = 8;
const MS_PER_HOUR = 3_600_000;

export function nowOf(moment: string): Now {
  const ms = Date.parse(moment);
  const day = shanghaiDay(ms);
  const hour = Math.floor(ms / MS_PER_HOUR + SHANGHAI_HOURS) % 24;
  return { day, year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8)), hour };
}

const pad = (value: number) => String(value).padStart(2, "0");
export const dayText = (year: number, month: number, date: number): LocalDate => `${year}-${pad(month)}-${pad(date)}`;
export const monthText = (year: number, month: number): Period => `${year}-${pad(month)}`;

/** The month `back` months before the running one. */
export function monthBefore(now: Now, back: number): Period {
  const index = now.year * 12 + now.month - 1 - back;
  return monthText(Math.floor(index / 12), (index % 12) + 1);
}

const IMPOSSIBLE: When = { type: "impossible" };

export function dayAt(now: Now, year: number, month: number, date: number): When {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return IMPOSSIBLE;
  return dayOf(now, dayText(year, month, date));
}
export const dayOf = (now: Now, day: LocalDate): When =>
  day > now.day ? { type: "ahead", period: day } : { type: "day", period: day };

export function monthAt(now: Now, year: number, month: number): When {
  if (month < 1 || month > 12) return IMPOSSIBLE;
  const period = monthText(year, month);
  return period > now.day.slice(0, 7) ? { type: "ahead", period } : { type: "month", period };
}

/** How far back over New Year a month without its year still reaches, in months. */
const REACH = 3;

/** The year a month or a day of it stands in when none is said: this one, or the last if that is near enough. */
export function impliedYear(now: Now, month: number, date: number): number | "far" | "ahead" {
  if (month < now.month || (month === now.month && date <= now.date)) return now.year;
  if (month === now.month) return "ahead";
  const back = now.month + 12 - month;
  return back <= REACH ? now.year - 1 : month - now.month <= REACH || back > 6 ? "ahead" : "far";
}

/** From one date to another, both included. */
export function rangeOf(now: Now, from: When, to: When): When {
  const first = "period" in from ? from.period : from.type === "open" ? from.past : null;
  const last = "period" in to ? to.period : to.type === "open" ? to.past : null;
  if (from.type === "impossible" || to.type === "impossible") return IMPOSSIBLE;
  if (from.type === "vague" || to.type === "vague" || first === null || last === null)
    return { type: "vague", period: null, why: "vague" };
  if (first.length !== last.length || first > last) return IMPOSSIBLE;
  if (last > now.day.slice(0, last.length)) return { type: "ahead", period: `${first}/${last}` };
  if (first === last) return from;
  return {
    type: first.slice(0, 7) === last.slice(0, 7) && first.length === 10 ? "range" : "long",
    period: `${first}/${last}`,
  };
}

/** Monday of the week `back` weeks ago; weeks begin on Monday. */
export function mondayOf(day: LocalDate, weekday: number, back: number): LocalDate {
  return addDays(day, 1 - weekday - 7 * back);
}
