import { applicationOf, type Case, type HolidayCalendar, type LocalDate, type Member } from "@gongkai/schema";
import { type Deadline, deadlinesOf } from "./case-deadlines.ts";
import { hearersOf, seatsOf } from "./ladder.ts";
import { daysLeft } from "./quiet-hours.ts";
import type { Reminder } from "./reminder.ts";

/** A case and who has it. `handlers`: in order of preference. */
export type HandledCase = Readonly<{ state: Case; section: string; handlers: readonly string[] }>;
type Office = Readonly<{ today: LocalDate; calendar: HolidayCalendar; members: readonly Member[] }>;

/** No duty any more, once its day is over: a clear application needs no correction. */
const LAPSES: ReadonlySet<Deadline["matter"]> = new Set(["correction-notice"]);

/** What there is to hear of the cases' days, by the step each listener has reached. */
export function caseReminders({ today, calendar, members }: Office, cases: readonly HandledCase[]): Reminder[] {
  return cases.flatMap(({ state, section, handlers }) => {
    const seats = seatsOf(members, section, handlers);
    return deadlinesOf(state, calendar).flatMap((deadline) => {
      const { matter, thing, due } = deadline;
      const left = daysLeft(today, due, calendar);
      if (left < 0 && LAPSES.has(matter)) return [];
      return hearersOf(matter, left, seats).map(
        ({ to, step }): Reminder => ({
          key: `${matter}/${thing}/${due}/${step}/${to}`,
          to,
          about: "deadline",
          case: state.case,
          handler: seats.handler.includes(to) ? null : nameOf(members, seats.handler[0]),
          deadline,
          left,
        }),
      );
    });
  });
}

const nameOf = (members: readonly Member[], id: string | undefined): string | null =>
  members.find((member) => member.id === id)?.name ?? null;

const noticesOf = ({ version }: HolidayCalendar): readonly string[] => version.split("、");

/**
 * The answers whose day a new calendar moved, for those who handle them. `former`: the calendar the office was last told
 * by. Counted from the same facts with both, so that nothing else is taken for the calendar's doing.
 */
export function movedReminders(
  { today, calendar, members }: Office,
  former: HolidayCalendar,
  cases: readonly HandledCase[],
): Reminder[] {
  if (former.version === calendar.version) return [];
  const known = new Set(noticesOf(former));
  const notices = noticesOf(calendar).filter((notice) => !known.has(notice));
  return cases.flatMap(({ state, section, handlers }) => {
    if (state.kind !== "application") return [];
    const before = applicationOf(state.facts, former)?.due;
    const deadline = deadlinesOf(state, calendar).find(({ matter }) => matter === "answer");
    if (!before || !deadline || before === deadline.due) return [];
    const { handler, head, clerk } = seatsOf(members, section, handlers);
    const [listeners = []] = [handler, head, clerk].filter((chair) => chair.length > 0);
    return listeners.map(
      (to): Reminder => ({
        key: `moved/${state.case}/${before}/${deadline.due}/${to}`,
        to,
        about: "due-moved",
        case: state.case,
        before,
        notices,
        deadline,
        left: daysLeft(today, deadline.due, calendar),
      }),
    );
  });
}
