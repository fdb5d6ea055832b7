import {
  APPLICANT_KINDS,
  type ApplicationCase,
  type ApplicationFact,
  addDays,
  CASE_STEPS,
  type CaseFact,
  type CaseStep,
  CONSULTED,
  DISPUTE_RESULTS,
  type DisputeFact,
  feePerItem,
  feePerPage,
  type LocalDate,
  RESULT_ROWS,
  type ResultRow,
  SERVICE_WAYS,
} from "@gongkai/schema";
import fc from "fast-check";

const DEEDS = [
  ...["open", "open", "open", "answer", "answer", "answer", "sue", "decide", "decide"],
  ...["correct", "correct", "withdraw", "restore", "restore"],
  ...CASE_STEPS,
] as const;

/** Something an office may try to write down; whether it may is for the law. */
export const wish = fc.record({
  what: fc.constantFrom(...(DEEDS as readonly string[])),
  /** Days since the wish before. */
  after: fc.nat({ max: 24 }),
  /** Days the fact is told late; most are told on their own day. */
  late: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, { arbitrary: fc.nat({ max: 30 }), weight: 1 }),
  which: fc.nat({ max: 9_999 }),
  applicant: fc.constantFrom(...APPLICANT_KINDS, null),
  row: fc.constantFrom(...RESULT_ROWS),
  result: fc.constantFrom(...DISPUTE_RESULTS),
  route: fc.constantFrom("review" as const, "review" as const, "direct" as const, "after" as const, null),
  original: fc.constantFrom(true, true, true, false, null),
  days: fc.integer({ min: 1, max: 20 }),
  yes: fc.boolean(),
});
export type Wish = typeof wish extends fc.Arbitrary<infer One> ? One : never;

/** The step of that name as an office would tell it on a day. */
export function stepOf(step: CaseStep, { days, yes }: Wish, id: string, on: LocalDate): ApplicationFact {
  const base = { kind: "application-step", case: id, on, days: null } as const;
  switch (step) {
    case "correction-asked":
      return { ...base, step, ...(yes && { until: addDays(on, days) }) };
    case "consultation-sent":
      return { ...base, step, with: CONSULTED[days % 2]! };
    case "consultation-returned":
      return { ...base, step, opinion: yes ? "silent" : "objects" };
    case "extended":
      return { ...base, step, days, approvedOn: addDays(on, yes ? 0 : -1) };
    case "fee-noticed":
      return yes
        ? {
            ...base,
            step,
            mode: "per-item",
            count: 10 + days,
            amount: feePerItem(10 + days),
            reachedOn: addDays(on, 2),
          }
        : { ...base, step, mode: "per-page", count: 30 + days, amount: feePerPage(30 + days) };
    case "fee-paid":
      return { ...base, step, ...(yes && { amount: days * 100 }) };
    case "served":
      return { ...base, step, how: SERVICE_WAYS[days % SERVICE_WAYS.length]! };
    default:
      return { ...base, step };
  }
}

/** The row an answer would give: what the applicant failed to do where that is the matter, else any of the 21. */
function rowFor({ row, yes }: Wish, { waiting, course }: ApplicationCase): ResultRow {
  if (yes && waiting?.what === "payment") return "other_nofee";
  if (yes && waiting?.what === "correction") return "other_nocorrect";
  return yes && course.correction?.receivedOn ? "unable_unclear" : row;
}

export function answerOf(one: Wish, application: ApplicationCase, on: LocalDate): ApplicationFact {
  const outcome = rowFor(one, application);
  return {
    kind: "application-answered",
    case: application.case,
    outcome,
    on,
    ...(outcome === "partial" && one.yes && { withheld: ["deny_third", "deny_process"] as ResultRow[] }),
    ...(outcome === "other_misc" && one.yes && { withdrawn: true as const }),
  };
}

/** A reconsideration, or a lawsuit whose side and co-defendants may not be known yet. */
export function disputeOpened(one: Wish, id: string, against: string | null, receivedOn: LocalDate): DisputeFact {
  const { route, original } = one;
  return route === "review"
    ? { kind: "review-opened", case: id, against, receivedOn }
    : { kind: "litigation-opened", case: id, against, receivedOn, route, original };
}

/** The same fact otherwise: another day, kind of applicant, row or result, as corrections change them. */
export function otherwise(fact: CaseFact, one: Wish): CaseFact {
  const moved = (day: LocalDate) => addDays(day, one.yes ? (one.days - 10) * 9 : 0);
  switch (fact.kind) {
    case "application-opened":
      return { ...fact, applicant: one.applicant, receivedOn: moved(fact.receivedOn) };
    case "application-answered":
      return { kind: fact.kind, case: fact.case, outcome: one.row, on: moved(fact.on) };
    case "litigation-opened":
      return {
        ...fact,
        route: one.route === "review" ? "after" : one.route,
        original: one.original,
        receivedOn: moved(fact.receivedOn),
      };
    case "review-opened":
      return { ...fact, receivedOn: moved(fact.receivedOn) };
    case "dispute-decided":
      return { ...fact, result: one.result, on: moved(fact.on) };
    case "application-step":
      return { ...fact, on: moved(fact.on) };
  }
}
