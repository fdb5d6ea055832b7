import fc from "fast-check";
import { expect, test } from "vitest";
import { clock } from "../calendar/case-clock.ts";
import { STATE_CALENDAR } from "../calendar/holiday-calendar.ts";
import { addDays } from "../calendar/local-date.ts";
import { dueDate } from "../calendar/working-days.ts";
import { APPLICANT_KINDS } from "../form/applicant-kinds.ts";
import { groupOfRow, RESULT_ROWS } from "../form/result-rows.ts";
import {
  APPLICATION_STATES,
  type ApplicationCase,
  type ApplicationFact,
  applicationOf,
  nextStep,
} from "./application-case.ts";
import { type CaseFact, caseOf, casesOf } from "./case.ts";
import { CASE_STEPS, ROUGH_OUTCOMES } from "./case-fact.ts";
import { caseIdOf } from "./case-id.ts";
import { clockInputOf } from "./course.ts";

/** A wish for one more fact, some days after the last; the law decides whether it happens. */
const wish = fc.record({
  step: fc.constantFrom(...CASE_STEPS, "answer" as const),
  later: fc.integer({ min: 0, max: 25 }),
  small: fc.integer({ min: 1, max: 20 }),
  outcome: fc.constantFrom(...RESULT_ROWS, ...ROUGH_OUTCOMES),
  yes: fc.boolean(),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

function factOf(id: string, on: string, { step, small, outcome, yes }: Wish): ApplicationFact {
  const base = { kind: "application-step", case: id, on, days: null } as const;
  switch (step) {
    case "answer":
      return {
        kind: "application-answered",
        case: id,
        on,
        outcome,
        ...(outcome === "partial" && yes ? { withheld: [] } : {}),
      };
    case "correction-asked":
      return { ...base, step, ...(yes ? { until: addDays(on, small) } : {}) };
    case "consultation-sent":
      return { ...base, step, with: yes ? "third-party" : "co-producer" };
    case "consultation-returned":
      return { ...base, step, opinion: yes ? "agrees" : "silent" };
    case "extended":
      return { ...base, step, days: small, approvedOn: on };
    case "fee-noticed":
      return { ...base, step, mode: yes ? "per-item" : "per-page", amount: small * 1000 };
    case "fee-paid":
      return { ...base, step, ...(yes ? {} : { amount: 1000 }) };
    default:
      return { ...base, step };
  }
}

/** Legal histories of several applications, each the list of facts that were accepted one after the other. */
const histories = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 300 }), fc.constantFrom(...APPLICANT_KINDS), fc.array(wish, { maxLength: 14 })),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((applications) =>
    applications.map(([start, applicant, wishes], index): ApplicationCase => {
      const id = caseIdOf("application", 2025, index + 1);
      let day = addDays("2025-01-02", start);
      const first = nextStep(undefined, {
        kind: "application-opened",
        case: id,
        applicant,
        via: "mail",
        receivedOn: day,
      });
      if (first.kind === "refused") throw new Error(first.says);
      let current = first.case;
      for (const each of wishes) {
        const next = nextStep(current, factOf(id, addDays(day, each.later), each));
        if (next.kind === "refused") continue;
        day = addDays(day, each.later);
        current = next.case;
      }
      return current;
    }),
  );

