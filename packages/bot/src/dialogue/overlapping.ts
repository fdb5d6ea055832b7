import { daysOf, indicatorOf, overlaps, type StandingFact } from "@gongkai/schema";
import type { Item } from "../utterance/meaning.ts";
import { isDay, TOTAL_WORDS } from "./stated-fact.ts";
import type { View } from "./turn.ts";

/** What stands in the way of writing a figure as it is. */
export type Standing = Readonly<{
  /** Records of the same indicator, channel and section whose period this one touches. */
  figures: readonly StandingFact[];
  /** Stated zeros that end when this figure arrives. */
  nils: readonly StandingFact[];
}>;

/**
 * A period is counted once. Two figures of one day simply add, unless the words call the new one a total;
 * gauges and stocks are readings and never overlap.
 */
export function standingBefore(view: View, item: Item, section: string, words: string): Standing {
  const { rollUp } = indicatorOf(view.catalogue, item.indicator.value);
  const figures: StandingFact[] = [];
  const nils: StandingFact[] = [];
  const days = daysOf(item.period.value);
  const total = TOTAL_WORDS.test(words);
  for (const standing of view.standing) {
    const { fact, record } = standing;
    if (record.section !== section) continue;
    if (fact.kind !== "figure-reported" && fact.kind !== "nil-attested") continue;
    if (fact.indicator !== item.indicator.value || !overlaps(daysOf(fact.period), days)) continue;
    if (fact.kind === "nil-attested") {
      nils.push(standing);
      continue;
    }
    if (rollUp !== "sum" || fact.channel !== (item.channel?.value ?? null) || fact.outcome) continue;
    const sameDay = isDay(item.period.value) && fact.period === item.period.value;
    if (!sameDay || total || item.nil) figures.push(standing);
  }
  return { figures, nils };
}

/** An earlier reading of the same gauge for the same period by the same person: the new one replaces it. */
export function earlierReading(view: View, item: Item, section: string): StandingFact | undefined {
  const { rollUp } = indicatorOf(view.catalogue, item.indicator.value);
  if (rollUp === "sum" || rollUp === "case") return undefined;
  let found: StandingFact | undefined;
  for (const standing of view.standing) {
    const { fact, record } = standing;
    if (fact.kind !== "figure-reported" || fact.indicator !== item.indicator.value) continue;
    if (fact.period === item.period.value && record.section === section && record.by === view.member.id) {
      found = standing;
    }
  }
  return found;
}
