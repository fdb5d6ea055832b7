import {
  type Case,
  casesOf,
  type HolidayCalendar,
  isCaseFact,
  type StandingFact,
  shanghaiDay,
  yearOf,
} from "@gongkai/schema";
import type { HandledCase } from "../reminders/case-reminders.ts";
import type { Situation } from "../reminders/due-today.ts";
import type { Milestones } from "../reminders/milestone-reminders.ts";
import type { OpenGap } from "../reminders/month-reminders.ts";
import { summaryOf } from "../reminders/summary.ts";
import type { SummaryChoice } from "../reminders/summary-days.ts";
import type { Reflection } from "./ledger-mirror.ts";
import type { TalkingOffice } from "./talking-office.ts";

/** What the bot remembers that bears on a day's reminders. */
export type Remembered = Readonly<{
  formerCalendar: HolidayCalendar | null;
  choices: ReadonlyMap<string, SummaryChoice>;
}>;

/** Everything the reminders of a day are made from, as the ledger and the directory stand. */
export function situationOf(
  office: TalkingOffice,
  { facts, fold, closed }: Reflection,
  milestones: Milestones,
  { formerCalendar, choices }: Remembered,
  now: number,
): Situation {
  const today = shanghaiDay(now);
  const { calendar, catalogue } = office;
  const standing = [...facts];
  const cases = handledCases(standing, calendar);
  const years = [...new Set([yearOf(today), yearOf(today) - 1])];
  const open = years.flatMap((year) => fold.figures(year, new Set()).gaps);
  const gaps = open.filter(({ month }) => !closed.has(month)); // closing it was somebody's decision
  const reporters = reportersOf(standing);
  return {
    today,
    calendar,
    formerCalendar,
    members: office.members(),
    gaps: gaps.map((gap): OpenGap => ({ ...gap, reporters: reporters.get(`${gap.section} ${gap.indicator}`) ?? [] })),
    cases,
    milestones,
    choices,
    summaryOf: (span, month) =>
      summaryOf({ office: office.office, catalogue, today, calendar, fold, standing, cases }, span, month),
  };
}

/** Who registered a case has it; when they have left, who wrote of it last. */
function handledCases(standing: readonly StandingFact[], calendar: HolidayCalendar): HandledCase[] {
  const about = new Map<string, { writers: string[]; section: string }>();
  const facts: StandingFact["fact"][] = [];
  for (const { fact, record } of standing) {
    if (!isCaseFact(fact)) continue;
    facts.push(fact);
    const known = about.get(fact.case) ?? { writers: [], section: record.section };
    about.set(fact.case, known);
    known.writers.push(record.by);
    if ("receivedOn" in fact) known.section = record.section;
  }
  return [...casesOf(facts, calendar)].map(([id, state]: [string, Case]): HandledCase => {
    const { writers, section } = about.get(id) ?? { writers: [], section: "" };
    const [opener, ...later] = writers;
    return { state, section, handlers: opener === undefined ? [] : [opener, ...later.reverse()] };
  });
}

/** Who reported an indicator for a section, the latest first, by `section indicator`. */
function reportersOf(standing: readonly StandingFact[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { fact, record } of standing) {
    if (fact.kind !== "figure-reported" && fact.kind !== "nil-attested") continue;
    const key = `${record.section} ${fact.indicator}`;
    const known = found.get(key) ?? new Set();
    known.delete(record.by); // moves to the end: the latest
    found.set(key, known.add(record.by));
  }
  return new Map([...found].map(([key, people]) => [key, [...people].reverse()]));
}
