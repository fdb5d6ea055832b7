import type { IndicatorKey, Month, Period } from "@gongkai/schema";
import { indicatorFor, type Speaking } from "./fact-words.ts";
import { periodWords } from "./period-words.ts";

export type ChartSpeaking = Pick<Speaking, "catalogue" | "today">;

/** A month at the head of a column or beside a bar: 3月. */
export const sectionMonthText = (month: Month): string => `${Number(month.slice(5))}月`;

const upTo = ({ today }: ChartSpeaking): string => `截至${periodWords(today, today)}`;

export const progressChartWords = (year: number, share: number, speaking: ChartSpeaking) => ({
  title: `${year}年各科室月报进度 ${Math.floor(share * 100)}%`,
  note: `${upTo(speaking)}；格子里是已报项数和应报项数，按全年十二个月算。`,
  legend: { full: "报齐", part: "没报齐", none: "一项没报", notDue: "还没到" },
});

export function trendChartWords(
  indicator: IndicatorKey,
  year: number,
  { scope, withBefore }: Readonly<{ scope: string | null; withBefore: boolean }>,
  speaking: ChartSpeaking,
) {
  const { label } = indicatorFor(speaking.catalogue, indicator);
  return {
    title: `${scope ?? ""}${year}年${label}，各月`,
    note: `${upTo(speaking)}，已撤销的不算；“—”是还没有人报过。`,
    legend: withBefore ? [`${year}年`, `${year - 1}年`] : [],
  };
}

export function rankingChartWords(indicator: IndicatorKey | null, period: Period, speaking: ChartSpeaking) {
  const what = indicator === null ? "各科室报数" : indicatorFor(speaking.catalogue, indicator).label;
  return {
    title: `${periodWords(period, speaking.today)}${what}，从多到少`,
    note: `${upTo(speaking)}，已撤销的不算。`,
  };
}

export const topChartWords = (period: Period, scope: string | null, speaking: ChartSpeaking) => ({
  title: `${scope ?? ""}${periodWords(period, speaking.today)}各项数字，从多到少`,
  note: `${upTo(speaking)}，已撤销的不算；单位不同的不能互相比。`,
});
