import {
  catalogueOf,
  daysOf,
  type LocalDate,
  type Month,
  type Office,
  type StandingFacts,
  yearOf,
} from "@gongkai/schema";
import type { Fold } from "../fold/fold.ts";
import { factLine } from "../records/fact-line.ts";
import type { Listing } from "../records/record-row.ts";
import { monthCases, waitingAt } from "./month-cases.ts";
import type { MonthAsked } from "./month-line.ts";
import { dayReadings, monthRecords, widerFigures } from "./month-records.ts";
import type { MonthReport } from "./month-report.ts";
import { monthSections, wholeOffice } from "./month-sections.ts";

export type MonthToCompile = Readonly<{
  fold: Fold;
  office: Office;
  month: Month;
  /** The same records the fold has, played out: the fold counts, these say who and when. */
  standing: StandingFacts;
  /** Member id → name; who is missing is printed by id. */
  people?: ReadonlyMap<string, string>;
  /** The day it is compiled on: a month still running says up to when it counts. */
  today?: LocalDate;
}>;

/** 月报: every indicator owed or reported, with its value, records and gaps. Counts nothing itself. */
export function compileMonth(toCompile: MonthToCompile): MonthReport {
  const { fold, office, month, standing, people = new Map(), today } = toCompile;
  const listing: Listing = { office, catalogue: catalogueOf(office), people, year: yearOf(month) };
  const asked: MonthAsked = { fold, month, begins: firstDayOf(standing, listing) };
  const sections = monthSections(asked, office);
  const whole = wholeOffice(asked, sections);
  const cases = monthCases(asked);
  const running = today !== undefined && today < daysOf(month).to;
  return {
    office,
    month,
    ...(running && { until: today }),
    closed: fold.ledger().lines.closedMonths.has(month),
    whole,
    sections,
    cases,
    waiting: waitingAt(fold, month),
    wider: widerFigures([...whole, ...cases], standing, month),
    readings: dayReadings(whole, standing, listing),
    records: monthRecords(standing, month, [...whole, ...cases], listing),
  };
}

function firstDayOf(standing: StandingFacts, { catalogue }: Listing): LocalDate | undefined {
  let first: LocalDate | undefined;
  for (const { fact } of standing) {
    const { when } = factLine(fact, catalogue);
    if (when && (first === undefined || when.from < first)) first = when.from;
  }
  return first;
}
