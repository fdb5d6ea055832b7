import type { HolidayCalendar, LocalDate, Member, Month } from "@gongkai/schema";
import { may } from "../office/rights.ts";
import { caseReminders, type HandledCase, movedReminders } from "./case-reminders.ts";
import { type Milestones, milestoneReminders } from "./milestone-reminders.ts";
import { monthReminders, type OpenGap } from "./month-reminders.ts";
import type { Reminder } from "./reminder.ts";
import type { Summary, SummarySpan } from "./summary.ts";
import { type SummaryChoice, type SummaryDefaults, summariesDue } from "./summary-days.ts";

/** An office's own days, as its settings say them. */
export type Reminding = Readonly<{ milestones: Milestones; summaries: SummaryDefaults }>;

/** What the reminders of a day are made from. Nothing here reads a clock or a store. */
export type Situation = Readonly<{
  today: LocalDate;
  calendar: HolidayCalendar;
  /** The calendar the office was last told by; null when it is told for the first time. */
  formerCalendar: HolidayCalendar | null;
  members: readonly Member[];
  gaps: readonly OpenGap[];
  cases: readonly HandledCase[];
  milestones: Milestones;
  /** Who wants summaries on which days, by member id. */
  choices: ReadonlyMap<string, SummaryChoice>;
  /** Made only when somebody is to read it. */
  summaryOf: (span: SummarySpan, month: Month) => Summary;
}>;

/**
 * Everything each person has reached by today, told or not: whoever calls leaves out what was told. A missed day needs
 * nothing more, because a step stays reached until the next one.
 */
export function reachedBy(situation: Situation): readonly Reminder[] {
  const { formerCalendar, cases } = situation;
  const moved = formerCalendar === null ? [] : movedReminders(situation, formerCalendar, cases);
  return [
    ...caseReminders(situation, cases),
    ...moved,
    ...monthReminders(situation, situation.gaps),
    ...milestoneReminders(situation, situation.milestones),
    ...summaryReminders(situation),
  ];
}

export const readsSummaries = (member: Member): boolean => may(member, "read-summaries");

function summaryReminders({ today, calendar, members, choices, summaryOf }: Situation): Reminder[] {
  const made = new Map<string, Summary>();
  return members.filter(readsSummaries).flatMap(({ id: to }) => {
    const choice = choices.get(to);
    return (choice ? summariesDue(choice, today, calendar) : []).map(({ span, on, month }): Reminder => {
      const summary = made.get(`${span} ${month}`) ?? summaryOf(span, month);
      made.set(`${span} ${month}`, summary);
      return { key: `summary/${span}/${on}/${to}`, to, about: "summary", summary };
    });
  });
}
