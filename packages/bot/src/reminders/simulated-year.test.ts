import {
  addDays,
  type CaseFact,
  caseOf,
  HOLIDAY_YEARS,
  type HolidayCalendar,
  holidayCalendarOf,
  type LocalDate,
  type Member,
  type Month,
  monthsOfYear,
  STATE_CALENDAR,
} from "@gongkai/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Digest, digestsOf } from "./digest.ts";
import { reachedBy } from "./due-today.ts";
import type { OpenGap } from "./month-reminders.ts";
import { firstAllowed } from "./quiet-hours.ts";
import type { Reminder } from "./reminder.ts";
import type { Summary } from "./summary.ts";

const person = (id: string, section: string, ...roles: Member["roles"]): Member => ({
  ...{ id, name: id, section, roles, active: true },
});
const MEMBERS = [
  person("wang", "permit", "staff"),
  person("sun", "permit", "head"),
  person("guo", "office", "clerk"),
  person("li", "office", "leader"),
];
const FIRST: LocalDate = "2026-01-01";
const DAYS = Array.from({ length: 365 }, (_, at) => addDays(FIRST, at));
const NEW_CALENDAR = holidayCalendarOf(HOLIDAY_YEARS, {
  ...{ version: "市政府办通知〔2026〕9号", years: [], off: { "2026-06-10": "停休", "2026-09-02": "停休" } },
  ...{ work: { "2026-06-13": "停休" } },
});

/** Counted here by itself, from the calendar's days alone. */
function works(day: LocalDate, { off, work }: HolidayCalendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return work.has(day) || (!off.has(day) && weekday !== 0 && weekday !== 6);
}
function countLeft(today: LocalDate, due: LocalDate, calendar: HolidayCalendar): number {
  let [from, to, sign] = [today, due, 1];
  if (due < today) [from, to, sign] = [due, today, -1];
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (works(day, calendar)) count += 1;
  return count * sign;
}

type Story = Readonly<{
  received: number;
  answeredAfter: number | null;
  extendedAfter: number | null;
  letterAfter: number | null;
}>;
type Year = Readonly<{
  stories: readonly Story[];
  /** Per month and indicator: on which day after the month's first it was reported; null never. */
  reports: readonly (number | null)[];
  down: ReadonlySet<number>;
  calendarFrom: number;
}>;

const aYear: fc.Arbitrary<Year> = fc.record({
  stories: fc.array(
    fc.record({
      received: fc.integer({ min: 0, max: 330 }),
      answeredAfter: fc.option(fc.integer({ min: 1, max: 70 }), { freq: 4 }),
      extendedAfter: fc.option(fc.integer({ min: 5, max: 20 }), { freq: 2 }),
      letterAfter: fc.option(fc.integer({ min: 2, max: 12 }), { freq: 2 }),
    }),
    { maxLength: 6 },
  ),
  reports: fc.array(fc.option(fc.integer({ min: 10, max: 50 }), { freq: 4 }), { minLength: 12, maxLength: 12 }),
  down: fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 90 }).map((days) => new Set(days)),
  calendarFrom: fc.integer({ min: 1, max: 400 }),
});

function factsOf({ received, answeredAfter, extendedAfter, letterAfter }: Story, at: number): CaseFact[] {
  const id = `A-2026-${String(at + 1).padStart(4, "0")}`;
  const on = (after: number) => addDays(FIRST, received + after);
  const step = { kind: "application-step", case: id } as const;
  return [
    { kind: "application-opened", case: id, applicant: "nat", via: "online", receivedOn: on(0) },
    ...(letterAfter === null ? [] : [{ ...step, days: null, step: "consultation-sent", on: on(letterAfter) } as const]),
    ...(extendedAfter === null
      ? []
      : [{ ...step, step: "extended", on: on(extendedAfter), days: 5, approvedOn: on(extendedAfter) } as const]),
    ...(answeredAfter === null
      ? []
      : [{ kind: "application-answered", case: id, outcome: "open", on: on(answeredAfter) } as const]),
  ];
}
const dayOf = (fact: CaseFact): LocalDate => ("receivedOn" in fact ? fact.receivedOn : fact.on);

const summaryOf = (span: "week" | "month", month: Month): Summary => ({
  ...{ span, month, sections: [], movers: [] },
  ...{ cases: { open: 0, overdue: [], soon: [] }, report: { year: 2026, gaps: 0, must: [], mustCount: 0 } },
});

