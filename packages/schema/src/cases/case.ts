import { STATE_CALENDAR } from "../calendar/holiday-calendar.ts";
import type { HolidayCalendar } from "../calendar/working-days.ts";
import { type ApplicationCase, type ApplicationFact, applicationOf } from "./application-case.ts";
import type { CaseId } from "./case-id.ts";
import { type DisputeCase, type DisputeFact, disputeOf } from "./dispute-case.ts";

export type CaseFact = ApplicationFact | DisputeFact;
export type Case = ApplicationCase | DisputeCase;

const APPLICATION = { "application-opened": true, "application-step": true, "application-answered": true } as const;
const DISPUTE = { "review-opened": true, "litigation-opened": true, "dispute-decided": true } as const;
const ofApplication = (fact: { kind: string }): fact is ApplicationFact => fact.kind in APPLICATION;
const ofDispute = (fact: { kind: string }): fact is DisputeFact => fact.kind in DISPUTE;

/** Whether a standing fact of the ledger belongs to a case. */
export const isCaseFact = (fact: { kind: string }): fact is CaseFact => ofApplication(fact) || ofDispute(fact);

/** The case its standing facts tell of. Undefined where none of them opens it. */
export function caseOf(facts: readonly CaseFact[], calendar: HolidayCalendar = STATE_CALENDAR): Case | undefined {
  return applicationOf(facts.filter(ofApplication), calendar) ?? disputeOf(facts.filter(ofDispute));
}

/** Every case among the standing facts of a ledger, in the order they were opened; other facts are passed over. */
export function casesOf(
  facts: Iterable<{ kind: string }>,
  calendar: HolidayCalendar = STATE_CALENDAR,
): ReadonlyMap<CaseId, Case> {
  const byCase = new Map<CaseId, CaseFact[]>();
  for (const fact of facts) {
    if (!isCaseFact(fact)) continue;
    const known = byCase.get(fact.case);
    if (known) known.push(fact);
    else byCase.set(fact.case, [fact]);
  }
  const cases = new Map<CaseId, Case>();
  for (const [id, own] of byCase) {
    const found = caseOf(own, calendar);
    if (found) cases.set(id, found);
  }
  return cases;
}
