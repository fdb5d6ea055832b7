import type { Fact, RecordId, StandingFact } from "@gongkai/schema";

/** One line of an echo, a card or a list: what is stated, for whom, and whether its date was said. */
export type Line = Readonly<{
  /** `null` on a card: nothing is written yet. */
  record: RecordId | null;
  fact: Fact;
  section: string;
  periodImplied: boolean;
}>;

export const lineOf = ({ id, record, fact, correctedBy }: StandingFact): Line => ({
  record: id,
  fact,
  section: record.section,
  periodImplied: record.periodImplied && correctedBy === null,
});
