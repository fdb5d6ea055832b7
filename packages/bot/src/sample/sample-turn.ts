import type { Meaning } from "../utterance/meaning.ts";

/** One message of the sample year and the act it must be read as: a parser that reads it otherwise stops the sample. */
export type SampleTurn = Readonly<{
  /** ISO with the Shanghai offset. */
  now: string;
  /** Member id. */
  by: string;
  text: string;
  expect: Meaning["act"];
}>;
