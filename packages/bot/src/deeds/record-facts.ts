import { type Deed, demand, demandOpen, newRecord, wrongStatement } from "./scene.ts";

const KINDS: ReadonlySet<string> = new Set([
  "figure-reported",
  "application-opened",
  "application-step",
  "application-answered",
  "review-opened",
  "litigation-opened",
  "dispute-decided",
]);

/** Keeps a figure or a step of a case. Anyone with the right to report may do so for any section. */
export const recordFacts: Deed = function recordFacts(scene, plan) {
  const { states } = plan;
  if (!KINDS.has(states.kind) || !("indicator" in states || "case" in states)) throw wrongStatement(plan);
  demand(scene, "report", { by: scene.member.id, section: plan.section });
  demandOpen(scene, [states]);
  return newRecord(scene, plan);
};
