import { type IndicatorKey, type Month, monthOf, monthsOfYear, type Period, type RecordId } from "@gongkai/schema";
import { atOnce } from "./at-once.ts";
import { caseEventsIn } from "./case-events.ts";
import type { DayReading } from "./count-indicator.ts";
import type { Gap } from "./figure.ts";
import type { Fold } from "./fold.ts";
import { gapsIn } from "./gaps.ts";
import type { Lines } from "./lines.ts";
import type { KnownPeriod } from "./period-table.ts";
import { YearView } from "./year-view.ts";

/** `value` in stored units; `null`: nothing was stated for the month alone. */
export type MonthProgress = Readonly<{ month: Month; value: number | null; records: readonly RecordId[] }>;
/** A figure for more than a month stands beside the months; it cannot be dealt out among them. */
export type WiderFigure = Readonly<{ period: Period; value: number; record: RecordId }>;
export type IndicatorProgress = Readonly<{
  indicator: IndicatorKey;
  months: readonly MonthProgress[];
  wider: readonly WiderFigure[];
  /** Day-dated readings of a monthly counter or a gauge, in ledger order. */
  readings: readonly DayReading[];
  gaps: readonly Gap[];
}>;

type Growing = {
  months: Map<Month, { value: number; records: RecordId[] }>;
  wider: WiderFigure[];
  readings: DayReading[];
};

/** How far the year is, indicator by indicator: every one that has records or is owed by a section. */
export function progressOf(fold: Fold, year: number): IndicatorProgress[] {
  const { lines, office, catalogue } = fold.ledger();
  const view = atOnce(YearView.taking(lines, year));
  const gaps = gapsIn(view, { office, catalogue, asOf: fold.asOf });
  const found = new Map<IndicatorKey, Growing>();
  const of = (indicator: IndicatorKey): Growing => {
    const known = found.get(indicator) ?? { months: new Map(), wider: [], readings: [] };
    found.set(indicator, known);
    return known;
  };
  view.each(
    view.subjectsWhere(({ kind }) => kind !== "cell"),
    (line, period, quantity) => {
      const subject = lines.subjects.at(lines.subject.at(line));
      if (subject.kind === "cell") return;
      const rollUp = catalogue[subject.indicator]?.rollUp;
      place(of(subject.indicator), { lines, line, period, quantity, adds: rollUp === "sum" || rollUp === "case" });
    },
  );
  for (const { indicator, line, on } of caseEventsIn(lines))
    if (on.startsWith(`${year}-`)) put(of(indicator), monthOf(on), 1, lines.idAt(line));
  for (const { indicator } of gaps) of(indicator);
  return [...found].map(([indicator, { months, wider, readings }]) => ({
    indicator,
    months: monthsOfYear(year).map((month) => {
      const known = months.get(month);
      return { month, value: known?.value ?? null, records: known?.records ?? [] };
    }),
    wider,
    readings,
    gaps: gaps.filter((gap) => gap.indicator === indicator),
  }));
}

type Placed = Readonly<{ lines: Lines; line: number; period: KnownPeriod; quantity: number; adds: boolean }>;

function place(progress: Growing, { lines, line, period, quantity, adds }: Placed): void {
  const record = lines.idAt(line);
  const month = monthOf(period.from);
  if (month !== monthOf(period.to)) progress.wider.push({ period: period.period, value: quantity, record });
  else if (adds) put(progress, month, quantity, record);
  else if (period.wholeMonths) progress.months.set(month, { value: quantity, records: [record] });
  else progress.readings.push({ record, value: quantity, on: period.to });
}

function put({ months }: Growing, month: Month, quantity: number, record: RecordId): void {
  const known = months.get(month);
  if (known) {
    known.value += quantity;
    known.records.push(record);
  } else months.set(month, { value: quantity, records: [record] });
}
