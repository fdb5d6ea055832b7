import { addDays, daysInMonth, weekdayOf } from "@gongkai/schema";
import type { Token, TokenOf } from "../token.ts";
import { dayText, monthAt, type Now, type When } from "./when.ts";

const MONTH = /^[0-9一二三四五六七八九十]{1,3}月份?$/;
const DAY = /[日号]$/;
const WEEKDAY = /^(?:周|星期|礼拜)([一二三四五六日天])$/;
const NAMES_WEEKDAY = /(?:周|星期|礼拜)[一二三四五六日天]$/;

const isDate = (token: Token | undefined): token is TokenOf<"date"> => token?.kind === "date";
const joins = (token: Token | undefined) =>
  (token?.kind === "break" && token.char === "、") || token?.text === "和" || token?.text === "与";

/** 12、1、2月, 3月1、2、3日: what the bare number before `date` is, in the light of it. */
function before(value: number, date: TokenOf<"date">, now: Now): When | undefined {
  const { when, text } = date;
  if (when.type === "month" && MONTH.test(text) && value >= 1 && value <= 12) {
    const [year, month] = [Number(when.period.slice(0, 4)), Number(when.period.slice(5))];
    if (value === month) return undefined;
    return monthAt(now, value < month ? year : year - 1, value);
  }
  if (when.type === "day" && DAY.test(text) && value >= 1 && value < Number(when.period.slice(8))) {
    const [year, month] = [Number(when.period.slice(0, 4)), Number(when.period.slice(5, 7))];
    return value <= daysInMonth(year, month) ? { type: "day", period: dayText(year, month, value) } : undefined;
  }
  return undefined;
}

/** 1、2、3月: each number before the month is a month of its own, and each before a day a day of the same month. */
function withNumbers(tokens: readonly Token[], now: Now): Token[] {
  const result = [...tokens];
  for (let at = result.length - 1; at >= 2; at -= 1) {
    const [number, join, date] = [result[at - 2], result[at - 1], result[at]];
    if (!isDate(date) || !joins(join) || number?.kind !== "figure") continue;
    const { figure } = number;
    if (figure.type !== "exact" || figure.measure !== "none" || !/^[0-9一二三四五六七八九十]+$/.test(number.text))
      continue;
    const earlier = result[at - 3];
    if (earlier && earlier.kind !== "break" && earlier.kind !== "date") continue; // 处罚2、3月强制1件
    const when = before(figure.value, date, now);
    if (!when || (when.type !== "day" && when.type !== "month")) continue;
    const unit = when.type === "month" ? "月" : "日";
    result[at - 2] = { kind: "date", when, from: number.from, to: number.to, text: `${number.text}${unit}` };
    // 3月1、2日: the month only sets the stage
    if (isDate(earlier) && earlier.when.type === "month" && when.period.startsWith(`${earlier.when.period}-`))
      result[at - 3] = { ...earlier, kind: "break", strength: 1, char: "@" };
  }
  return result;
}

/** 上周六周日: the second day goes on from the first. */
function goingOn(token: TokenOf<"date">, earlier: Token | undefined, now: Now): When | undefined {
  const name = WEEKDAY.exec(token.text)?.[1];
  if (name === undefined || !isDate(earlier) || earlier.when.type !== "day" || !NAMES_WEEKDAY.test(earlier.text))
    return undefined;
  const weekday = "一二三四五六".indexOf(name) + 1 || 7;
  const ahead = (weekday - weekdayOf(earlier.when.period) + 7) % 7;
  const period = addDays(earlier.when.period, ahead);
  if (ahead === 0) return undefined;
  return period > now.day ? { type: "ahead", period } : { type: "day", period };
}

/** Puts the parts of a list of months or days into the light of the one that is said in full. */
export function listedDates(tokens: readonly Token[], now: Now): Token[] {
  const result: Token[] = [];
  for (const token of withNumbers(tokens, now)) {
    const last = result.at(-1);
    const earlier = joins(last) ? result.at(-2) : last;
    const when = isDate(token) ? goingOn(token, earlier, now) : undefined;
    result.push(isDate(token) && when ? { ...token, when } : token);
  }
  return result;
}