type Lived = Readonly<{
  day: LocalDate;
  calendar: HolidayCalendar;
  digests: readonly Digest[];
  open: readonly Open[];
  gaps: readonly OpenGap[];
  /** Cases whose day differs from what the calendar of the round before would make it. */
  moved: readonly string[];
}>;
type Open = Readonly<{ case: string; due: LocalDate | null }>;

/** The year as the ticker lives it: one round on every working day on which the bot is there. */
function live({ stories, reports, down, calendarFrom }: Year): Lived[] {
  const told = new Set<string>();
  const lived: Lived[] = [];
  let formerCalendar: HolidayCalendar | null = null;
  for (const [at, today] of DAYS.entries()) {
    const calendar = at < calendarFrom ? STATE_CALENDAR : NEW_CALENDAR;
    const morning = Date.parse(`${today}T10:00:00+08:00`);
    if (down.has(at) || firstAllowed(morning, { from: 18, to: 9 }, calendar) !== morning) continue;
    const cases = stories.flatMap((story, place) => {
      const state = caseOf(
        factsOf(story, place).filter((fact) => dayOf(fact) < today),
        calendar,
      );
      return state ? [{ state, section: "permit", handlers: ["wang"] }] : [];
    });
    const gaps = monthsOfYear(2026).flatMap((month, place): OpenGap[] => {
      const reported = reports[place] ?? null;
      const isOpen = `${month}-01` <= today && (reported === null || addDays(`${month}-01`, reported) >= today);
      return isOpen ? [{ section: "permit", indicator: "permit.decided", month, reporters: ["wang"] }] : [];
    });
    const reached = reachedBy({
      ...{ today, calendar, formerCalendar, members: MEMBERS, gaps, cases, summaryOf },
      milestones: { submitBy: "01-26", publishBy: "01-31" },
      choices: new Map([["li", { week: { on: 1, since: null }, month: { on: "end", since: null } }]]),
    });
    const digests = digestsOf(reached, (key) => told.has(key), today);
    for (const { reminders, silent } of digests)
      for (const key of [...reminders.map((reminder) => reminder.key), ...silent]) told.add(key);
    const moved = cases.flatMap(({ state }) => {
      if (formerCalendar === null || state.kind !== "application" || state.state !== "open") return [];
      const before = caseOf(state.facts, formerCalendar);
      return before?.kind === "application" && before.due !== state.due ? [state.case] : [];
    });
    formerCalendar = calendar;
    const open = cases.flatMap(({ state }) =>
      state.kind === "application" && state.state === "open" ? [{ case: state.case, due: state.due }] : [],
    );
    lived.push({ day: today, calendar, digests, open, gaps, moved });
  }
  return lived;
}

const SEED = Math.floor(Math.random() * 2 ** 31); // the same years for every test of a run; fast-check tells it on failure
const known = new Map<string, Lived[]>();
function lived(year: Year): readonly Lived[] {
  const key = JSON.stringify([year, [...year.down]]);
  const found = known.get(key) ?? live(year);
  known.set(key, found);
  return found;
}
const someYears = (holds: (year: readonly Lived[]) => void) =>
  fc.assert(
    fc.property(aYear, (year) => holds(lived(year))),
    { numRuns: 16, seed: SEED },
  );
type Told = Readonly<{ day: LocalDate; to: string; reminder: Reminder }>;
const allTold = (year: readonly Lived[]): Told[] =>
  year.flatMap(({ day, digests }) =>
    digests.flatMap(({ to, reminders }) => reminders.map((reminder) => ({ day, to, reminder }))),
  );

test("nobody gets two messages a day, on a day off none, and no empty one", () => {
  someYears((year) => {
    for (const { day, calendar, digests } of year) {
      expect(works(day, calendar)).toBe(true);
      expect(new Set(digests.map(({ to }) => to)).size).toBe(digests.length);
      for (const { reminders } of digests) expect(reminders.length).toBeGreaterThan(0);
    }
  });
});

