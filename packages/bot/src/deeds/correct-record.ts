import { type Deed, demand, demandOpen, newRecord, targetOf, wrongStatement } from "./scene.ts";

/** A further record that gives an earlier one another wording. One's own, one's section's, or by the disclosure office. */
export const correctRecord: Deed = function correctRecord(scene, plan) {
  const { states } = plan;
  if (states.kind !== "corrected") throw wrongStatement(plan);
  const { record, fact } = targetOf(scene, states.target);
  demand(scene, "mend", { by: record.by, section: record.section });
  demandOpen(scene, [fact, states.becomes]);
  return newRecord(scene, plan);
};
