import { type CaseId, type CaseKind, caseIdOf, type LocalDate, yearOf } from "@gongkai/schema";
import type { Work } from "./work.ts";

/** 2026 and 12 of `A-2026-0012`. */
export const numberOfCase = (id: string): Readonly<{ year: number; number: number }> => ({
  year: Number(id.slice(2, 6)),
  number: Number(id.slice(7)),
});

/** The next free number of a kind in a year, cases opened earlier in this turn counted. */
export function nextCaseId(work: Pick<Work, "view" | "plans">, kind: CaseKind, on: LocalDate): CaseId {
  const year = yearOf(on);
  const prefix = caseIdOf(kind, year, 1).slice(0, 6);
  const opened = work.plans.filter(
    (plan) => "states" in plan && "receivedOn" in plan.states && plan.states.case.startsWith(prefix),
  ).length;
  return caseIdOf(kind, year, work.view.nextCaseNumber(kind, year) + opened);
}
