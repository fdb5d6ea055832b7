import { figuresOf } from "../binding/clause.ts";
import type { Answer, Draft, Hearing } from "../meaning.ts";
import { readingOf } from "../understand.ts";

/** 是，昨天的; 是我们的，不过是4条: a yes that changes what was told is none yet. Null: no such answer. */
export function byBody({ asks: [question] }: Draft, hearing: Hearing): Answer | null {
  if (question?.why !== "body-whose") return null;
  const { tokens } = readingOf(hearing);
  const changes = figuresOf(tokens).some(({ figure }) => figure.measure !== "none" || tokens.length > 1);
  return changes || tokens.some(({ kind }) => kind === "date") ? { kind: "other" } : null;
}
