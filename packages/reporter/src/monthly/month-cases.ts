import { APPLICANT_KINDS, daysOf, type IndicatorKey, type Month, yearOf } from "@gongkai/schema";
import { isOpenAt } from "../fold/applications.ts";
import type { Fold } from "../fold/fold.ts";
import { indicatorKeys, type MonthAsked, monthLine } from "./month-line.ts";
import type { MonthLine } from "./month-report.ts";

/** Said every month, also when it is 0; the results of disputes only when there are any. */
const ALWAYS: ReadonlySet<string> = new Set<IndicatorKey>([
  "application.received",
  "application.outcome",
  "review.received",
  "litigation.received",
]);

export const isOfCases = (indicator: string): boolean => /^(?:application|review|litigation)\./.test(indicator);

export function monthCases(asked: MonthAsked): readonly MonthLine[] {
  return indicatorKeys(asked)
    .filter(isOfCases)
    .map((indicator) => monthLine(asked, indicator))
    .filter(({ indicator, month, soFar }) => ALWAYS.has(indicator) || Boolean(month.value) || Boolean(soFar.value));
}

/** Applications waiting at the end of the month, those whose applicant is not known yet among them. */
export function waitingAt(fold: Fold, month: Month): number {
  const figures = fold.figures(yearOf(month), new Set());
  const placed = APPLICANT_KINDS.map((kind) => figures.waitingByMonth(kind)[Number(month.slice(5)) - 1] ?? 0);
  const { applications } = figures.cases;
  const unplaced = applications.filter((each) => each.applicant === null && isOpenAt(each, daysOf(month).to));
  return placed.reduce((sum, count) => sum + count, unplaced.length);
}
