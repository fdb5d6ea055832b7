import { numeralAt } from "../zh-number.ts";

/** Days somebody chose for their summaries: 1 Monday to 7 Sunday; a day of the month or its end; null is none any more. */
export type SummaryDaysSaid = Readonly<{ week?: number | null; month?: number | "end" | null }>;

const WEEKLY = /周报|(?:每周|一周|本周|上周)(?:的)?(?:小结|汇总)/;
const MONTHLY = /月(?:底|末|度)?(?:的)?(?:小结|汇总)|上月(?:的)?(?:小结|汇总)/;
const EITHER = /小结/;
const STOPS = /不用|不要|别|取消|停掉|停发|停了|不需要|不想要|退订/;
const ASKS = /[?？吗呢]|什么时候|几时|哪天|多久|怎么|有没有|发了没/;
const WEEKDAY = /(?:周|星期|礼拜)([一二三四五六日天])/;
const DAY_OF_MONTH = /(\d{1,2}|[一二三十]?十?[一二三四五六七八九十])[号日]/;
const MONTH_END = /月底|月末/;
const FOR_GOOD = /每|改|换|我|以后|今后/;

/** Everything such a sentence may be made of; where something is left over it is about something else. */
const ITS_WORDS =
  /不用|不要|取消|停掉|停发|停了|不需要|不想要|退订|别|再|请|麻烦|以后|今后|从?下周[起开]?始?|每个?|周报|月度|月底|月末|小结|汇总|(?:周|星期|礼拜)[一二三四五六日天]|一周|本周|上周|上个?月|(?:\d{1,2}|[一二三十]?十?[一二三四五六七八九十])[号日]|早上|上午|早晨|改成|改到|改为|改在|换成|推送|发送|给我|我|发|送|看|收到?|要|都|把|的|一?[份个]|一下|一次|吧|了|哦|啊|呀|就行|就好|可以|也|和|跟|及|、|,|，|。|!|！|周|月|\s/g;

const WEEKDAYS = "一二三四五六日";

/** 每周一给我发周报, 月底小结发我, 不用发周报了. Undefined for everything else: 周报发了3条 is a report. */
export function summaryDaysSaid(spoken: string): SummaryDaysSaid | undefined {
  const text = spoken.normalize("NFKC").trim();
  if (text.length > 30 || ASKS.test(text) || text.replace(ITS_WORDS, "") !== "") return undefined;
  const [weekly, monthly] = [WEEKLY.test(text), MONTHLY.test(text)];
  if (!weekly && !monthly && !EITHER.test(text)) return undefined;
  if (STOPS.test(text)) {
    const both = !weekly && !monthly;
    return { ...(weekly || both ? { week: null } : {}), ...(monthly || both ? { month: null } : {}) };
  }
  if (!FOR_GOOD.test(text)) return undefined;
  const weekday = WEEKDAY.exec(text)?.[1];
  const day = DAY_OF_MONTH.exec(text)?.[1];
  const end = MONTH_END.test(text);
  const week = weekday === undefined ? undefined : WEEKDAYS.indexOf(weekday === "天" ? "日" : weekday) + 1;
  const month: number | "end" | null | undefined = end ? "end" : day === undefined ? undefined : dayOfMonth(day);
  if (month === null) return undefined;
  const chosen = { ...(week === undefined ? {} : { week }), ...(month === undefined ? {} : { month }) };
  const fits = (weekly ? week !== undefined : true) && (monthly ? month !== undefined : true);
  return fits && Object.keys(chosen).length > 0 ? chosen : undefined;
}

function dayOfMonth(words: string): number | null {
  const numeral = numeralAt(words, 0);
  return numeral?.type === "exact" && numeral.value >= 1 && numeral.value <= 31 ? numeral.value : null;
}
