import {
  type ApplicationCase,
  addDays,
  daysOf,
  type HolidayCalendar,
  type IndicatorKey,
  type LocalDate,
  type Member,
  type Month,
  monthOf,
  workingDaysBetween,
} from "@gongkai/schema";
import { lastWorkingDay } from "./quiet-hours.ts";

/** One thing somebody should hear about. `key` names the thing itself: it is told once, by whatever process. */
export type Reminder = Readonly<{ key: string; to: string }> &
  (
    | Readonly<{ about: "month-owed"; month: Month; indicators: readonly IndicatorKey[] }>
    | Readonly<{ about: "sections-owe"; month: Month; sections: readonly string[] }>
    | Readonly<{ about: "case-due"; case: string; due: LocalDate; workingDaysLeft: number }>
    | Readonly<{ about: "report-milestone"; year: number; what: "submit" | "publish"; on: LocalDate }>
  );

/** What the reminders of a day are made from. Nothing here reads a clock or a store. */
export type Situation = Readonly<{
  today: LocalDate;
  calendar: HolidayCalendar;
  members: readonly Member[];
  gaps: readonly Readonly<{ section: string; indicator: IndicatorKey; month: Month }>[];
  openCases: readonly ApplicationCase[];
  /** Internal days; 条例 art. 49 caps both at 31 January. */
  milestones: Readonly<{ submitBy: LocalDate; publishBy: LocalDate }>;
}>;

const FOLLOW_UP = [1, 3, 5] as const; // working days of the next month on which gaps are followed up
const CASE_DAYS: ReadonlySet<number> = new Set([5, 2, 1, 0]); // working days left, and every day once it is late
const MILESTONE_DAYS: ReadonlySet<number> = new Set([10, 5, 2, 1, 0]);

const who = (members: readonly Member[], role: Member["roles"][number]): readonly Member[] =>
  members.filter(({ active, roles }) => active && roles.includes(role));

/** Working days from a day to another; negative once it is past. */
const daysLeft = (today: LocalDate, due: LocalDate, calendar: HolidayCalendar): number =>
  due >= today ? workingDaysBetween(today, due, calendar) : -workingDaysBetween(due, today, calendar);

/** The month whose figures are collected today, if today is a day for it: its last working day, or soon after it. */
export function monthCollected(today: LocalDate, calendar: HolidayCalendar): Month | undefined {
  const month = monthOf(today);
  if (today === lastWorkingDay(daysOf(month).to, calendar)) return month;
  const before = addDays(`${month}-01`, -1);
  const nth = workingDaysBetween(before, today, calendar);
  return FOLLOW_UP.some((day) => day === nth) ? monthOf(before) : undefined;
}

/** Everything that is due to be told today, before it is gathered into one digest a person. */
export function dueSoon(situation: Situation): readonly Reminder[] {
  return [...monthReminders(situation), ...caseReminders(situation), ...milestoneReminders(situation)];
}

function monthReminders({ today, calendar, members, gaps }: Situation): Reminder[] {
  const month = monthCollected(today, calendar);
  if (month === undefined) return [];
  const open = gaps.filter((gap) => gap.month === month);
  const owing = [...new Set(open.map(({ section }) => section))];
  const heads = owing.flatMap((section) =>
    who(members, "head")
      .filter((head) => head.section === section)
      .map(
        (head): Reminder => ({
          key: `month-owed/${month}/${section}/${today}`,
          to: head.id,
          about: "month-owed",
          month,
          indicators: open.filter((gap) => gap.section === section).map(({ indicator }) => indicator),
        }),
      ),
  );
  if (owing.length === 0 || monthOf(today) === month) return heads;
  const clerks = who(members, "clerk").map(
    (clerk): Reminder => ({
      key: `sections-owe/${month}/${today}`,
      to: clerk.id,
      about: "sections-owe",
      month,
      sections: owing,
    }),
  );
  return [...heads, ...clerks];
}

function caseReminders({ today, calendar, members, openCases }: Situation): Reminder[] {
  return openCases.flatMap(({ case: id, due }) => {
    const left = due === null ? undefined : daysLeft(today, due, calendar);
    if (due === null || left === undefined || !(left < 0 || CASE_DAYS.has(left))) return [];
    return who(members, "clerk").map(
      (clerk): Reminder => ({
        key: `case-due/${id}/${due}/${today}`,
        to: clerk.id,
        about: "case-due",
        case: id,
        due,
        workingDaysLeft: left,
      }),
    );
  });
}

function milestoneReminders({ today, calendar, members, milestones }: Situation): Reminder[] {
  const days = [
    ["submit", milestones.submitBy],
    ["publish", milestones.publishBy],
  ] as const;
  return days.flatMap(([what, on]) => {
    if (on < today || !MILESTONE_DAYS.has(daysLeft(today, lastWorkingDay(on, calendar), calendar))) return [];
    return who(members, "clerk").map(
      (clerk): Reminder => ({
        key: `milestone/${what}/${on}/${today}`,
        to: clerk.id,
        about: "report-milestone",
        year: Number(on.slice(0, 4)) - 1,
        what,
        on,
      }),
    );
  });
}
