import type { Mark } from "../words/mark.ts";

/** What bears on whose, whether, how much or how sure: words beside a report that hold one are more than its subject. */
export const BEARS_ON_FACTS: readonly Mark[] = [
  "not",
  "nil",
  "plan",
  "aim",
  "underway",
  "outsider",
  "doubt",
  "repost",
  "hearsay",
  "compare",
  "step",
  "repair",
  "more",
  "total",
  "subset",
  "running",
  "each",
  "apiece",
  "except",
  "office",
  "behalf",
];
