import { addDays, weekdayOf } from "@gongkai/schema";
import { type DateParser, matchAt, NUM, smallNumber } from "./date-parser.ts";
import { dayOf, mondayOf, type When } from "./when.ts";

const DAY =
  /(?:大前[天日儿](?:个)?|大后[天日儿](?:个)?|[今昨前明后](?:[天日儿]|个(?!月|星期|礼拜))(?:个)?|今[早晚晨夜]|昨[晚夜早]|夜(?:儿个?|个|黑里?|来)|前[晚夜]|明[早晚晨]|本日|昨上午|昨下午|今上午|今下午|昨(?![天日儿个晚夜早上下])|today|yesterday|tomorrow|tonight)(?:的)?/y;
const OFFSET: readonly (readonly [RegExp, number])[] = [
  [/^大前/, -3],
  [/^大后/, 3],
  [/^前/, -2],
  [/^(?:昨|夜|yes)/, -1],
  [/^(?:今|本|today|tonight)/, 0],
  [/^(?:明|tomo)/, 1],
  [/^后/, 2],
];
const DAYS_AGO = new RegExp(`(${NUM}|两)(?:天|日)(?:之前|以前|前)`, "y");
const HOURS_AGO = new RegExp(`(?:${NUM}|两|半)个?(?:小时|分钟|钟头|刻钟)(?:之前|以前|前)`, "y");
const MIDNIGHT_ENDS = 5; // until 05:00 people still say 今天 and 今晚 of the day that has just ended

/** 今：公众号2条: a word of its own before what was done. */
const BARE_TODAY = /今(?=[:,。;、])/y;
const startsAt = (text: string, at: number): boolean => at === 0 || /[,。;:!\n]/.test(text.charAt(at - 1));

/** 今天, 昨晚, 大前天, 三天前. Just after midnight 今天 and 今晚 are two days alike. */
export const relativeDay: DateParser = {
  name: "relative-day",
  parse(text, at, now) {
    const found = matchAt(DAY, text, at)?.[0] ?? (startsAt(text, at) ? matchAt(BARE_TODAY, text, at)?.[0] : undefined);
    if (found) {
      const to = at + found.length;
      const offset = OFFSET.find(([pattern]) => pattern.test(found))?.[1] ?? 0;
      if (offset === 0 && now.hour < MIDNIGHT_ENDS && !/今[早晨]/.test(found))
        return { to, when: { type: "vague", period: now.day, why: "after-midnight" } };
      return { to, when: dayOf(now, addDays(now.day, offset)) };
    }
    const ago = matchAt(DAYS_AGO, text, at);
    if (ago) return { to: at + ago[0].length, when: dayOf(now, addDays(now.day, -smallNumber(ago[1] ?? ""))) };
    const hours = matchAt(HOURS_AGO, text, at);
    if (!hours) return undefined;
    const when: When = now.hour < 8 ? { type: "vague", period: now.day, why: "after-midnight" } : dayOf(now, now.day);
    return { to: at + hours[0].length, when };
  },
};

const WEEK = "(?:周|星期|礼拜)";
const WEEKDAY = new RegExp(`(上上个?|上一?个?|本|这个?|这一|下下个?|下个?)?${WEEK}([一二三四五六日天])`, "y");
const WEEK_SPAN = new RegExp(`(上上个?|上一?个?|本|这个?|这一|下下个?|下个?)${WEEK}(?!末|[一二三四五六日天])`, "y");
const WEEKEND = /(?:上上个?|上个?|本|这个?|下个?)?(?:周末|双休日?)/y;
const COUNTER = /[条件个篇次期场份]/; // 上周五条: Friday, or five of them last week

const weeksBack = (which: string | undefined): number =>
  which === undefined ? 0 : which.startsWith("上上") ? 2 : which.startsWith("上") ? 1 : which.startsWith("下") ? -1 : 0;

/** 周三, 上周日, 上上周五, 本周. A bare weekday not yet reached is last week's when the thing is done. */
export const weekday: DateParser = {
  name: "weekday",
  parse(text, at, now) {
    const today = weekdayOf(now.day);
    const found = matchAt(WEEKDAY, text, at);
    if (found) {
      const [all, which, name = ""] = found;
      const to = at + all.length;
      if (COUNTER.test(text.charAt(to)) && !/^个[人]/.test(text.slice(to)))
        return { to, when: { type: "vague", period: null, why: "vague" } };
      // 上周一共7条: on Monday, or the whole week
      if (name === "一" && text.charAt(to) === "共") return { to, when: { type: "vague", period: null, why: "vague" } };
      const number = "一二三四五六".indexOf(name) + 1 || 7;
      const day = addDays(mondayOf(now.day, today, weeksBack(which)), number - 1);
      if (which !== undefined || number < today) return { to, when: dayOf(now, day) };
      const past = addDays(day, -7);
      return {
        to,
        when: {
          type: "open",
          past: number === today ? day : past,
          next: number === today ? past : day,
          sure: number !== today,
        },
      };
    }
    const weekend = matchAt(WEEKEND, text, at)?.[0];
    if (weekend) return { to: at + weekend.length, when: { type: "vague", period: null, why: "vague" } };
    const span = matchAt(WEEK_SPAN, text, at);
    if (!span) return undefined;
    const to = at + span[0].length;
    const back = weeksBack(span[1]);
    const monday = mondayOf(now.day, today, back);
    if (back < 0) return { to, when: { type: "ahead", period: `${monday}/${addDays(monday, 6)}` } };
    const last = addDays(monday, 6);
    const type = monday.slice(0, 7) === last.slice(0, 7) ? "range" : "long";
    return { to, when: { type, period: `${monday}/${last}` } };
  },
};
