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
const Weekday = z.int().min(1).max(7);
/** Day of the month, or the last working day of it. */
const MonthDay = z.union([z.literal("end"), z.int().min(1).max(31)]);
/** `on` null: none any more. `since`: the day it was chosen; only later days count. Null: chosen by the settings. */
const since = z.string().nullable();

const ChosenWeekday = z.strictObject({ on: Weekday.nullable(), since });
const ChosenMonthDay = z.strictObject({ on: MonthDay.nullable(), since });

/** What one person chose in chat; what they did not speak of is left to the settings. */
export const OwnChoice = z.strictObject({ week: ChosenWeekday.optional(), month: ChosenMonthDay.optional() });
export type OwnChoice = z.infer<typeof OwnChoice>;
/** The days one person gets a summary on. */
export type SummaryChoice = Readonly<{ week: z.infer<typeof ChosenWeekday>; month: z.infer<typeof ChosenMonthDay> }>;

/** The settings' days, for those who said nothing themselves. */
export type SummaryDefaults = Readonly<
  Record<"leaders" | "clerks", Readonly<{ week: SummaryChoice["week"]["on"]; month: SummaryChoice["month"]["on"] }>>
>;

/** A summary due: for which chosen day, of which month. */
export type SummaryDue = Readonly<{ span: SummarySpan; on: LocalDate; month: Month }>;

const STALE_AFTER = 5; // working days: a summary later than that is the next one's business
const BEGINS = 10; // up to this day of a month a week's summary tells of the month before: it is being collected
const LATE_HALF = 15; // a chosen day after this one tells of its own month, an earlier one of the month before

/** The summaries a choice makes due today: of the latest chosen day, or made up for when that was a day off. */
export function summariesDue(
  { week, month }: SummaryChoice,
  today: LocalDate,
  calendar: HolidayCalendar,
): SummaryDue[] {
  const due: SummaryDue[] = [];
  const isDue = (on: LocalDate, since: LocalDate | null) =>
    (since === null || on > since) && workingDaysBetween(on, today, calendar) <= STALE_AFTER;
  if (week.on !== null) {
    const on = addDays(today, -((weekdayOf(today) - week.on + 7) % 7));
    const before = addDays(`${monthOf(today)}-01`, -1);
    const about = Number(today.slice(8)) <= BEGINS ? monthOf(before) : monthOf(today);
    if (isDue(on, week.since)) due.push({ span: "week", on, month: about });
  }
  if (month.on !== null) {
    const summary = monthly(month.on, today, calendar);
    if (isDue(summary.on, month.since)) due.push(summary);
  }
  return due;
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
