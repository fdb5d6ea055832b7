import { applicantChoices, ask, outcomeChoices } from "../ask.ts";
import type { Name, NamingRule } from "./name.ts";

/**
 * Applications for disclosure. The kind of applicant is a column of table 三 and the outcome a row: without them
 * nothing is written. A receipt and an answer in one breath are two facts: asked.
 */
export const applicationOf: NamingRule = ({ keys, marks, outcomes, applicants, vias, text }, { unit }) => {
  const received = keys.includes("application.received");
  const spoken = marks.has("application") || received || keys.includes("application.outcome");
  const dispute =
    marks.has("review") || marks.has("litigation") || keys.some((key) => /^(?:review|litigation)\./.test(key));
  if (dispute || (!spoken && outcomes.length === 0)) return undefined;
  if (keys.some((key) => !key.startsWith("application."))) return undefined;
  if (!spoken && marks.has("foreign")) return undefined;
  if (marks.has("step")) return { type: "ask", ask: ask("case-event", text) };
  const [applicant, otherApplicant] = applicants;
  const [outcome, otherOutcome] = outcomes;
  const [via] = vias;
  const attributes = {
    ...(applicant && !otherApplicant ? { applicant } : {}),
    ...(via ? { via } : {}),
    ...(outcome && !otherOutcome ? { outcome } : {}),
  };
  const asking = (
    why: "applicant-which" | "outcome-which" | "received-or-decided" | "two-things" | "unit-other",
    choices = [] as ReturnType<typeof applicantChoices>,
  ): Name => ({
    type: "ask",
    ask: ask(why, text, choices),
    ...attributes,
  });
  if (/^(?:条|篇|人|个人)$/.test(unit) && !spoken) return asking("unit-other");
  const arrived = marks.has("arrived") || (received && /收到/.test(text));
  const answered = outcome !== undefined || marks.has("answered") || keys.includes("application.outcome");
  if (marks.has("arrived") && outcome !== undefined) return asking("received-or-decided");
  if (outcome !== undefined) {
    if (otherOutcome) return asking("outcome-which", outcomeChoices());
    return { type: "named", key: "application.outcome", channel: null, ...attributes };
  }
  if (answered && !arrived) return { ...asking("outcome-which", outcomeChoices()), key: "application.outcome" } as Name;
  if (answered && arrived) return asking("received-or-decided");
  if (!applicant || otherApplicant)
    return { ...asking("applicant-which", applicantChoices()), key: "application.received" } as Name;
  return { type: "named", key: "application.received", channel: null, ...attributes };
};
