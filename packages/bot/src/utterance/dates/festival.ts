import { addDays } from "@gongkai/schema";
import { saidYear } from "./calendar-day.ts";
import { type DateParser, matchAt, YEAR } from "./date-parser.ts";
import { dayAt, dayOf, impliedYear, monthText, type Now, type When } from "./when.ts";

/** Named days: month and date. */
const DAYS: Readonly<Record<string, readonly [number, number]>> = {
  元旦: [1, 1],
  三八节: [3, 8],
  三八: [3, 8],
  妇女节: [3, 8],
  植树节: [3, 12],
  "315": [3, 15],
  三一五: [3, 15],
  消费者权益日: [3, 15],
  五四: [5, 4],
  青年节: [5, 4],
  六一: [6, 1],
  儿童节: [6, 1],
  七一: [7, 1],
  建党节: [7, 1],
  八一: [8, 1],
  建军节: [8, 1],
  教师节: [9, 10],
  双十一: [11, 11],
  双11: [11, 11],
  宪法日: [12, 4],
  双十二: [12, 12],
  双12: [12, 12],
};
/** Holidays whose days lie in one month in every year; the month is certain, the days change with the notice. */
const IN_MONTH: Readonly<Record<string, number>> = { 五一: 5, 劳动节: 5, 国庆: 10, 清明: 4 };
/** Month of the holiday by year, 国办 notices of 2023 to 2025; 0 where it lies in two months. */
const BY_YEAR: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  春节: { 2024: 2, 2025: 0, 2026: 2 },
  端午: { 2024: 6, 2025: 0, 2026: 6 },
  中秋: { 2024: 9, 2025: 10, 2026: 9 },
};
/** The feast itself by year, month and date of the calendar: lunar ones and 清明 move. */
const FEAST_DAY: Readonly<Record<string, Readonly<Record<number, readonly [number, number]>>>> = {
  春节: { 2024: [2, 10], 2025: [1, 29], 2026: [2, 17], 2027: [2, 6] },
  清明: { 2024: [4, 4], 2025: [4, 4], 2026: [4, 5], 2027: [4, 5] },
  端午: { 2024: [6, 10], 2025: [5, 31], 2026: [6, 19], 2027: [6, 9] },
  中秋: { 2024: [9, 17], 2025: [10, 6], 2026: [9, 25], 2027: [9, 15] },
};
const FIXED_FEAST: Readonly<Record<string, readonly [number, number]>> = {
  五一: [5, 1],
  劳动节: [5, 1],
  国庆: [10, 1],
};
const NAMES = [...Object.keys(DAYS), ...Object.keys(IN_MONTH), ...Object.keys(BY_YEAR)].sort(
  (a, b) => b.length - a.length,
);
const FESTIVAL = new RegExp(
  `(今年|去年|前年|${YEAR}年)?(?:的)?(${NAMES.join("|")})(节)?(假期|长假|放假|小长假|黄金周)?(期间|[那这]?几天|那些天|[三五七八3578]天|那会儿)?(当天|当日|[那这]一?天)?(?!前|后|路|街|广场|小学|档|专栏|专题|主题|特辑)`,
  "y",
);
/** 元旦前一天, 国庆后一天 */
const DAY_BESIDE = new RegExp(`(今年|去年|前年|${YEAR}年)?(?:的)?(${NAMES.join("|")})节?(?:的)?(前|后)一[天日]`, "y");
const COUNTED = /^[条件个篇次期场份0-9万千百]/;
const VAGUE = { type: "vague", period: null, why: "vague" } as const satisfies When; // spread where another reason holds

/** 五一那天, 中秋当天: the day of the feast, of the latest year in which it is not ahead and near enough. */
function feastDay(name: string, said: string | undefined, now: Now): When {
  const inYear = (year: number) => FIXED_FEAST[name] ?? FEAST_DAY[name]?.[year] ?? DAYS[name];
  const near = inYear(now.year);
  if (!near) return VAGUE;
  const year = said === undefined ? impliedYear(now, ...near) : saidYear(said, now);
  const day = typeof year === "number" ? inYear(year) : undefined;
  return day && typeof year === "number" ? dayAt(now, year, ...day) : VAGUE;
}

/** 六一, 国庆假期, 春节. What lies in one month is that month; 春节前 and the like are no dates. */
export const festival: DateParser = {
  name: "festival",
  parse(text, at, now) {
    const beside = matchAt(DAY_BESIDE, text, at);
    if (beside) {
      const [all, said, name = "", side] = beside;
      const feast = feastDay(name, said, now);
      if (feast.type === "day" || feast.type === "ahead")
        return { to: at + all.length, when: dayOf(now, addDays(feast.period ?? now.day, side === "前" ? -1 : 1)) };
    }
    const found = matchAt(FESTIVAL, text, at);
    if (!found) return undefined;
    const [all, said, name = "", , holiday, during, theDay] = found;
    const to = at + all.length;
    if (/^(?:315|三一五)$/.test(name) && !theDay) return undefined; // 315条
    if (COUNTED.test(text.slice(to)) && /^[三五六七八][一四八]$/.test(all)) return undefined; // 六一条
    const day = DAYS[name];
    if (day && during && !holiday) return { to, when: { ...VAGUE, why: "span-without-dates" } };
    if (day && (!holiday || theDay)) {
      const year = said === undefined ? impliedYear(now, ...day) : saidYear(said, now);
      return { to, when: typeof year === "number" ? dayAt(now, year, ...day) : VAGUE };
    }
    const guess =
      day?.[0] ?? IN_MONTH[name] ?? BY_YEAR[name]?.[said === undefined ? now.year : saidYear(said, now)] ?? 0;
    if (theDay && !holiday) return { to, when: feastDay(name, said, now) };
    if (theDay || guess === 0) return { to, when: VAGUE };
    const year = said === undefined ? impliedYear(now, guess, 1) : saidYear(said, now);
    if (typeof year !== "number") return { to, when: VAGUE };
    const month = BY_YEAR[name]?.[year] ?? guess;
    if (month === 0) return { to, when: VAGUE };
    const period = monthText(year, month);
    if (period > now.day.slice(0, 7)) return { to, when: { type: "ahead", period } };
    return { to, when: { type: "month", period } };
  },
};
