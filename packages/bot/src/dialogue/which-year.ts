import { covers, daysOf, indicatorOf, type LocalDate, monthOf, yearOf } from "@gongkai/schema";
import type { Draft, Item } from "../utterance/meaning.ts";
import { figureOf, isDay, sameSectionAs, storedQuantity, TOTAL_WORDS } from "./stated-fact.ts";
import type { View } from "./turn.ts";

/** Words that make a figure one of a whole year. */
const YEAR_WORDS = /全年|一年来|一年下来|年度|去年|上年|全年度|(?:19|20)\d\d年(?!\s*\d)/u;

const MONTHS_OVER = 2; // so many times the fullest month known: no single day, hardly a month
const LEAST = 20; // below this a full day is everyday
const UNKNOWN_LIMIT = 100; // for a day of January, where nothing is known of the work yet

const isJanuary = (today: LocalDate): boolean => today.slice(5).startsWith("01-");

/**
 * The years a figure said in January may belong to; none when there is no doubt. In January last year's report is being
 * written: an undated total, a figure as large as a year's, or one for January that contradicts what January already
 * holds may be the old year's. An undated done thing is today.
 */
export function yearsOf(view: View, item: Item, section: string, words: string): readonly number[] {
  const { today } = view;
  if (!isJanuary(today) || item.nil) return [];
  const { rollUp } = indicatorOf(view.catalogue, item.indicator.value);
  const years = [yearOf(today) - 1, yearOf(today)];
  const implied = item.period.certainty === "implied";
  if (!implied && item.period.value !== monthOf(today)) return [];
  if (implied && (rollUp === "stock" || isTotal(`${item.text} ${words}`))) return years;
  if (rollUp !== "sum") return [];
  return isYearly(view, item, section) || contradicts(view, item, section) ? years : [];
}

const isTotal = (words: string): boolean => TOTAL_WORDS.test(words) || YEAR_WORDS.test(words);

/** As large as a year's figure, by what this section has reported so far, or the office has published. */
function isYearly(view: View, item: Item, section: string): boolean {
  const stored = storedQuantity(view, item) ?? 0;
  const { scale, feeds } = indicatorOf(view.catalogue, item.indicator.value);
  if (item.quantity.value < LEAST) return false;
  const months = new Map<string, number>();
  let published = 0;
  for (const { fact, record } of view.standing) {
    if (fact.kind === "figure-published" && feeds.includes(fact.figure)) published = Math.max(published, fact.quantity);
    if (fact.kind !== "figure-reported" || fact.indicator !== item.indicator.value) continue;
    if (!sameSectionAs(record.section, section)) continue;
    const month = fact.period.slice(0, 7);
    if (isDay(fact.period) || fact.period === month) months.set(month, (months.get(month) ?? 0) + fact.quantity);
  }
  const fullest = Math.max(0, ...months.values(), published / 12);
  return fullest > 0 ? stored > fullest * MONTHS_OVER : isDay(item.period.value) && stored >= UNKNOWN_LIMIT * scale;
}

/** 1月许可2件, while January already holds more: it may be last January. */
function contradicts(view: View, item: Item, section: string): boolean {
  if (isDay(item.period.value)) return false;
  const days = daysOf(item.period.value);
  const said = figureOf(view, item);
  let held = 0;
  for (const { fact, record } of view.standing) {
    if (fact.kind !== "figure-reported" || fact.indicator !== item.indicator.value) continue;
    if (!sameSectionAs(record.section, section) || !covers(days, daysOf(fact.period))) continue;
    if (said.kind === "figure-reported" && fact.channel === said.channel) held += fact.quantity;
  }
  return held > (said.kind === "figure-reported" ? said.quantity : 0);
}

/** 一年来许可一共215件, 全年处罚12件: whole but for the period, which in January is one of two years. */
export function totalOfYear(view: View, draft: Draft, words: string): Draft | undefined {
  const [ask, another] = draft.asks;
  if (!isJanuary(view.today) || !ask || another || ask.about !== "period") return undefined;
  if (!draft.indicator || !draft.quantity || !isTotal(`${draft.text} ${words}`)) return undefined;
  if (!YEAR_WORDS.test(`${draft.text} ${words}`) && ask.why !== "period-vague") return undefined;
  return { ...draft, period: { value: view.today, certainty: "implied", text: "" }, asks: [] };
}

/** The period a figure counts in once its year is known. */
export function periodIn(item: Item, year: number, today: LocalDate): Item["period"] {
  const { value, certainty } = item.period;
  const said = (period: string) => ({ value: period, certainty: "said", text: item.period.text }) as const;
  if (year === yearOf(today)) return said(value);
  return said(certainty === "implied" ? String(year) : `${year}${value.slice(4)}`);
}
