import { type HolidayCalendar, type LocalDate, type Member, yearOf } from "@gongkai/schema";
import { hearersOf, seatsOf } from "./ladder.ts";
import { daysLeft, lastWorkingDay } from "./quiet-hours.ts";
import type { Reminder } from "./reminder.ts";

/** Day and month of the office's own deadlines, `MM-DD`. */
export type Milestones = Readonly<{ submitBy: string; publishBy: string }>;
type Office = Readonly<{ today: LocalDate; calendar: HolidayCalendar; members: readonly Member[] }>;

const LAST_DAY = "01-31"; // 条例第四十九条: never later

/** The coming day of a milestone: this January's while it lasts, then the next year's. */
export function comingDay(monthDay: string, today: LocalDate): LocalDate {
  const capped = monthDay > LAST_DAY ? LAST_DAY : monthDay;
  return `${today.slice(5) <= capped ? yearOf(today) : yearOf(today) + 1}-${capped}`;
}

/** The law moves no day to Monday: on a day off the last working day before it is the last chance. */
export function milestoneReminders({ today, calendar, members }: Office, milestones: Milestones): Reminder[] {
  const days = [
    ["submit", milestones.submitBy],
    ["publish", milestones.publishBy],
  ] as const;
  return days.flatMap(([what, monthDay]) => {
    const on = comingDay(monthDay, today);
    const left = daysLeft(today, lastWorkingDay(on, calendar), calendar);
    return hearersOf("milestone", left, seatsOf(members, "", [])).map(
      ({ to, step }): Reminder => ({
        key: `${what}/${on}/${step}/${to}`,
        to,
        about: "report-milestone",
        year: yearOf(on) - 1,
        what,
        on,
        left,
      }),
    );
  });
}
