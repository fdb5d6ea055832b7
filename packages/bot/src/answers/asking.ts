import type { Fold } from "@gongkai/reporter";
import { daysOf, type IndicatorKey, overlaps, type Period } from "@gongkai/schema";
import type { TalkingOffice } from "../deeds/talking-office.ts";
import { periodOf } from "../dialogue/stated-fact.ts";
import type { View } from "../dialogue/turn.ts";
import type { Query } from "../utterance/meaning.ts";
import type { Answered, Counted } from "./answered.ts";
import type { Scope } from "./scope.ts";

/** A query with everything an answer may look at. */
export type Asking = Readonly<{ office: TalkingOffice; fold: Fold; view: View; query: Query; scope: Scope }>;
/** Ids of the records a following 第2条 may mean. */
export type Found = Readonly<{ answered: Answered; records?: readonly string[] }>;

export const stated = ({ value, records }: Counted): boolean => value !== null && records > 0;

/** Indicators somebody stated anything about for a period, in the order of the catalogue. */
export function indicatorsIn(view: View, period: Period): readonly IndicatorKey[] {
  const said = new Set<string>();
  for (const { fact } of view.standing) {
    const when = periodOf(fact);
    if (when === undefined || !overlaps(daysOf(when), daysOf(period))) continue;
    if (fact.kind === "figure-reported" || fact.kind === "nil-attested") said.add(fact.indicator);
    else if (fact.kind === "application-opened") said.add("application.received");
    else if (fact.kind === "application-answered") said.add("application.outcome");
    else if (fact.kind === "review-opened") said.add("review.received");
    else if (fact.kind === "litigation-opened") said.add("litigation.received");
  }
  return (Object.keys(view.catalogue) as IndicatorKey[]).filter((key) => said.has(key)); // keys of a catalogue are its indicators
}
