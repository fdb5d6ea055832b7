import type { FigureId, LocalDate, Month } from "@gongkai/schema";
import type { Line } from "../dialogue/line.ts";
import { periodOf } from "../dialogue/stated-fact.ts";
import { type Speaking, whatWords } from "./fact-words.ts";
import { nearPeriodWords, periodWords } from "./period-words.ts";

/** A statutory figure before and after what was written, in printed digits. */
export type Movement = Readonly<{ figure: FigureId; year: number; label: string; before: string; after: string }>;
/** How far an indicator's month is after what was written. */
export type Running = Readonly<{ month: Month; label: string; amount: string; records: number }>;

/** A date that was said and one that was taken from the day of speaking look different. */
export function whenWords({ fact, periodImplied }: Line, today: LocalDate): string {
  const period = periodOf(fact);
  if (period === undefined || fact.kind === "text-stored" || fact.kind === "figure-published") return "";
  if (!periodImplied) return periodWords(period, today);
  return period === today ? "今天（未说日期）" : `${periodWords(period, today)}（未说日期）`;
}

/** One line: 行政许可12件，今天（未说日期）. */
export function lineWords(line: Line, speaking: Speaking): string {
  const when = whenWords(line, speaking.today);
  return when === "" ? whatWords(line.fact, speaking) : `${whatWords(line.fact, speaking)}，${when}`;
}

/** Several lines are numbered, so that 撤销第2条 has something to mean. */
export function linesWords(lines: readonly Line[], speaking: Speaking): string {
  const [only] = lines;
  if (only && lines.length === 1) return lineWords(only, speaking);
  return lines.map((line, place) => `${place + 1}. ${lineWords(line, speaking)}`).join("\n");
}

/** Several lines above choices, which have the numbers. */
export function bulletWords(lines: readonly Line[], speaking: Speaking): string {
  const [only] = lines;
  if (only && lines.length === 1) return lineWords(only, speaking);
  return lines.map((line) => `· ${lineWords(line, speaking)}`).join("\n");
}

export const movementWords = (movements: readonly Movement[], thisYear: number): string =>
  movements
    .map(({ label, before, after, year }) => `${year === thisYear ? "" : `${year}年`}${label} ${before}→${after}`)
    .join("；");

export const runningWords = (running: readonly Running[], today: LocalDate): string =>
  running.map(({ month, label, amount }) => `${label}${nearPeriodWords(month, today)}累计${amount}`).join("；");
