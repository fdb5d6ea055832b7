import { compileFold, countIndicator, type Fold } from "@gongkai/reporter";
import {
  addDays,
  type CaseId,
  type Catalogue,
  daysOf,
  type HolidayCalendar,
  hasIndicator,
  type IndicatorKey,
  indicatorOf,
  type LocalDate,
  type Month,
  monthOf,
  type Office,
  type StandingFact,
  shanghaiDay,
  yearOf,
} from "@gongkai/schema";
import { deadlinesOf } from "./case-deadlines.ts";
import type { HandledCase } from "./case-reminders.ts";
import { daysLeft } from "./quiet-hours.ts";

export type SummarySpan = "week" | "month";

/** Amounts in stored units. `before`: the month before, null in a week's summary. */
export type Mover = Readonly<{ indicator: IndicatorKey; amount: number; records: number; before: number | null }>;
/** How many indicators a section owes for the month and which of them are still open. */
export type SectionProgress = Readonly<{ section: string; owed: number; open: readonly IndicatorKey[] }>;
export type DueAnswer = Readonly<{ case: CaseId; due: LocalDate; left: number }>;

/** What a leader or clerk reads once a week or month. */
export type Summary = Readonly<{
  span: SummarySpan;
  month: Month;
  sections: readonly SectionProgress[];
  movers: readonly Mover[];
  cases: Readonly<{ open: number; overdue: readonly DueAnswer[]; soon: readonly DueAnswer[] }>;
  /**
   * What keeps the report of `year` a draft: months gone by that nobody reported, and what else must be mended, the
   * first few and how many there are. Months still to come are nobody's fault.
   */
  report: Readonly<{ year: number; gaps: number; must: readonly string[]; mustCount: number }>;
}>;

export type SummaryMaterial = Readonly<{
  office: Office;
  catalogue: Catalogue;
  today: LocalDate;
  calendar: HolidayCalendar;
  fold: Fold;
  standing: Iterable<StandingFact>;
  cases: readonly HandledCase[];
}>;

const MOST_MOVERS = 5;
const MOST_MUST = 3;
const SOON = 5; // working days
const WEEK = 7;

export function summaryOf(material: SummaryMaterial, span: SummarySpan, month: Month): Summary {
  const { today } = material;
  return {
    span,
    month,
    sections: sectionsOf(material, month),
    movers: span === "week" ? arrivedThisWeek(material) : movedThisMonth(material, month),
    cases: dueCases(material),
    report: reportOf(material, today.slice(5, 7) === "01" ? yearOf(today) - 1 : yearOf(today)),
  };
}

/** Owed month by month; documents and stocks are said once a year, cases count themselves. */
const MONTHLY: ReadonlySet<string> = new Set(["sum", "latest", "monthly-latest"]);

function sectionsOf({ office, catalogue, fold }: SummaryMaterial, month: Month): SectionProgress[] {
  const gaps = fold.figures(yearOf(month), new Set()).gaps.filter((gap) => gap.month === month);
  return office.sections.flatMap(({ key: section, reports }) => {
    const open = gaps.filter((gap) => gap.section === section).map(({ indicator }) => indicator);
    const monthly = reports.filter(
      (key) =>
        hasIndicator(catalogue, key) && MONTHLY.has(indicatorOf(catalogue, key).rollUp) && !key.startsWith("doc."),
    );
    const owed = new Set([...monthly, ...open]).size;
    return owed === 0 ? [] : [{ section, owed, open }];
  });
}

const adding = (catalogue: Catalogue) =>
  (Object.keys(catalogue) as IndicatorKey[]).filter((key) => indicatorOf(catalogue, key).rollUp === "sum"); // keys of a catalogue are its indicators

/** Months that somebody spoke of, both of them: what nobody reported has not fallen to 0. */
function movedThisMonth({ catalogue, fold }: SummaryMaterial, month: Month): Mover[] {
  const monthBefore = monthOf(addDays(`${month}-01`, -1));
  const movers = adding(catalogue).flatMap((indicator) => {
    const now = countIndicator(fold, { indicator, span: daysOf(month) });
    const before = countIndicator(fold, { indicator, span: daysOf(monthBefore) });
    if (now.value === null || before.value === null || now.value === before.value) return [];
    return [{ indicator, amount: now.value, records: now.records, before: before.value }];
  });
  const share = ({ amount, before }: { amount: number; before: number }) =>
    Math.abs(amount - before) / Math.max(amount, before);
  return movers.sort((one, other) => share(other) - share(one)).slice(0, MOST_MOVERS);
}

/** What was reported within the last seven days, whatever period it is for. */
function arrivedThisWeek({ catalogue, standing, today }: SummaryMaterial): Mover[] {
  const since = addDays(today, -WEEK);
  const found = new Map<IndicatorKey, { amount: number; records: number }>();
  for (const { fact, record } of standing) {
    if (fact.kind !== "figure-reported" || !hasIndicator(catalogue, fact.indicator)) continue;
    const written = shanghaiDay(record.writtenAt);
    if (written < since || written >= today || indicatorOf(catalogue, fact.indicator).rollUp !== "sum") continue;
    const known = found.get(fact.indicator) ?? { amount: 0, records: 0 };
    found.set(fact.indicator, { amount: known.amount + fact.quantity, records: known.records + 1 });
  }
  return [...found]
    .map(([indicator, counted]): Mover => ({ indicator, ...counted, before: null }))
    .sort((one, other) => other.records - one.records)
    .slice(0, MOST_MOVERS);
}

function dueCases({ cases, calendar, today }: SummaryMaterial): Summary["cases"] {
  const open = cases.filter(({ state }) => state.kind === "application" && state.state === "open");
  const due = open
    .flatMap(({ state }) =>
      deadlinesOf(state, calendar)
        .filter(({ matter }) => matter === "answer")
        .map((deadline) => ({ case: state.case, due: deadline.due, left: daysLeft(today, deadline.due, calendar) })),
    )
    .sort((one, other) => one.left - other.left);
  return {
    open: open.length,
    overdue: due.filter(({ left }) => left < 0),
    soon: due.filter(({ left }) => left >= 0 && left <= SOON),
  };
}

const GAPS = "L-GAP"; // the rule that a month nobody reported is no zero

function reportOf({ fold, office, today, calendar }: SummaryMaterial, year: number): Summary["report"] {
  const { findings, figures } = compileFold(fold, { office, year, today, calendar });
  const must = findings.filter(({ verdict, rule }) => verdict === "必改" && rule !== GAPS);
  return {
    year,
    gaps: figures.gaps.filter(({ month }) => month < monthOf(today)).length,
    must: must.slice(0, MOST_MUST).map(({ says }) => says),
    mustCount: must.length,
  };
}
