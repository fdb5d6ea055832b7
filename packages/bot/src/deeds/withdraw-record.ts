import { type Deed, demand, demandOpen, newRecord, targetOf, wrongStatement } from "./scene.ts";

/**
 * Undo is one more record, never a deletion. A stated zero ends with the first figure for its period, whoever brings
 * it: that takes the right to report; everything else takes the right to mend.
 */
export const withdrawRecord: Deed = function withdrawRecord(scene, plan) {
  if (plan.states.kind !== "withdrawn") throw wrongStatement(plan);
  const { record, fact } = targetOf(scene, plan.states.target);
  const right = fact.kind === "nil-attested" ? "report" : "mend";
  demand(scene, right, { by: record.by, section: record.section });
  demandOpen(scene, [fact]);
  return newRecord(scene, plan);
};
