import { addDays } from "@gongkai/schema";
import {
  dayOfMonth,
  daySpan,
  monthDay,
  numericDay,
  relativeMonthDay,
  slashedDay,
  yearMonthDay,
} from "./calendar-day.ts";
import { type DateFound, type DateParser, matchAt, NUM, smallNumber } from "./date-parser.ts";
import { festival } from "./festival.ts";
import { edgeOfMonth, englishMonth, month, monthSpan, partOfMonth, relativeMonth } from "./month.ts";
import { namedDay } from "./named-day.ts";
import { relativeDay, weekday } from "./relative-day.ts";
import { halfYear, quarter, year } from "./stretch.ts";
import { vagueTime } from "./vague-time.ts";
import { dayAt, type Now, rangeOf, type When } from "./when.ts";

/** Longer forms stand before the forms they begin with; the first that fits wins. */
const PARSERS: readonly DateParser[] = [
  numericDay,
  yearMonthDay,
  daySpan, // before month-day: 3月1-3日 begins like 3月1日
  monthDay,
  relativeMonthDay, // before relative-month: 上个月5号
  edgeOfMonth, // before month: 6月最后一天
  monthSpan, // before month: 1月到3月 begins like 1月
  festival, // before the year alone: 去年国庆
  quarter,
  halfYear,
  month,
  englishMonth,
  relativeMonth,
  slashedDay,
  dayOfMonth,
  weekday, // before vague-time: 周末 is its own answer
  relativeDay,
  partOfMonth,
  year, // after everything that may begin with a year
  namedDay, // before vague-time: 护士节那天 is a day
  vagueTime, // last: 三天前 is a day, 三天 is none
];

const NUMERALS = "0123456789一二三四五六七八九十廿卅";
const YEARS = "今去前本上全当明后2二1";
/** What a parser's text can begin with; a parser not named here is tried wherever any date may begin. */
const BEGINS: Readonly<Record<string, string>> = {
  "numeric-day": "2",
  "year-month-day": `${NUMERALS}今去前本上`,
  "day-span": `${NUMERALS}元`,
  "month-day": `${NUMERALS}元`,
  "relative-month-day": "上本这当",
  "month-span": `${NUMERALS}元今去前本上`,
  "edge-of-month": `${NUMERALS}上本这今去前`,
  quarter: `${NUMERALS}${YEARS}第q这首`,
  "half-year": `${NUMERALS}${YEARS}下半h`,
  month: `${NUMERALS}元今去前本上`,
  "english-month": "ijfmasond",
  "relative-month": "上本这当下lnt",
  "slashed-day": "0123456789",
  "day-of-month": NUMERALS,
  weekday: "上本这下周星礼双",
  "relative-day": `${NUMERALS}两大今昨夜前明后本半tyo`,
  "named-day": "当那这",
  "part-of-month": "月上中下",
  year: YEARS,
};
const REST =
  "3三春端中秋国清劳元妇植消青儿建教宪五六七八三双最近日之以此早先节年过月两这那有某往历老许好期暑寒开汛农平多连改隔次翌旬夏冬正腊初除头岁会同几头上整毕招";

/** The parsers worth a try at a character, in their order. */
const BY_CODE = new Map<number, readonly DateParser[]>(
  [...new Set([...Object.values(BEGINS).join(""), ...REST])].map((char) => [
    char.charCodeAt(0),
    PARSERS.filter(({ name }) => BEGINS[name]?.includes(char) ?? true),
  ]),
);

const CONNECTOR = /(?:-|~|至|到)/y;
/** 7月1日起, 本月前20天: a date that only bounds the time. */
const OPEN_ENDED =
  /(?:起(?!草|诉)|以来|至今|开始(?!了)|之后|以后|以前|之前|前(?!台|往|端|后|天|[0-9一二三四五六七八九十两]{1,2}[名项位大])|后(?!台|续|勤|面|来|天|半|期|[0-9一二三四五六七八九十两])|左右(?!岸|邻)|内(?!部|容)|到现在|到今天|前后)/y;
const UP_TO_NOW = /(?:到|至)(?:今天|今日|现在)/y;
const DAYS_OF_A_WEEK = 7;
const DAY_ONLY = new RegExp(`(${NUM})[日号]`, "y");

