import { type Deed, demand, newRecord, wrongStatement } from "./scene.ts";

/** From here on nothing of the month changes until it is reopened. */
export const closeMonth: Deed = function closeMonth(scene, plan) {
  if (plan.states.kind !== "month-closed") throw wrongStatement(plan);
  demand(scene, "close-month");
  return newRecord(scene, plan);
};
