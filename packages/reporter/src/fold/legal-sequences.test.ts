import {
  APPLICANT_KINDS,
  type ApplicantKind,
  type ApplicationFact,
  addDays,
  applicationOf,
  CASE_STEPS,
  type CaseFact,
  type CaseId,
  caseIdOf,
  type DisputeFact,
  daysInMonth,
  disputeOf,
  type LocalDate,
  monthsOfYear,
  nextInDispute,
  nextStep,
  Office,
  RESULT_ROWS,
  yearOf,
} from "@gongkai/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
import { compileReport } from "../compile-report.ts";
import type { Report } from "../report.ts";

const office = Office.parse({ key: "demo", name: "示例市商务局", sections: [{ key: "law", label: "法规科" }] });
const IDENTITIES = new Set(["B-T3-1", "B-T3-2", "B-T3-3", "B-T3-4", "B-T3-5", "B-T4-1"]);
const FIRST: LocalDate = "2024-01-05";

/** One thing that may happen to one of some cases, some days after the one before; whether it may is for the law. */
const attempt = fc.record({
  which: fc.nat({ max: 6 }),
  after: fc.nat({ max: 25 }),
  what: fc.constantFrom("open", "answer", "answer", "dispute", "decide", ...CASE_STEPS),
  applicant: fc.constantFrom(...APPLICANT_KINDS),
  row: fc.constantFrom(...RESULT_ROWS),
  result: fc.constantFrom("upheld" as const, "corrected" as const, "other" as const),
  route: fc.constantFrom("review" as const, "direct" as const, "after" as const),
  days: fc.integer({ min: 1, max: 20 }),
  silent: fc.boolean(),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer One> ? One : never;

function stepFact({ what, days, silent }: Attempt, id: CaseId, on: LocalDate): ApplicationFact {
  const base = { kind: "application-step", case: id, on, days: null } as const;
  switch (what) {
    case "correction-asked":
      return { ...base, step: what, until: addDays(on, days) };
    case "consultation-returned":
      return { ...base, step: what, opinion: silent ? "silent" : "agrees" };
    case "extended":
      return { ...base, step: what, days, approvedOn: on };
    case "fee-noticed":
      return { ...base, step: what, mode: "per-page", amount: 27_000, count: 57 };
    case "correction-received":
    case "consultation-sent":
    case "consultation-received":
    case "fee-paid":
    case "served":
    case "reopened":
      return { ...base, step: what };
    default:
      throw new Error(`${what} is no step of an application`);
  }
}

/** Plays attempts in the order of their days; only what the law allows becomes a fact. */
function played(attempts: readonly Attempt[]): readonly CaseFact[] {
  const applications = new Map<number, ApplicationFact[]>();
  const disputes = new Map<number, DisputeFact[]>();
  const facts: CaseFact[] = [];
  let on = FIRST;
  for (const one of attempts) {
    on = addDays(on, one.after);
    const own = applications.get(one.which);
    const id = own?.[0]?.case ?? caseIdOf("application", yearOf(on), one.which + 1);
    if (one.what === "dispute" || one.what === "decide") {
      const dispute = disputes.get(one.which) ?? [];
      const fact = disputeFact(one, dispute[0]?.case, on);
      if (!fact || nextInDispute(disputeOf(dispute), fact).kind === "refused") continue;
      disputes.set(one.which, [...dispute, fact]);
      facts.push(fact);
      continue;
    }
    const fact: ApplicationFact =
      one.what === "open"
        ? { kind: "application-opened", case: id, applicant: one.applicant, via: "online", receivedOn: on }
        : one.what === "answer"
          ? { kind: "application-answered", case: id, outcome: one.row, on }
          : stepFact(one, id, on);
    if (nextStep(own && applicationOf(own), fact).kind === "refused") continue;
    applications.set(one.which, [...(own ?? []), fact]);
    facts.push(fact);
  }
  return facts;
}

function disputeFact(
  { what, route, result, which }: Attempt,
  known: CaseId | undefined,
  on: LocalDate,
): DisputeFact | undefined {
  if (what === "decide") return known && { kind: "dispute-decided", case: known, result, on };
  if (known) return undefined;
  const kind = route === "review" ? "review" : "litigation";
  const opened = { case: caseIdOf(kind, yearOf(on), which + 1), against: null, receivedOn: on };
  return route === "review"
    ? { kind: "review-opened", ...opened }
    : { kind: "litigation-opened", ...opened, route, original: true };
}

const dayOf = (fact: CaseFact): LocalDate => ("receivedOn" in fact ? fact.receivedOn : fact.on);

/** Applications of a kind waiting at a day's end, counted without the fold: an answer told in an earlier year stays told. */
function waiting(facts: readonly CaseFact[], kind: ApplicantKind, day: LocalDate): number {
  const ended = new Map<CaseId, number | null>();
  for (const fact of facts) {
    if (dayOf(fact) > day) continue;
    if (fact.kind === "application-opened" && fact.applicant === kind) ended.set(fact.case, null);
    const before = ended.get(fact.case);
    if (before === undefined) continue;
    if (fact.kind === "application-answered" && before === null) ended.set(fact.case, yearOf(fact.on));
    if (fact.kind === "application-step" && fact.step === "reopened" && before === yearOf(fact.on))
      ended.set(fact.case, null);
  }
  return [...ended.values()].filter((year) => year === null).length;
}

function compiledAt(facts: readonly CaseFact[], day: LocalDate): Report {
  const records = new TestLedger();
  for (const fact of facts) if (dayOf(fact) <= day) records.tell(fact);
  return compileReport({ records, office, year: yearOf(day), today: day });
}

const MONTH_ENDS = [2024, 2025, 2026].flatMap((year) =>
  monthsOfYear(year).map((month) => `${month}-${daysInMonth(year, Number(month.slice(5)))}`),
);

test("for any legal sequence of steps over any cases, the identities of tables 三 四 hold at every month end", () => {
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 10, maxLength: 90 }), (attempts) => {
      const facts = played(attempts);
      const last = facts.at(-1);
      if (!last) return;
      for (const end of MONTH_ENDS.filter((day) => day <= `${dayOf(last).slice(0, 4)}-12-31`)) {
        const { figures, findings } = compiledAt(facts, end);
        expect(findings.filter(({ rule }) => IDENTITIES.has(rule))).toEqual([]);
        for (const kind of APPLICANT_KINDS)
          expect(figures.at(`t3.closing.${kind}`).value, `${end} ${kind}`).toBe(waiting(facts, kind, end));
      }
    }),
    { numRuns: 12 },
  );
});

