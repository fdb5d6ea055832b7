import {
  type ApplicationCase,
  casesOf,
  isCaseFact,
  type LocalDate,
  STATE_CALENDAR,
  workingDaysBetween,
} from "@gongkai/schema";
import type { View } from "../dialogue/turn.ts";
import type { DueCase } from "./answered.ts";

/** Open applications, the most urgent first. A clock that waits for the applicant has no due day. */
export function casesDue(view: View): readonly DueCase[] {
  const facts = [...view.standing].map(({ fact }) => fact).filter(isCaseFact);
  const open = [...casesOf(facts).values()].filter(
    (each): each is ApplicationCase => each.kind === "application" && each.state === "open",
  );
  return open
    .map(({ case: id, due }) => ({
      case: id,
      name: nameOf(view, id),
      due,
      workingDaysLeft: due === null ? null : left(view.today, due),
    }))
    .sort((one, other) => ((one.due ?? "9999") < (other.due ?? "9999") ? -1 : 1));
}

/** Working days from tomorrow to the due day; negative when it is past. */
const left = (today: LocalDate, due: LocalDate): number =>
  due >= today ? workingDaysBetween(today, due, STATE_CALENDAR) : -workingDaysBetween(due, today, STATE_CALENDAR);

function nameOf(view: View, id: string): string | null {
  const known = view.cases.find((each) => each.id === id);
  if (!known) return null;
  const { by, section } = known.opened.record;
  return view.may("name-applicants", { by, section }) ? known.named.name : null;
}
