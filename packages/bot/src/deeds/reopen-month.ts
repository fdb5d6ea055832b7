import { type Deed, demand, newRecord, wrongStatement } from "./scene.ts";

/** A closed month is opened again; the reason is in the record's words. */
export const reopenMonth: Deed = function reopenMonth(scene, plan) {
  if (plan.states.kind !== "month-reopened") throw wrongStatement(plan);
  demand(scene, "close-month");
  return newRecord(scene, plan);
};