test("every cell of tables 三 四 that counts something opens to the records of its cases", () => {
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 40, maxLength: 120 }), (attempts) => {
      const facts = played(attempts);
      const ledger = new TestLedger();
      for (const fact of facts) ledger.tell(fact);
      const ids = new Set(ledger.records.map(({ record }) => record.id));
      const { figures } = compileReport({ records: ledger, office, year: 2024 });
      for (const id of figures.ids.filter((figure) => /^t[34]\./.test(figure))) {
        const { value, contributions } = figures.at(id);
        expect(
          contributions.reduce((sum, { amount }) => sum + amount, 0),
          id,
        ).toBe(value ?? 0);
        expect(
          contributions.every(({ record }) => ids.has(record)),
          id,
        ).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test("the sequences played reach every step, answers of most rows and disputes of each side", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 60, maxLength: 120 }), (attempts) => {
      for (const fact of played(attempts)) {
        if (fact.kind === "application-step") reached.add(fact.step);
        else if (fact.kind === "application-answered") reached.add(fact.outcome);
        else reached.add(fact.kind);
      }
    }),
    { numRuns: 120, seed: 20_260_310 },
  );
  for (const step of CASE_STEPS) expect(reached).toContain(step);
  expect(RESULT_ROWS.filter((row) => reached.has(row)).length).toBeGreaterThan(17);
  expect(reached).toContain("dispute-decided");
});
