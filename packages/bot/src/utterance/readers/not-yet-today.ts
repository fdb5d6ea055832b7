import type { Clause } from "../binding/clause.ts";
import { type Reading, textOf } from "../reading.ts";

/** From which hour on a part of the day has come. */
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/下午/, 13],
  [/中午/, 11],
  [/晚上|傍晚|晚间|今晚/, 17],
];
const STARTS =
  /^(?:今天)?(?:下午|中午|晚上|傍晚|今晚)?(?:[0-9]{1,2}|[一二三四五六七八九十两]{1,2})?点?半?(?:开|召开|举行|举办|组织|接受|发|推|上)(?!了|过|完)/;

const HOUR_OF_EVENING = /(?:今天)?(?:晚上|今晚)(?:([0-9]{1,2})|([六七八九十]))点/;
const EVENING_HOURS: Readonly<Record<string, number>> = { 六: 18, 七: 19, 八: 20, 九: 21, 十: 22 };
/** 今天晚上8点发了, said in the afternoon: an hour that has not come. */
function isBeforeItsHour({ text, now }: Reading): boolean {
  const [, digits, word = ""] = /昨|前天/.test(text) ? [] : (HOUR_OF_EVENING.exec(text) ?? []);
  const hour = digits === undefined ? EVENING_HOURS[word] : Number(digits) < 12 ? Number(digits) + 12 : Number(digits);
  return hour !== undefined && now.hour < hour && now.hour > 5;
}

/** 下午3点开发布会, said in the morning without 了: not yet. */
function isLaterToday({ text, now, tokens }: Reading, done: boolean): boolean {
  if (done || !STARTS.test(text)) return false;
  // 上周四下午开展督查1次: 上 was no verb
  if (tokens[0]?.kind === "date" && "period" in tokens[0].when && tokens[0].when.period !== now.day) return false;
  const part = PARTS.find(([pattern]) => pattern.test(text.slice(0, 8)));
  return part !== undefined && now.hour < part[1];
}

/** 培训1次，下午三点开始, said in the morning. */
const STARTS_LATER = /^(?:今天)?(?:下午|中午|晚上|傍晚|今晚).{0,8}(?:开始|开|举行|举办|进行|召开)$/;
/** What every form of STARTS_LATER and HOUR_OF_EVENING holds. */
const PART_OF_DAY = /下午|中午|晚上|傍晚|今晚/;
const startsLater = (words: string, hour: number): boolean =>
  STARTS_LATER.test(words) && PARTS.some(([pattern, from]) => pattern.test(words) && hour < from);

/** Is what is told set for an hour of today that has not come? `told`: the clauses that report. */
export function isNotYetToday(reading: Reading, told: readonly Clause[], done: boolean): boolean {
  const { text, now } = reading;
  if (isLaterToday(reading, done)) return true;
  if (!PART_OF_DAY.test(text)) return false;
  return told.some(({ tokens }) => startsLater(textOf(tokens), now.hour)) || isBeforeItsHour(reading);
}
