import { daysInMonth } from "@gongkai/schema";
import { type DateParser, MONTH_NUM, matchAt, NUM, smallNumber, YEAR, yearNumber } from "./date-parser.ts";
import { dayAt, dayText, impliedYear, monthBefore, type Now, rangeOf, type When } from "./when.ts";

const FULL = /(20[0-9]{2})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])日?/y;
const COMPACT = /(20[0-9]{2})([01][0-9])([0-3][0-9])(?![0-9])/y;
const SAID_YEAR = new RegExp(`(今年|去年|前年|本年|上年|${YEAR}年)(?:的)?(${MONTH_NUM})月(?:份)?(${NUM})[日号]`, "y");
const MONTH_DAY = new RegExp(`(${MONTH_NUM})月份?的?(${NUM})[日号]?`, "y");
const DAY_SPAN = new RegExp(`(${MONTH_NUM})月(${NUM})[日号]?(?:-|~|至|到)(${NUM})[日号]`, "y");
const OVER_MONTHS = new RegExp(`(${MONTH_NUM})月(${NUM})[日号]?(?:-|~|至|到)(${MONTH_NUM})月(${NUM})[日号]?`, "y");
const RELATIVE_SPAN = new RegExp(
  `(上上个?月|上个?月|本月|这个?月|当月)的?(${NUM})[日号]?(?:-|~|至|到)(${NUM})[日号]`,
  "y",
);
const RELATIVE_MONTH_DAY = new RegExp(`(上上个?月|上个?月|本月|这个?月|当月)的?(${NUM})[日号]`, "y");
const BARE_SPAN = new RegExp(`(${NUM})[日号]?(?:-|~|至|到)(${NUM})[日号]`, "y");
const BARE_DAY = new RegExp(`(${NUM})[日号]`, "y");
const SLASH = /([01]?[0-9])\/([0-3]?[0-9])(?![0-9/])日?/y;
const DASHED = /(0[1-9]|1[0-2])-([0-3][0-9])(?![0-9-])/y;

/** The year a speaker names: 今年, 去年, 前年, 2025年, 25年, 2025年度. */
export function saidYear(text: string, now: Now): number {
  if (/^[今本]/.test(text)) return now.year;
  if (/^[去上]/.test(text)) return now.year - 1;
  if (text.startsWith("前")) return now.year - 2;
  return yearNumber(text.replace(/年度?/, ""));
}

function impliedDay(now: Now, month: number, date: number): When {
  const year = impliedYear(now, month, date);
  if (month > 12 || date > 31 || month < 1 || date < 1) return { type: "impossible" };
  if (year === "far") return { type: "vague", period: null, why: "far-month" };
  if (year !== "ahead") return dayAt(now, year, month, date);
  return date > daysInMonth(now.year, month)
    ? { type: "impossible" }
    : { type: "ahead", period: dayText(now.year, month, date) };
}

/** A day of the month alone: this month's, or when not yet reached, last month's if the thing is done. */
function bareDay(now: Now, date: number): When {
  if (date < 1 || date > 31) return { type: "impossible" };
  if (date <= now.date) return dayAt(now, now.year, now.month, date);
  const before = monthBefore(now, 1);
  const [year, month] = [Number(before.slice(0, 4)), Number(before.slice(5))];
  if (date > daysInMonth(year, month)) return { type: "impossible" };
  const next = `${now.day.slice(0, 8)}${String(date).padStart(2, "0")}`;
  return { type: "open", past: dayText(year, month, date), next, sure: false };
}

/** 2026-03-02, 2026/3/2, 20260302 */
export const numericDay: DateParser = {
  name: "numeric-day",
  parse(text, at, now) {
    const full = matchAt(FULL, text, at);
    if (full) {
      const [all, year, , month, date] = full;
      return { to: at + all.length, when: dayAt(now, Number(year), Number(month), Number(date)) };
    }
    const compact = matchAt(COMPACT, text, at);
    if (!compact) return undefined;
    return { to: at + 8, when: dayAt(now, Number(compact[1]), Number(compact[2]), Number(compact[3])) };
  },
};

/** 2025年12月31日, 去年3月3号 */
export const yearMonthDay: DateParser = {
  name: "year-month-day",
  parse(text, at, now) {
    const found = matchAt(SAID_YEAR, text, at);
    if (!found) return undefined;
    const [all, year = "", month = "", date = ""] = found;
    return { to: at + all.length, when: dayAt(now, saidYear(year, now), smallNumber(month), smallNumber(date)) };
  },
};