/** 3条, 12件: most figures are counts, and behind these no date begins with digits. */
const COUNT = /[0-9]{1,4}[条件篇次场封份起宗项则]/y;

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

function single(text: string, at: number, now: Now): DateFound | undefined {
  const code = text.charCodeAt(at);
  const parsers = BY_CODE.get(code);
  if (!parsers || (isDigit(code) && matchAt(COUNT, text, at))) return undefined;
  for (const parser of parsers) {
    const found = parser.parse(text, at, now);
    if (found) return found;
  }
  return undefined;
}

/** The second end of a range reads in the light of the first: 3月1日至3日, 上周一到周三. */
function endOf(text: string, at: number, now: Now, start: When): DateFound | undefined {
  const from = "period" in start ? start.period : start.type === "open" ? start.past : null;
  const bare = matchAt(DAY_ONLY, text, at);
  if (bare && from?.length === 10)
    return {
      to: at + bare[0].length,
      when: dayAt(now, Number(from.slice(0, 4)), Number(from.slice(5, 7)), smallNumber(bare[1] ?? "")),
    };
  const weekdayEnd = /^(?:周|星期|礼拜)([一二三四五六日天])/.exec(text.slice(at, at + 3));
  if (weekdayEnd && from?.length === 10) {
    const found = weekday.parse(text, at, now);
    if (!found || (found.when.type !== "day" && found.when.type !== "open" && found.when.type !== "ahead"))
      return found;
    let day = found.when.type === "open" ? found.when.past : (found.when.period ?? from);
    while (day < from) day = addDays(day, 7);
    while (day >= addDays(from, 7)) day = addDays(day, -7);
    return { to: found.to, when: day > now.day ? { type: "ahead", period: day } : { type: "day", period: day } };
  }
  return single(text, at, now);
}

const THAT_DAY = /(?:那一?天|当[天日]|那日)/y;
const THAT_MONTH = /(?:那个月|当月|那会儿?|那阵子?)/y;
/** 周一那天, 2月那会儿: the date over again. */
function pointedAt(text: string, found: DateFound | undefined): DateFound | undefined {
  const next = found && text.charAt(found.to);
  if (!found || (next !== "那" && next !== "当")) return found;
  const { type } = found.when;
  const again = type === "month" ? THAT_MONTH : type === "day" || type === "open" ? THAT_DAY : undefined;
  const more = again && matchAt(again, text, found.to);
  return more ? { ...found, to: found.to + more[0].length } : found;
}

const DURING = /(?:的)?(?:放假|假期|长假|小长假|黄金周|假日|国庆|春节|五一|中秋|节日)*(?:期间|(?:这|那)几天)/y;

/** The date that begins at `at`, with the range it may open. */
export function dateAt(text: string, at: number, now: Now): DateFound | undefined {
  const found = rangeAt(text, at, now);
  // 10月1日到8日放假期间: the days over again
  const during =
    found && (found.when.type === "range" || found.when.type === "day") ? matchAt(DURING, text, found.to) : undefined;
  return found && during ? { ...found, to: found.to + during[0].length } : found;
}

function rangeAt(text: string, at: number, now: Now): DateFound | undefined {
  const start = pointedAt(text, single(text, at, now));
  if (!start) return undefined;
  // 周一到今天
  const upToNow = matchAt(UP_TO_NOW, text, start.to);
  const since = start.when.type === "open" ? start.when.past : start.when.type === "day" ? start.when.period : null;
  if (upToNow && since !== null && since >= addDays(now.day, -DAYS_OF_A_WEEK))
    return {
      to: start.to + upToNow[0].length,
      when: rangeOf(now, { type: "day", period: since }, { type: "day", period: now.day }),
    };
  const open = matchAt(OPEN_ENDED, text, start.to);
  if (open && start.when.type !== "vague")
    return { to: start.to + open[0].length, when: { type: "vague", period: null, why: "vague" } };
  const connector = matchAt(CONNECTOR, text, start.to);
  if (!connector) return start;
  const end = endOf(text, start.to + connector[0].length, now, start.when);
  if (!end) return start;
  return { to: end.to, when: rangeOf(now, start.when, end.when) };
}
