import { type Deed, demand, newRecord, wrongStatement } from "./scene.ts";

/** The text of a section of the report; the latest one stands. */
export const storeText: Deed = function storeText(scene, plan) {
  if (plan.states.kind !== "text-stored") throw wrongStatement(plan);
  demand(scene, "store-text");
  return newRecord(scene, plan);
};
