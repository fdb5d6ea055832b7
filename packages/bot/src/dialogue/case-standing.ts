import {
  type ApplicationCase,
  type CaseId,
  type DisputeCase,
  hookOfRow,
  isWorkingDay,
  type LocalDate,
  nextDay,
  type Remark,
  type ResultRow,
  type RoughOutcome,
  type Waiting,
} from "@gongkai/schema";
import type { View } from "./turn.ts";

/** Where a case stands after what was just told of it: the clock and whose turn it is, or how it ended. */
export type CaseStanding = Readonly<{
  case: CaseId;
  /** The row of table 三 with the article it rests on; a group while the exact row is still asked. */
  outcome: Readonly<{ row: ResultRow | RoughOutcome; hook: string | null }> | null;
  due: LocalDate | null;
  provisional: boolean;
  /** Working days from tomorrow to the due day; negative when it is past. */
  left: number | null;
  waiting: Waiting | null;
  notes: readonly Remark[];
}>;

/** Working days after `from` up to and with `to`; negative when `to` lies before `from`. */
export function workingDaysLeft({ today, calendar }: Pick<View, "today" | "calendar">, due: LocalDate): number {
  const [from, to] = due >= today ? [today, due] : [due, today];
  let days = 0;
  for (let day = nextDay(from); day <= to; day = nextDay(day)) if (isWorkingDay(day, calendar)) days += 1;
  return due >= today ? days : -days;
}

/** `hook`: the article the speaker's own words rest on, where a row has several. */
export function standingOf(
  view: Pick<View, "today" | "calendar">,
  known: ApplicationCase | DisputeCase,
  notes: readonly Remark[],
  hook: string | null = null,
): CaseStanding | undefined {
  if (known.kind !== "application") {
    return notes.length === 0
      ? undefined
      : { case: known.case, outcome: null, due: null, provisional: false, left: null, waiting: null, notes };
  }
  const { answer } = known.course;
  const row = known.outcome?.row ?? null;
  return {
    case: known.case,
    outcome: answer ? { row: answer.outcome, hook: row === null ? null : (hook ?? hookOfRow(row)) } : null,
    due: answer ? null : known.due,
    provisional: known.clock?.provisional ?? false,
    left: answer || known.due === null ? null : workingDaysLeft(view, known.due),
    waiting: known.waiting,
    notes,
  };
}
