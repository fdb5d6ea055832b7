import {
  type Fact,
  type Member,
  type Month,
  monthsOf,
  type Office,
  RECORD_VERSION,
  type RecordId,
  type StandingFact,
} from "@gongkai/schema";
import type { LedgerPlan } from "../dialogue/plan.ts";
import { periodOf } from "../dialogue/stated-fact.ts";
import { may, type Right } from "../office/rights.ts";
import type { NewRecord } from "../store/ledger-port.ts";
import { DeedError } from "./deed-error.ts";

/** Who acts, when, and what stands. */
export type Scene = Readonly<{
  office: Office;
  member: Member;
  /** Idempotency key of the message. */
  source: string;
  /** Moment of writing, ISO with the Shanghai offset. */
  writtenAt: string;
  find: (id: RecordId) => (StandingFact & { withdrawn: boolean }) | undefined;
  closed: ReadonlySet<Month>;
}>;

/** One verb: checks the right and the statement, and makes the record. Only `perform` appends it. */
export type Deed = (scene: Scene, plan: LedgerPlan) => NewRecord;

/** @throws DeedError NOT_ALLOWED */
export function demand(scene: Scene, right: Right, about: Readonly<{ by?: string; section?: string }> = {}): void {
  if (!may(scene.member, right, about)) throw new DeedError("NOT_ALLOWED", `${scene.member.id} ${right}`);
}

/** A closed month changes only by being reopened. @throws DeedError MONTH_CLOSED */
export function demandOpen({ closed }: Scene, facts: readonly Fact[]): void {
  for (const fact of facts) {
    const period = periodOf(fact);
    if (period === undefined || fact.kind === "text-stored" || fact.kind === "figure-published") continue;
    const month = monthsOf(period).find((each) => closed.has(each));
    if (month !== undefined) throw new DeedError("MONTH_CLOSED", month);
  }
}

/** @throws DeedError NO_SUCH_RECORD */
export function targetOf(scene: Scene, id: RecordId): StandingFact & { withdrawn: boolean } {
  const found = scene.find(id);
  if (!found) throw new DeedError("NO_SUCH_RECORD", id);
  return found;
}

export const wrongStatement = (plan: LedgerPlan): DeedError =>
  new DeedError("WRONG_STATEMENT", `${plan.do} ${plan.states.kind}`);

/** The record a plan becomes. */
export function newRecord({ office, member, source, writtenAt }: Scene, plan: LedgerPlan): NewRecord {
  return {
    record: {
      v: RECORD_VERSION,
      id: plan.id,
      organ: office.key,
      section: plan.section,
      by: member.id,
      saidAt: plan.saidAt,
      writtenAt,
      source,
      line: plan.line,
      periodImplied: plan.periodImplied,
      states: plan.states,
    },
    words: plan.words,
  };
}
