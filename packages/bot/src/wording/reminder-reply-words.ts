import { type IndicatorKey, indicatorOf, type LocalDate, type Month } from "@gongkai/schema";
import type { SummaryDaysSaid } from "../utterance/readers/summary-days.ts";
import { indicatorFor, type Speaking } from "./fact-words.ts";
import { periodWords } from "./period-words.ts";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];

/** What a section still has to fill in for a month, with a sentence to copy. */
export function monthLeftWords(month: Month, indicators: readonly IndicatorKey[], speaking: Speaking): string {
  const when = periodWords(month, speaking.today);
  const names = indicators.map((key) => indicatorFor(speaking.catalogue, key).label).join("、");
  const [first] = indicators;
  const known = first && indicatorOf(speaking.catalogue, first);
  const amount = known?.nil ? `3${known.unit}` : "12000";
  const example = known ? `，例如“${when}${known.label}${amount}”` : "";
  return `${when}还有${indicators.length}项要填：${names}。请直接发数${example}，可以一次发完。`;
}

/** What was chosen, and how to undo it. */
export function summaryDaysWords({ week, month }: SummaryDaysSaid, first: LocalDate | null, today: LocalDate): string {
  const stopped = [week === null ? "周报" : "", month === null ? "月度小结" : ""].filter((each) => each !== "");
  const days = [
    typeof week === "number" ? `每周${WEEKDAYS[week - 1] ?? ""}发一周小结` : "",
    month === "end" ? "每月最后一个工作日发当月小结" : "",
    typeof month === "number" ? `每月${month}号发月度小结` : "",
  ].filter((each) => each !== "");
  if (days.length === 0) return `好的，${stopped.join("和")}不再发了。想要了再说一声，例如“每周一给我发周报”。`;
  const begins = first === null ? "" : `，从${periodWords(first, today)}起`;
  const moves = first === null ? "" : "遇到休息日顺延到下一个工作日。";
  return `好的，${days.join("，")}${begins}。${moves}不想要了回复“不用发小结了”。`;
}
