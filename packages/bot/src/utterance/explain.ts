import type { Meaning } from "./meaning.ts";

/** What each part of a message was taken for, and why something was asked; one line each. */
export function explain(meaning: Meaning): string[] {
  return meaning.taken.map(({ text, as }) => `“${text}”：${as}`);
}
