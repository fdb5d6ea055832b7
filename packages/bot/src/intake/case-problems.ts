import {
  type CaseFact,
  type CaseId,
  caseOf,
  type HolidayCalendar,
  isCaseFact,
  type StandingFact,
} from "@gongkai/schema";
import { calendarOf, type Organ } from "../config/organ.ts";
import type { Appended } from "../store/ledger-port.ts";
import { columnName } from "./columns.ts";
import type { Problem } from "./problem.ts";

/**
 * Steps of cases the law does not allow, told at the rows that tell them: weighed with everything the ledger holds,
 * whatever order the rows stand in. A step that was there before and becomes unlawful is told at the case's first row.
 */
export function caseProblems(
  standing: Iterable<StandingFact>,
  appended: readonly Appended[],
  lines: readonly number[],
  { settings }: Pick<Organ, "settings">,
): readonly Problem[] {
  const rows = new Map<CaseFact, number>();
  const first = new Map<CaseId, number>();
  for (const [at, { fresh, chained }] of appended.entries()) {
    const { states } = chained.record;
    if (!fresh || !isCaseFact(states)) continue;
    const line = lines[at] ?? 0;
    rows.set(states, line);
    if (!first.has(states.case)) first.set(states.case, line);
  }
  if (first.size === 0) return [];
  const calendar = calendarOf(settings);
  return [...factsByCase(standing, first)].flatMap(([id, own]) =>
    problemsOf(id, own, { calendar, rowOf: (fact) => rowOf(rows, fact) ?? first.get(id) ?? 0 }),
  );
}

const rowOf = (rows: ReadonlyMap<CaseFact, number>, fact: CaseFact): number | undefined =>
  rows.get(fact) ?? [...rows].find(([row]) => JSON.stringify(row) === JSON.stringify(fact))?.[1];

function factsByCase(
  standing: Iterable<StandingFact>,
  touched: ReadonlyMap<CaseId, number>,
): ReadonlyMap<CaseId, readonly CaseFact[]> {
  const facts = new Map<CaseId, CaseFact[]>();
  for (const { fact } of standing) {
    if (!isCaseFact(fact) || !touched.has(fact.case)) continue;
    const own = facts.get(fact.case);
    if (own) own.push(fact);
    else facts.set(fact.case, [fact]);
  }
  return facts;
}

type Weighing = Readonly<{ calendar: HolidayCalendar; rowOf: (fact: CaseFact) => number }>;

function problemsOf(id: CaseId, facts: readonly CaseFact[], { calendar, rowOf: lineOf }: Weighing): readonly Problem[] {
  const known = caseOf(facts, calendar);
  if (!known) {
    const [fact] = facts;
    const says = "这件案件还没有登记收到，请加上收到的那一行";
    return fact ? [{ line: lineOf(fact), column: columnName("case"), says }] : [];
  }
  return known.irregular.map(({ fact, says, article }) => ({
    line: lineOf(fact),
    column: columnName("step"),
    says: `${numbered(id)}：${says.replace(/。$/, "")}（${article}）`,
  }));
}

const numbered = (id: CaseId): string => `${id.slice(2, 6)}年第${Number(id.slice(7))}件`;
