import type { Chart } from "@gongkai/reporter";
import { type IndicatorKey, indicatorOf, yearOf } from "@gongkai/schema";
import type { View } from "../dialogue/turn.ts";
import {
  type ChartSpeaking,
  progressChartWords,
  rankingChartWords,
  sectionMonthText,
  topChartWords,
  trendChartWords,
} from "../wording/chart-words.ts";
import { amountWords } from "../wording/number-words.ts";
import type { Answered } from "./answered.ts";

const MOST_ROWS = 20;

/**
 * An answer as a picture: how far the sections are, the months of an indicator, a ranking. What a sentence says as
 * well gets none, and so does one's own progress: a grid of every section is for those who look after them.
 */
export function chartOf(answered: Answered, view: View, speaking: ChartSpeaking): Chart | null {
  switch (answered.answer) {
    case "progress":
      return view.member.roles.some((role) => role !== "staff") ? progressChart(answered, speaking) : null;
    case "trend":
      return trendChart(answered, speaking);
    case "ranking":
      return rankingChart(answered, speaking);
    case "top":
      return topChart(answered, speaking);
    default:
      return null;
  }
}

type Of<Kind extends Answered["answer"]> = Extract<Answered, { answer: Kind }>;

function progressChart({ sections, period }: Of<"progress">, speaking: ChartSpeaking): Chart | null {
  const [first] = sections;
  if (!first) return null;
  const all = sections.flatMap(({ months }) => months);
  const owed = all.reduce((sum, month) => sum + month.owed, 0);
  const done = all.reduce((sum, month) => sum + (month.begun ? month.done : 0), 0);
  const words = progressChartWords(yearOf(period), done / owed, speaking);
  return {
    ...words,
    kind: "grid",
    columns: first.months.map(({ month }) => sectionMonthText(month)),
    rows: sections.slice(0, MOST_ROWS).map(({ label, months }) => ({
      label,
      cells: months.map(({ done, owed, begun }) =>
        begun ? { text: `${done}/${owed}`, share: done / owed } : { text: "", share: null },
      ),
    })),
  };
}

function trendChart({ indicator, year, months, scope }: Of<"trend">, speaking: ChartSpeaking): Chart | null {
  const said = months.some(({ value, before }) => value !== null || before !== null);
  if (!said || months.length === 0) return null;
  const withBefore = months.some(({ before }) => before !== null);
  const words = trendChartWords(indicator, year, { scope, withBefore }, speaking);
  return {
    ...words,
    kind: "bars",
    rows: months.map(({ month, value, before }) => ({
      label: sectionMonthText(month),
      bars: [barOf(indicator, value, speaking), ...(withBefore ? [barOf(indicator, before, speaking)] : [])],
    })),
  };
}

function barOf(indicator: IndicatorKey, stored: number | null, { catalogue }: ChartSpeaking) {
  const known = indicatorOf(catalogue, indicator);
  return { value: Math.max(0, stored ?? 0) / known.scale, text: stored === null ? "—" : amountWords(stored, known) };
}

function rankingChart({ rows, indicator, period }: Of<"ranking">, speaking: ChartSpeaking): Chart | null {
  if (rows.length < 2) return null;
  const words = rankingChartWords(indicator, period, speaking);
  return {
    ...words,
    kind: "bars",
    rows: rows.slice(0, MOST_ROWS).map(({ label, value }) => ({
      label,
      bars: [indicator === null ? { value, text: `${value}条` } : barOf(indicator, value, speaking)],
    })),
    legend: [],
  };
}

function topChart({ counts, period, scope }: Of<"top">, speaking: ChartSpeaking): Chart | null {
  if (counts.length < 2) return null;
  return {
    ...topChartWords(period, scope, speaking),
    kind: "bars",
    rows: counts.slice(0, MOST_ROWS).map(({ indicator, value }) => ({
      label: indicatorOf(speaking.catalogue, indicator).label,
      bars: [barOf(indicator, value, speaking)],
    })),
    legend: [],
  };
}
