import type { Answer, Draft, Hearing } from "./meaning.ts";

/** Reads a message as the reply to a pending question about `draft`. */
export function answer(_draft: Draft, _hearing: Hearing): Answer {
  return { kind: "other" };
}
