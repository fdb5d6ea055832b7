import { type Deed, demand, demandOpen, newRecord, targetOf, wrongStatement } from "./scene.ts";

/** The withdrawal of a record is itself taken back, with the right that it took: a stated zero ends by a report. */
export const restoreRecord: Deed = function restoreRecord(scene, plan) {
  if (plan.states.kind !== "restored") throw wrongStatement(plan);
  const { record, fact } = targetOf(scene, plan.states.target);
  demand(scene, fact.kind === "nil-attested" ? "report" : "mend", { by: record.by, section: record.section });
  demandOpen(scene, [fact]);
  return newRecord(scene, plan);
};
