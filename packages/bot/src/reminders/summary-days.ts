import {
  addDays,
  daysInMonth,
  daysOf,
  type HolidayCalendar,
  type LocalDate,
  type Month,
  monthOf,
  weekdayOf,
  workingDaysBetween,
  yearOf,
} from "@gongkai/schema";
import { z } from "zod";
import { lastWorkingDay } from "./quiet-hours.ts";
import type { SummarySpan } from "./summary.ts";

/** Day of the week: 1 Monday to 7 Sunday. */
export const Weekday = z.int().min(1).max(7);
/** Day of the month, or the last working day of it. */
export const MonthDay = z.union([z.literal("end"), z.int().min(1).max(31)]);

/** The days one person wants a summary on; null: not at all. */
export const SummaryChoice = z.strictObject({
  week: Weekday.nullable(),
  month: MonthDay.nullable(),
  /** The day it was chosen: only later days count. */
  since: z.string().nullable(),
});
export type SummaryChoice = z.infer<typeof SummaryChoice>;
/** What the settings choose for those who said nothing themselves. */
export type SummaryDefaults = Readonly<Record<"leaders" | "clerks", Omit<SummaryChoice, "since">>>;
export const NO_SUMMARY: SummaryChoice = { week: null, month: null, since: null };

/** A summary due: for which chosen day, of which month. */
export type SummaryDue = Readonly<{ span: SummarySpan; on: LocalDate; month: Month }>;

const STALE_AFTER = 5; // working days: a summary later than that is the next one's business
const BEGINS = 10; // up to this day of a month a week's summary tells of the month before: it is being collected
const LATE_HALF = 15; // a chosen day after this one tells of its own month, an earlier one of the month before

/** The summaries a choice makes due today: of the latest chosen day, or made up for when that was a day off. */
export function summariesDue(choice: SummaryChoice, today: LocalDate, calendar: HolidayCalendar): SummaryDue[] {
  const due: SummaryDue[] = [];
  if (choice.week !== null) {
    const on = addDays(today, -((weekdayOf(today) - choice.week + 7) % 7));
    const before = addDays(`${monthOf(today)}-01`, -1);
    due.push({ span: "week", on, month: Number(today.slice(8)) <= BEGINS ? monthOf(before) : monthOf(today) });
  }
  if (choice.month !== null) due.push(monthly(choice.month, today, calendar));
  return due.filter(
    ({ on }) => (choice.since === null || on > choice.since) && workingDaysBetween(on, today, calendar) <= STALE_AFTER,
  );
}

function monthly(day: z.infer<typeof MonthDay>, today: LocalDate, calendar: HolidayCalendar): SummaryDue {
  const onIn = (month: Month): LocalDate => {
    if (day === "end") return lastWorkingDay(daysOf(month).to, calendar);
    const last = daysInMonth(yearOf(month), Number(month.slice(5)));
    return `${month}-${String(Math.min(day, last)).padStart(2, "0")}`;
  };
  const running = monthOf(today);
  const before = monthOf(addDays(`${running}-01`, -1));
  const month = onIn(running) <= today ? running : before;
  const own = day === "end" || day > LATE_HALF;
  return { span: "month", on: onIn(month), month: own ? month : monthOf(addDays(`${month}-01`, -1)) };
}
