import type { Month } from "@gongkai/schema";
import type { LedgerPlan, LedgerVerb } from "../dialogue/plan.ts";
import type { Transaction } from "../store/home.ts";
import type { Appended } from "../store/ledger-port.ts";
import { attestNil } from "./attest-nil.ts";
import { closeMonth } from "./close-month.ts";
import { correctRecord } from "./correct-record.ts";
import { recordFacts } from "./record-facts.ts";
import { reopenMonth } from "./reopen-month.ts";
import { restoreRecord } from "./restore-record.ts";
import type { Deed, Scene } from "./scene.ts";
import { storeText } from "./store-text.ts";
import { withdrawRecord } from "./withdraw-record.ts";

const DEEDS: Readonly<Record<LedgerVerb, Deed>> = {
  "record-facts": recordFacts,
  "attest-nil": attestNil,
  "correct-record": correctRecord,
  "withdraw-record": withdrawRecord,
  "restore-record": restoreRecord,
  "store-text": storeText,
  "close-month": closeMonth,
  "reopen-month": reopenMonth,
};

/**
 * Writes what was planned, in order, in the caller's transaction. The same message planned again writes nothing new.
 * @throws DeedError when a plan asks for more than its member may do; then nothing of it is written.
 */
export async function perform(
  tx: Transaction,
  scene: Scene,
  plans: readonly LedgerPlan[],
): Promise<readonly Appended[]> {
  if (plans.length === 0) return [];
  const closed = new Set<Month>(scene.closed);
  const records = plans.map((plan) => {
    const made = DEEDS[plan.do]({ ...scene, closed }, plan);
    if (plan.states.kind === "month-reopened") closed.delete(plan.states.month);
    return made;
  });
  const appended = await tx.append(scene.office.key, records);
  for (const { person } of plans) {
    if (person) await tx.keepPerson(scene.office.key, { ...person, contact: person.contact ?? null });
  }
  return appended;
}
