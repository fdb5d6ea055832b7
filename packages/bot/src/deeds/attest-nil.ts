import { type Deed, demand, demandOpen, newRecord, wrongStatement } from "./scene.ts";

/** A stated zero by a named person; a zero for one indicator is a report like any other. */
export const attestNil: Deed = function attestNil(scene, plan) {
  if (plan.states.kind !== "nil-attested") throw wrongStatement(plan);
  demand(scene, "report", { by: scene.member.id, section: plan.section });
  demandOpen(scene, [plan.states]);
  return newRecord(scene, plan);
};