/** 3月1-3日, 三月一日至三日, 1-3号, 6月29到7月3号 */
export const daySpan: DateParser = {
  name: "day-span",
  parse(text, at, now) {
    const over = matchAt(OVER_MONTHS, text, at);
    if (over) {
      const [all, month = "", from = "", other = "", to = ""] = over;
      const first = impliedDay(now, smallNumber(month), smallNumber(from));
      const last = impliedDay(now, smallNumber(other), smallNumber(to));
      return { to: at + all.length, when: rangeOf(now, first, last) };
    }
    const inMonth = matchAt(DAY_SPAN, text, at);
    if (inMonth) {
      const [all, month = "", from = "", to = ""] = inMonth;
      const [first, last] = [from, to].map((date) => impliedDay(now, smallNumber(month), smallNumber(date)));
      return first && last ? { to: at + all.length, when: rangeOf(now, first, last) } : undefined;
    }
    const bare = matchAt(BARE_SPAN, text, at);
    if (!bare) return undefined;
    const [all, from = "", to = ""] = bare;
    const [first, last] = [smallNumber(from), smallNumber(to)];
    if (first >= last) return { to: at + all.length, when: { type: "impossible" } };
    return { to: at + all.length, when: rangeOf(now, bareDay(now, first), bareDay(now, last)) };
  },
};

/** 3月2日, 三月二号; the year left out never lands in the future. */
export const monthDay: DateParser = {
  name: "month-day",
  parse(text, at, now) {
    const found = matchAt(MONTH_DAY, text, at);
    if (!found || !/[日号]$/.test(found[0])) return undefined;
    const [all, month = "", date = ""] = found;
    return { to: at + all.length, when: impliedDay(now, smallNumber(month), smallNumber(date)) };
  },
};

/** 上个月5号, 本月2日, 本月1到10号 */
export const relativeMonthDay: DateParser = {
  name: "relative-month-day",
  parse(text, at, now) {
    const monthOf = (which: string) => monthBefore(now, which.startsWith("上上") ? 2 : which.startsWith("上") ? 1 : 0);
    const span = matchAt(RELATIVE_SPAN, text, at);
    if (span) {
      const [all, which = "", from = "", to = ""] = span;
      const month = monthOf(which);
      const [first, last] = [from, to].map((date) =>
        dayAt(now, Number(month.slice(0, 4)), Number(month.slice(5)), smallNumber(date)),
      );
      return first && last ? { to: at + all.length, when: rangeOf(now, first, last) } : undefined;
    }
    const found = matchAt(RELATIVE_MONTH_DAY, text, at);
    if (!found) return undefined;
    const [all, which = "", date = ""] = found;
    const month = monthOf(which);
    return {
      to: at + all.length,
      when: dayAt(now, Number(month.slice(0, 4)), Number(month.slice(5)), smallNumber(date)),
    };
  },
};

/** 7.15督查1次, 6.18-6.20留言9条: with a point only before a word; before a measure it is a fraction. */
const IN_BRACKETS = /(?<=[([【])(0?[1-9]|1[0-2])\.(0?[1-9]|[12][0-9]|3[01])日?(?=[)\]】])/y;
const POINTED =
  /(0?[1-9]|1[0-2])\.(0?[1-9]|[12][0-9]|3[01])日?(?=[\u4e00-\u9fa5]|[-~](?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12][0-9]|3[01])日?[\u4e00-\u9fa5])(?![条件个篇次期场份万千百亿元人起项分秒倍成度])/y;
const BEFORE_SLASH = /(?:^|[\n,.。;:!?、(【\]于在到至~-])$/;
/** 9.28和9.29各12条 */
const BESIDE_ANOTHER = /[0-9][./][0-9]{1,2}日?[和与跟及]$/;

/** 3/2, 03-02: only where a phrase begins, never before a measure word */
export const slashedDay: DateParser = {
  name: "slashed-day",
  parse(text, at, now) {
    const found =
      matchAt(SLASH, text, at) ??
      matchAt(DASHED, text, at) ??
      matchAt(POINTED, text, at) ??
      matchAt(IN_BRACKETS, text, at);
    if (!found) return undefined;
    if (
      !BEFORE_SLASH.test(text.slice(Math.max(0, at - 1), at)) &&
      !BESIDE_ANOTHER.test(text.slice(Math.max(0, at - 6), at))
    )
      return undefined;
    const [all, month, date] = found;
    if (/[条件个篇次期场份万w%0-9.]/.test(text.charAt(at + all.length))) return undefined;
    return { to: at + all.length, when: impliedDay(now, Number(month), Number(date)) };
  },
};

/** 2号, 二日 */
export const dayOfMonth: DateParser = {
  name: "day-of-month",
  parse(text, at, now) {
    const found = matchAt(BARE_DAY, text, at);
    if (!found) return undefined;
    if (/[报报内游均]/.test(text.charAt(at + found[0].length)) && found[0].endsWith("日")) return undefined; // 3日内 is a term
    return { to: at + found[0].length, when: bareDay(now, smallNumber(found[1] ?? "")) };
  },
};
