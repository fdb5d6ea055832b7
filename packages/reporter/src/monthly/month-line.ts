import { daysOf, type IndicatorKey, indicatorOf, type LocalDate, type Month, type Span, yearOf } from "@gongkai/schema";
import { type Count, countIndicator } from "../fold/count-indicator.ts";
import type { Fold } from "../fold/fold.ts";
import type { MonthLine, MonthState } from "./month-report.ts";

export type MonthAsked = Readonly<{
  fold: Fold;
  month: Month;
  /** First day the ledger says anything about. Before it a count of cases is not 0 but unknown. */
  begins: LocalDate | undefined;
}>;

/** Every indicator of the office, in the catalogue's order. */
export const indicatorKeys = ({ fold }: MonthAsked): readonly IndicatorKey[] =>
  Object.keys(fold.ledger().catalogue) as IndicatorKey[]; // keys of a Catalogue are indicator keys

/** From 1 January to the end of the month. */
export const spanSoFar = (month: Month): Span => ({ from: `${month.slice(0, 4)}-01-01`, to: daysOf(month).to });
export const sameMonthLastYear = (month: Month): Month => `${yearOf(month) - 1}${month.slice(4)}`;

/** One indicator in the month; of one section, or of all when none is given. */
export function monthLine(asked: MonthAsked, indicator: IndicatorKey, section?: string): MonthLine {
  const { fold, month } = asked;
  const { label, unit, scale, rollUp, nil } = indicatorOf(fold.ledger().catalogue, indicator);
  const count = (span: Span) =>
    countIndicator(fold, { indicator, span, ...(section === undefined ? {} : { section }) });
  const counted = count(daysOf(month));
  return {
    indicator,
    label,
    unit,
    scale,
    addsUp: rollUp !== "latest" && rollUp !== "stock",
    month: counted,
    soFar: count(spanSoFar(month)),
    lastYear: lastYear(asked, count, rollUp === "case"),
    state: stateOf(counted, nil),
  };
}

function lastYear({ month, begins }: MonthAsked, count: (span: Span) => Count, isCase: boolean): number | null {
  const days = daysOf(sameMonthLastYear(month));
  const known = begins !== undefined && begins <= days.to;
  return isCase && !known ? null : count(days).value;
}

function stateOf({ value, records, gaps, straddling }: Count, nil: boolean): MonthState {
  if (value !== null) return nil && value === 0 && records > 0 ? "nil" : "reported";
  if (gaps.length > 0) return "gap";
  return straddling.length > 0 ? "wider" : "none";
}

/** Something was said about it this year, or is owed for the month. */
export const hasSomething = ({ month, soFar, state }: MonthLine): boolean =>
  state !== "none" || soFar.records > 0 || [month, soFar].some((at) => at.readings.length + at.straddling.length > 0);