test("a legal history leaves each application in one state with at most one row, due on or after its base", () => {
  let steps = 0;
  let closed = 0;
  fc.assert(
    fc.property(histories, (applications) => {
      for (const application of applications) {
        const { state, outcome, base, due, clock: shown, waiting, irregular, course } = application;
        expect(irregular).toEqual([]);
        expect(APPLICATION_STATES.filter((known) => known === state)).toHaveLength(1);
        expect(outcome === null).toBe(state === "open");
        expect(waiting === null).toBe(state !== "open");
        if (outcome?.row) expect(groupOfRow(outcome.row)).toBe(outcome.group);
        if (due !== null) expect(due >= base).toBe(true);
        if (due === null && state === "open") expect(waiting?.whom).toBe("applicant");
        if (shown) {
          expect(shown).toEqual(clock(clockInputOf(course), STATE_CALENDAR));
          expect(shown.days.at(-1)?.date).toBe(due);
          const letters = shown.days.filter(({ why }) => why.startsWith("征求")).length;
          expect(shown.days.filter(({ counts }) => counts)).toHaveLength(20 + course.extension);
          expect(due).toBe(dueDate(base, 20 + course.extension + letters, STATE_CALENDAR).day);
        }
        steps += application.facts.length - 1;
        if (outcome) closed += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(steps).toBeGreaterThan(300); // the histories are not all empty
  expect(closed).toBeGreaterThan(30);
});

test("cases told in turns, between other facts of the ledger, are the same cases", () => {
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat()), (applications, turns) => {
      const queues = applications.map(({ facts }) => [...facts]);
      const told: { kind: string }[] = [{ kind: "text-stored" }];
      while (queues.some((queue) => queue.length > 0)) {
        const waiting = queues.filter((queue) => queue.length > 0);
        const queue = waiting[Number(turns.next().value) % waiting.length]!;
        told.push(queue.shift()!);
      }
      const cases = casesOf(told);
      for (const application of applications) expect(cases.get(application.case)).toEqual(application);
      expect(cases.size).toBe(applications.length);
    }),
    { numRuns: 60 },
  );
});

test("a history told backwards, day by day, is the same case", () => {
  fc.assert(
    fc.property(histories, (applications) => {
      for (const { facts, ...application } of applications) {
        const dayOf = (fact: ApplicationFact) => (fact.kind === "application-opened" ? fact.receivedOn : fact.on);
        const days = [...new Set(facts.map(dayOf))].reverse();
        const backwards = days.flatMap((day) => facts.filter((fact) => dayOf(fact) === day));
        expect(applicationOf(backwards)).toEqual({ ...application, facts });
      }
    }),
    { numRuns: 60 },
  );
});

test("on every day the applications received are those closed by then and those still open", () => {
  fc.assert(
    fc.property(histories, (applications) => {
      for (const day of ["2025-01-31", "2025-06-30", "2025-12-31", "2026-12-31"]) {
        const received = applications.filter(({ receivedOn }) => receivedOn <= day);
        const asOf = received.map(({ facts }) =>
          applicationOf(
            facts.filter((fact) => (fact.kind === "application-opened" ? fact.receivedOn : fact.on) <= day),
          ),
        );
        const open = asOf.filter((application) => application?.state === "open").length;
        const rows = asOf.filter((application) => application?.outcome).length;
        expect(open + rows).toBe(received.length);
      }
    }),
    { numRuns: 60 },
  );
});

test("a review and a lawsuit are cases beside the application they attack", () => {
  const facts: CaseFact[] = [
    { kind: "application-opened", case: "A-2025-0001", applicant: "nat", via: "mail", receivedOn: "2025-01-06" },
    { kind: "review-opened", case: "R-2025-0001", against: "A-2025-0001", receivedOn: "2025-03-03" },
    {
      kind: "litigation-opened",
      case: "L-2025-0001",
      against: "A-2025-0001",
      receivedOn: "2025-06-03",
      route: "after",
      original: true,
    },
    { kind: "dispute-decided", case: "R-2025-0001", result: "corrected", on: "2025-05-06", decision: "责令重新答复" },
  ];
  const cases = casesOf(facts);
  expect([...cases].map(([id, { kind, state }]) => [id, kind, state])).toEqual([
    ["A-2025-0001", "application", "open"],
    ["R-2025-0001", "review", "decided"],
    ["L-2025-0001", "litigation", "pending"],
  ]);
  expect(caseOf([])).toBeUndefined();
  expect(casesOf([facts[3]!]).size).toBe(0);
});