test("nothing is said twice, and what is said is true that day", () => {
  someYears((year) => {
    const said = new Set<string>();
    const rounds = new Map(year.map((each) => [each.day, each]));
    for (const { day, to, reminder } of allTold(year)) {
      expect(said.has(reminder.key)).toBe(false);
      said.add(reminder.key);
      if (reminder.about !== "deadline") continue;
      const { calendar, open = [] } = rounds.get(day) ?? { calendar: STATE_CALENDAR };
      const { matter, due } = reminder.deadline;
      expect(open.map((each) => each.case)).toContain(reminder.case);
      expect(reminder.left).toBe(countLeft(day, due, calendar));
      const once = `${matter} ${reminder.deadline.thing} ${due} ${to} ${reminder.left}`;
      expect(said.has(once)).toBe(false);
      said.add(once);
    }
  });
});

/** From the issue, not from the table: who has heard by when. */
const BY: Readonly<Record<string, readonly number[]>> = {
  wang: [10, 5, 3, 1, 0, -1],
  sun: [5, 3, 1, 0, -1],
  guo: [3, 1, 0, -1],
  li: [-1],
};

test("nothing due is left unsaid: whatever days were missed, each has heard their latest step", () => {
  someYears((year) => {
    const heard: { to: string; case: string; due: LocalDate; left: number }[] = [];
    for (const { day, calendar, digests, open } of year) {
      for (const { to, reminders } of digests)
        for (const reminder of reminders)
          if (
            (reminder.about === "deadline" && reminder.deadline.matter === "answer") ||
            reminder.about === "due-moved"
          )
            heard.push({ to, case: reminder.case, due: reminder.deadline.due, left: reminder.left });
      for (const { case: id, due } of open) {
        if (due === null) continue;
        const left = countLeft(day, due, calendar);
        for (const [to, steps] of Object.entries(BY)) {
          const reached = steps.filter((step) => step >= left);
          if (reached.length === 0) continue;
          const own = heard.filter((each) => each.to === to && each.case === id && each.due === due);
          expect(Math.min(...own.map((each) => each.left)), `${to} of ${id} on ${day}`).toBeLessThanOrEqual(
            Math.min(...reached),
          );
        }
      }
    }
  });
});

test("a month that stays open is heard of by who owes it, then the head, then the disclosure office", () => {
  someYears((year) => {
    const heard = new Set<string>();
    for (const { day, calendar, digests, gaps } of year) {
      for (const { to, reminders } of digests)
        for (const reminder of reminders)
          if (reminder.about === "month-owed" || reminder.about === "sections-owe")
            heard.add(`${to} ${reminder.month}`);
      const last = addDays(`${day.slice(0, 7)}-01`, -1);
      const month = last.slice(0, 7);
      if (
        !gaps.some((gap) => gap.month === month) ||
        countLeft(day, addDays(`${day.slice(0, 7)}-28`, 0), calendar) <= 1
      )
        continue; // the next month's turn
      const nth = countLeft(last, day, calendar);
      if (nth >= 1) expect(heard).toContain(`wang ${month}`);
      if (nth >= 3) expect(heard).toContain(`sun ${month}`);
      if (nth >= 5) expect(heard).toContain(`guo ${month}`);
    }
  });
});

test("a calendar that moved a day is told once, that morning, to whoever handles the case", () => {
  someYears((year) => {
    for (const { moved, digests } of year) {
      const told = digests.flatMap(({ to, reminders }) =>
        reminders.flatMap((reminder) => (reminder.about === "due-moved" ? [`${to} ${reminder.case}`] : [])),
      );
      expect(told.sort()).toEqual(moved.map((id) => `wang ${id}`).sort());
    }
  });
});

test("a Monday's summary comes once, on the Monday or the first day after it on which the bot was there", () => {
  someYears((year) => {
    const told = year.flatMap(({ day, digests }) =>
      digests.flatMap(({ to, reminders }) =>
        reminders.flatMap(({ about, key }) =>
          about === "summary" && key.includes("/week/") ? [{ day, to, monday: key.split("/")[2] ?? "" }] : [],
        ),
      ),
    );
    expect(new Set(told.map(({ monday }) => monday)).size).toBe(told.length);
    for (const { to, monday } of told) {
      expect(to).toBe("li");
      expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
    }
    for (const monday of DAYS.filter((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1)) {
      const there = year.find(({ day }) => day >= monday && day < addDays(monday, 7));
      if (there && countLeft(monday, there.day, there.calendar) <= 5)
        expect(told.find((each) => each.monday === monday)?.day).toBe(there.day);
    }
  });
});
