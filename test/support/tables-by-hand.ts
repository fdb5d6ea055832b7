import {
  type CaseFact,
  type CaseId,
  type CellId,
  isCaseFact,
  type LocalDate,
  standingFacts,
  yearOf,
} from "@gongkai/schema";
import type { TestLedger } from "./a-ledger.ts";

type Told = CaseFact & { day: LocalDate };
const dayOf = (fact: CaseFact) => ("receivedOn" in fact ? fact.receivedOn : fact.on);

/** What stood at a day's end, case by case, each case's facts by legal day. */
function casesAt(ledger: TestLedger, day: LocalDate): Map<CaseId, Told[]> {
  const known = ledger.records.filter(({ record }) => record.writtenAt.slice(0, 10) <= day);
  const cases = new Map<CaseId, Told[]>();
  for (const { fact } of standingFacts(known))
    if (isCaseFact(fact)) cases.set(fact.case, [...(cases.get(fact.case) ?? []), { ...fact, day: dayOf(fact) }]);
  for (const facts of cases.values())
    facts.sort((one, other) => Number(one.day > other.day) - Number(one.day < other.day));
  return cases;
}

/** The cases behind every typed cell of tables 三 四 and behind the carried-over row; absent cells have none. */
export type ByHand = ReadonlyMap<CellId, ReadonlySet<CaseId>>;

/**
 * Tables 三 四 of one year counted with a pencil, as they would be known at a day's end: each application is taken
 * through its years, and one that a year has told as answered is never told again.
 */
export function tablesByHand(ledger: TestLedger, year: number, day: LocalDate): ByHand {
  const cells = new Map<CellId, Set<CaseId>>();
  const mark = (cell: CellId, id: CaseId) => cells.set(cell, (cells.get(cell) ?? new Set()).add(id));
  for (const [id, facts] of casesAt(ledger, day)) {
    const opened = facts.find(({ kind }) => kind.endsWith("-opened"));
    if (opened?.kind === "application-opened" && opened.applicant !== null) {
      const { applicant } = opened;
      const received = yearOf(opened.day);
      if (received === year) mark(`t3.new.${applicant}`, id);
      let row: string | null = null;
      let told = false;
      for (let at = Math.min(received, ...facts.map((fact) => yearOf(fact.day))); at <= year && !told; at += 1) {
        if (at === year && received < year) mark(`t3.opening.${applicant}`, id);
        for (const fact of facts.filter((one) => yearOf(one.day) === at)) {
          if (fact.kind === "application-answered") row ??= fact.outcome;
          if (fact.kind === "application-step" && fact.step === "reopened") row = null;
        }
        told = row !== null;
        if (at !== year) continue;
        if (told) mark(`t3.${row}.${applicant}` as CellId, id);
        else if (received <= year) mark(`t3.closing.${applicant}`, id);
      }
    }
    const block =
      opened?.kind === "review-opened" ? "review" : opened?.kind === "litigation-opened" ? opened.route : null;
    if (!opened || block === null || (opened.kind === "litigation-opened" && !opened.original)) continue;
    const decisions = facts.filter((fact) => fact.kind === "dispute-decided");
    const first = decisions[0] && yearOf(decisions[0].day);
    const last = decisions.filter((fact) => yearOf(fact.day) === first).at(-1);
    if (last && first === year) mark(`t4.${block}.${last.result}`, id);
    else if (yearOf(opened.day) <= year && (first === undefined || first > year)) mark(`t4.${block}.pending`, id);
  }
  return cells;
}
