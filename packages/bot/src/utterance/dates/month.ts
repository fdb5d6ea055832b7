import { daysInMonth } from "@gongkai/schema";
import { saidYear } from "./calendar-day.ts";
import { type DateParser, MONTH_NUM, matchAt, NUM, smallNumber, YEAR } from "./date-parser.ts";
import { dayAt, impliedYear, monthAt, monthBefore, type Now, rangeOf, type When } from "./when.ts";

const SAID = `(今年|去年|前年|本年度?|上年|${YEAR}年)?(?:的)?`;
const PART = "(?:份)?(?:的)?(?:上旬|中旬|下旬|月?初|月?底|月?末|中|全月|整月)?";
const MONTH_SPAN = new RegExp(`${SAID}(${MONTH_NUM})月?份?(?:-|~|至|到)(${NUM})月份?`, "y");
const MONTH = new RegExp(`${SAID}(${MONTH_NUM})月${PART}`, "y");
const NUMERIC_MONTH = /(20[0-9]{2})[-/.](0?[1-9]|1[0-2])(?![0-9-/.])月?/y;
const RELATIVE = new RegExp(
  `(上上个?月|上个?月|上一个月|本月|这个?月|当月|这一个月|下个?月|下下个?月|last month|this month|next month)${PART}`,
  "y",
);
const PART_OF_THIS = /(?:月初|上旬|月中|中旬|下旬|月底|月末)/y;
const LATE_IN_MONTH = 25;

function monthOfYear(now: Now, said: string | undefined, month: number): When {
  if (month < 1 || month > 12) return { type: "impossible" };
  if (said !== undefined) return monthAt(now, saidYear(said, now), month);
  const year = impliedYear(now, month, 1);
  if (year === "far") return { type: "vague", period: null, why: "far-month" };
  return monthAt(now, year === "ahead" ? now.year : year, month);
}

/** 1-3月, 一月到三月, 去年10-12月 */
export const monthSpan: DateParser = {
  name: "month-span",
  parse(text, at, now) {
    const found = matchAt(MONTH_SPAN, text, at);
    if (!found) return undefined;
    const [all, year, from = "", to = ""] = found;
    if (/^[日号]/.test(text.slice(at + all.length)) || new RegExp(`^${NUM}[日号]`).test(text.slice(at + all.length)))
      return undefined; // 3月1日 to …
    const [first, last] = [smallNumber(from), smallNumber(to)];
    const end = monthOfYear(now, year, last);
    const start = monthOfYear(now, year, first);
    return { to: at + all.length, when: rangeOf(now, start, end) };
  },
};

const ENGLISH = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;
const ENGLISH_MONTH =
  /(?:in )?(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])/y;

/** june, in June, Feb: the months of a message mixed with English. */
export const englishMonth: DateParser = {
  name: "english-month",
  parse(text, at, now) {
    const found = /[a-z]/.test(text.charAt(at - 1)) ? undefined : matchAt(ENGLISH_MONTH, text, at);
    if (!found) return undefined;
    const [all, name = ""] = found;
    return {
      to: at + all.length,
      when: monthOfYear(now, undefined, 1 + ENGLISH.findIndex((one) => one.startsWith(name.slice(0, 3)))),
    };
  },
};

/** 3月, 三月份, 去年12月, 3月上旬: the month is enough */
export const month: DateParser = {
  name: "month",
  parse(text, at, now) {
    const numeric = matchAt(NUMERIC_MONTH, text, at);
    if (numeric) return { to: at + numeric[0].length, when: monthAt(now, Number(numeric[1]), Number(numeric[2])) };
    const found = matchAt(MONTH, text, at);
    if (!found) return undefined;
    const [all, year, number = ""] = found;
    return { to: at + all.length, when: monthOfYear(now, year, smallNumber(number)) };
  },
};

/** 本月, 上个月, 上月底 */
export const relativeMonth: DateParser = {
  name: "relative-month",
  parse(text, at, now) {
    const found = matchAt(RELATIVE, text, at);
    if (!found) return undefined;
    const [all, which = ""] = found;
    const to = at + all.length;
    if (/^[下n]/.test(which)) return { to, when: { type: "ahead", period: monthBefore(now, -1) } };
    if (/[底末]$|下旬$/.test(all) && !which.startsWith("上") && now.date < LATE_IN_MONTH)
      return { to, when: { type: "ahead", period: monthBefore(now, 0) } };
    const back = which.startsWith("上上") ? 2 : /^[上l]/.test(which) ? 1 : 0;
    return { to, when: { type: "month", period: monthBefore(now, back) } };
  },
};

const EDGE_OF_YEAR = new RegExp(`(今年|去年|前年|本年|${YEAR}年)的?(最后一天|第一天|头一天)`, "y");
const EDGE = new RegExp(`(?:(${NUM})月份?|(上个?月|本月|这个?月))的?(最后一天|第一天|头一天)`, "y");

/** 6月最后一天, 上个月第一天 */
export const edgeOfMonth: DateParser = {
  name: "edge-of-month",
  parse(text, at, now) {
    const ofYear = matchAt(EDGE_OF_YEAR, text, at);
    if (ofYear) {
      const [all, said = "", side = ""] = ofYear;
      const [month, date] = side.startsWith("最后") ? [12, 31] : [1, 1];
      return { to: at + all.length, when: dayAt(now, saidYear(said, now), month, date) };
    }
    const found = matchAt(EDGE, text, at);
    if (!found) return undefined;
    const [all, number, which, edge = ""] = found;
    const when: When =
      number === undefined
        ? { type: "month", period: monthBefore(now, which?.startsWith("上") ? 1 : 0) }
        : monthOfYear(now, undefined, smallNumber(number));
    if (when.type !== "month") return { to: at + all.length, when };
    const [year, month] = [Number(when.period.slice(0, 4)), Number(when.period.slice(5))];
    return {
      to: at + all.length,
      when: dayAt(now, year, month, edge.startsWith("最后") ? daysInMonth(year, month) : 1),
    };
  },
};

/** 月初, 月底 without a month: the running one, when it has come that far */
export const partOfMonth: DateParser = {
  name: "part-of-month",
  parse(text, at, now) {
    const found = matchAt(PART_OF_THIS, text, at)?.[0];
    if (!found) return undefined;
    const to = at + found.length;
    const reached = /初|上/.test(found) ? 1 : /中/.test(found) ? 11 : 21;
    if (now.date < (/[底末]/.test(found) ? LATE_IN_MONTH : reached))
      return { to, when: { type: "vague", period: null, why: "vague" } };
    return { to, when: { type: "month", period: monthBefore(now, 0) } };
  },
};
