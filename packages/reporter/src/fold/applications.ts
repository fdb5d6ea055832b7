import { type ApplicantKind, type CaseId, type FactOf, type LocalDate, yearOf } from "@gongkai/schema";
import type { Lines } from "./lines.ts";

export type Answer = Readonly<{ line: number; on: LocalDate; outcome: FactOf<"application-answered">["outcome"] }>;
export type Application = Readonly<{
  id: CaseId;
  /** Line that opened it. */
  line: number;
  applicant: ApplicantKind | null;
  receivedOn: LocalDate;
  /** The answer table 三 counts; absent while the case is open. */
  answer: Answer | undefined;
}>;
/** A line about a case that is not open in the ledger, or that opens one a second time. */
export type StrayLine = Readonly<{ line: number; case: CaseId; on: LocalDate; why: "case-unknown" | "case-repeated" }>;

type Event = Readonly<{ line: number; on: LocalDate; outcome: Answer["outcome"] | "reopened" }>;

/**
 * One application, one row: the first answer counts. When the case was reopened in the year of that answer, the next
 * one takes its place; an answer counted in one year is not counted again when the case is reopened in a later one.
 */
function countedAnswer(events: readonly Event[]): Answer | undefined {
  let counted: Answer | undefined;
  for (const { line, on, outcome } of [...events].sort(byDay)) {
    if (outcome === "reopened") {
      if (counted && yearOf(counted.on) !== yearOf(on)) return counted;
      counted = undefined;
    } else counted ??= { line, on, outcome };
  }
  return counted;
}

type Told = Readonly<{ line: number; on: LocalDate }>;
/** Legal days first, ledger order within a day. */
export const byDay = (left: Told, right: Told): number =>
  left.on === right.on ? left.line - right.line : left.on < right.on ? -1 : 1;

export function applicationsIn(
  lines: Lines,
): Readonly<{ cases: readonly Application[]; strays: readonly StrayLine[] }> {
  const opened = new Map<CaseId, { line: number; fact: FactOf<"application-opened"> }>();
  const events = new Map<CaseId, Event[]>();
  const strays: StrayLine[] = [];
  for (const [line, fact] of lines.facts()) {
    if (fact.kind === "application-opened") {
      if (!opened.has(fact.case)) opened.set(fact.case, { line, fact });
      else strays.push({ line, case: fact.case, on: fact.receivedOn, why: "case-repeated" });
    } else if (fact.kind === "application-answered") {
      events.set(fact.case, [...(events.get(fact.case) ?? []), { line, on: fact.on, outcome: fact.outcome }]);
    } else if (fact.kind === "application-step" && fact.step === "reopened") {
      events.set(fact.case, [...(events.get(fact.case) ?? []), { line, on: fact.on, outcome: "reopened" }]);
    }
  }
  for (const [id, told] of events)
    if (!opened.has(id))
      strays.push(...told.map(({ line, on }) => ({ line, case: id, on, why: "case-unknown" }) as const));
  const cases = [...opened].map(([id, { line, fact }]) => ({
    id,
    line,
    applicant: fact.applicant,
    receivedOn: fact.receivedOn,
    answer: countedAnswer(events.get(id) ?? []),
  }));
  return { cases, strays };
}

/** Received by the end of `day` and not answered by then. */
export const isOpenAt = ({ receivedOn, answer }: Application, day: LocalDate): boolean =>
  receivedOn <= day && (answer === undefined || answer.on > day);
