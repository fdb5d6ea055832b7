import { addDays, spanOf, weekdayOf } from "@gongkai/schema";
import type { Token } from "../token.ts";
import { NUM, smallNumber } from "./date-parser.ts";
import { listedDates } from "./listed.ts";
import { summedDays } from "./summed.ts";
import { dayAt, monthAt, type Now, type When } from "./when.ts";

const BARE_DAY = new RegExp(`^(${NUM})[日号]$`);
const BARE_MONTH = new RegExp(`^(${NUM})月`);
const BARE_WEEKDAY = /^(?:周|星期|礼拜)([一二三四五六日天])$/;

/** 9月1号那天 */
const THAT_DAY = /[那当][天日]$/;

/** A finer date in the light of the coarser one said before it: 2月份：2号许可1件 means 2 February. */
function within(said: string, coarse: When, now: Now): When | undefined {
  const text = said.replace(THAT_DAY, "");
  const period = "period" in coarse ? coarse.period : null;
  if (period === null || period === undefined) return undefined;
  const day = BARE_DAY.exec(text);
  if (day && /^\d{4}-\d{2}$/.test(period))
    return dayAt(now, Number(period.slice(0, 4)), Number(period.slice(5)), smallNumber(day[1] ?? ""));
  const month = BARE_MONTH.exec(text);
  if (month && /^\d{4}$/.test(period) && !/年/.test(text)) {
    if (/[日号]$/.test(text)) {
      const [, , date = ""] = /(?:月份?)(.*?)([^月份]+)[日号]$/.exec(text) ?? [];
      return dayAt(now, Number(period), smallNumber(month[1] ?? ""), smallNumber(date));
    }
    return monthAt(now, Number(period), smallNumber(month[1] ?? ""));
  }
  const weekday = BARE_WEEKDAY.exec(text);
  if (weekday && /^\d{4}-\d{2}-\d{2}\//.test(period)) {
    const span = spanOf(period);
    if (!span || weekdayOf(span.from) !== 1) return undefined;
    const found = addDays(span.from, ("一二三四五六".indexOf(weekday[1] ?? "") + 1 || 7) - 1);
    return found > now.day ? { type: "ahead", period: found } : { type: "day", period: found };
  }
  return undefined;
}

/** 12月29号4件，30号6件: a later bare day goes on in the month that was said. */
function following(text: string, before: When, now: Now): When | undefined {
  const day = BARE_DAY.exec(text);
  if (!day || before.type !== "day") return undefined;
  const date = smallNumber(day[1] ?? "");
  if (date <= Number(before.period.slice(8))) return undefined;
  const found = dayAt(now, Number(before.period.slice(0, 4)), Number(before.period.slice(5, 7)), date);
  return found.type === "day" ? found : undefined;
}

const isCoarse = (when: When) =>
  when.type === "month" || when.type === "long" || when.type === "range" || when.type === "ahead";

/** 昨天一天办了52件: how long is no other day. */
const WHOLE_DAY = /^(?:一|1)?(?:整)?天$/;

const dayIn = (when: When): string | undefined =>
  when.type === "day" ? when.period : when.type === "open" ? when.past : undefined;

/** 昨天29号, 9月25号周三: the same day in other words. */
function isThatDay(text: string, day: string): boolean {
  const date = BARE_DAY.exec(text)?.[1];
  if (date !== undefined) return smallNumber(date) === Number(day.slice(8));
  const weekday = BARE_WEEKDAY.exec(text)?.[1];
  return weekday !== undefined && ("一二三四五六".indexOf(weekday) + 1 || 7) === weekdayOf(day);
}

const WHOLE_MONTH = /^(?:全月|整月|整个月|当月|全月份)$/;
const SAME_DAY = /^同一?天$/;
/** Puts bare days, weekdays and months into the month, week or year named before them, which then no longer stands alone. */
export function anchorDates(tokens: readonly Token[], now: Now): readonly Token[] {
  if (!tokens.some(({ kind }) => kind === "date")) return tokens;
  let coarse: { when: When; at: number } | null = null;
  let stated: When | null = null;
  const result: Token[] = [];
  for (const token of tokens) {
    const before = result.at(-1);
    if (before?.kind === "date" && before.when.type === "day" && WHOLE_DAY.test(token.text)) {
      result.push({ ...token, kind: "break", strength: 1, char: "@" });
      continue;
    }
    if (token.kind !== "date") {
      result.push(token);
      continue;
    }
    // 上周五解读2条，同一天还开了发布会
    const same = SAME_DAY.test(`${before?.kind === "unknown" ? before.text : ""}${token.text}`);
    const lastDay = same ? result.findLast((one) => one.kind === "date" && one.when.type === "day") : undefined;
    if (lastDay?.kind === "date") {
      result.pop();
      result.push({ ...token, when: lastDay.when });
      continue;
    }
    const comma = before?.kind === "break" && before.char === ",";
    const earlier = comma ? result.at(-2) : before; // 是周四，26号
    const told = earlier?.kind === "date" && dayIn(earlier.when);
    if (told && isThatDay(token.text, told)) {
      if (comma) result.pop();
      result.push({ ...token, kind: "break", strength: 1, char: "@" });
      continue;
    }
    // 12月行政许可全月共办41件: the month that was said
    if (WHOLE_MONTH.test(token.text) && result.some((one) => one.kind === "date" && one.when.type === "month")) {
      result.push({ ...token, kind: "break", strength: 1, char: "@" });
      continue;
    }
    const finer = coarse ? within(token.text, coarse.when, now) : undefined;
    const next: When | undefined = stated && !finer ? following(token.text, stated, now) : undefined;
    stated = /月.*[日号]$|[-/.]/.test(token.text) ? token.when : (next ?? stated);
    if (next) {
      result.push({ ...token, when: next });
      continue;
    }
    if (finer && coarse) {
      const between = result.slice(coarse.at + 1).some((one) => one.kind === "figure");
      const parent = result[coarse.at];
      // the coarse date only sets the stage; it stays when something was counted under it
      if (!between && parent?.kind === "date") result[coarse.at] = { ...parent, kind: "break", strength: 1, char: "@" };
      result.push({ ...token, when: finer });
      continue;
    }
    if (isCoarse(token.when)) coarse = { when: token.when, at: result.length };
    result.push(token);
  }
  return summedDays(listedDates(result, now), now);
}
