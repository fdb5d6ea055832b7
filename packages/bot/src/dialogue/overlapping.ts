import { type Channel, daysOf, type Fact, indicatorOf, overlaps, type StandingFact } from "@gongkai/schema";
import type { Item } from "../utterance/meaning.ts";
import { type Line, lineOf } from "./line.ts";
import { isDay, sameSectionAs, TOTAL_WORDS } from "./stated-fact.ts";
import type { View } from "./turn.ts";

/** What stands in the way of writing a figure as it is. */
export type Standing = Readonly<{
  /** Records of the same indicator, channel and section whose period this one touches, those of this message too. */
  figures: readonly Line[];
  /** Stated zeros that end when this figure arrives. */
  nils: readonly StandingFact[];
}>;

/** Indicators whose figures without a channel are those of the website: `s1.disclosed` counts both. */
const OF_THE_WEBSITE = /^(?:disclosure|info|column)\./u;

export function sameChannel(indicator: string, one: Channel | null, other: Channel | null): boolean {
  const home = OF_THE_WEBSITE.test(indicator) ? "website" : null;
  return (one ?? home) === (other ?? home);
}

/** Where no channel was said, any may be meant. */
const mayShareChannel = (indicator: string, one: Channel | null, other: Channel | null): boolean =>
  one === null || other === null || sameChannel(indicator, one, other);

/**
 * A period is counted once. A zero without a channel meets the figures of every channel. Two figures of one day simply
 * add, unless the words call the new one a total; gauges and stocks are readings and never overlap.
 */
export function standingBefore(
  view: View,
  item: Item,
  section: string,
  words: string,
  kept: readonly Line[] = [],
): Standing {
  const { rollUp } = indicatorOf(view.catalogue, item.indicator.value);
  const figures: Line[] = [];
  const nils: StandingFact[] = [];
  const days = daysOf(item.period.value);
  const total = TOTAL_WORDS.test(words);
  const meets = (fact: Fact): boolean => {
    if (fact.kind !== "figure-reported" || rollUp !== "sum" || fact.outcome) return false;
    if (fact.indicator !== item.indicator.value || !overlaps(daysOf(fact.period), days)) return false;
    if (!mayShareChannel(fact.indicator, fact.channel, item.channel?.value ?? null)) return false;
    const sameDay = isDay(item.period.value) && fact.period === item.period.value;
    return !sameDay || total || item.nil;
  };
  for (const standing of view.standing) {
    const { fact, record } = standing;
    if (!sameSectionAs(record.section, section)) continue;
    if (isZero(fact) && fact.indicator === item.indicator.value && overlaps(daysOf(fact.period), days)) {
      if (endsWith(view, standing, item)) nils.push(standing);
    } else if (meets(fact)) figures.push(lineOf(standing));
  }
  const before = kept.filter(({ fact, section: its }) => sameSectionAs(its, section) && !isZero(fact) && meets(fact));
  return { figures: [...figures, ...before], nils };
}

/** A zero of one channel is ended by the first figure of that channel, by whoever may mend it; a nil by any figure. */
function endsWith(view: View, { fact, record }: StandingFact, item: Item): boolean {
  if (fact.kind === "nil-attested") return true;
  const { rollUp } = indicatorOf(view.catalogue, item.indicator.value);
  if (fact.kind !== "figure-reported" || rollUp !== "sum") return false;
  const mine = view.may("mend", { by: record.by, section: record.section });
  return mine && sameChannel(fact.indicator, fact.channel, item.channel?.value ?? null);
}

type Counted = Extract<Fact, { kind: "figure-reported" | "nil-attested" }>;
type Zero = Extract<Fact, { kind: "nil-attested" | "figure-reported" }>;
const isZero = (fact: Fact): fact is Zero =>
  fact.kind === "nil-attested" || (fact.kind === "figure-reported" && fact.quantity === 0);
const isCounted = (fact: Fact): fact is Counted => fact.kind === "figure-reported" || fact.kind === "nil-attested";

/** Whether two figures of one section state the same thing: their days meet, and they are not two events of one day. */
function meet(one: Counted, other: Counted): boolean {
  if (one.indicator !== other.indicator || !overlaps(daysOf(one.period), daysOf(other.period))) return false;
  if (one.kind === "nil-attested" || other.kind === "nil-attested") return one.kind !== other.kind;
  if (one.outcome || other.outcome || !sameChannel(one.indicator, one.channel, other.channel)) return false;
  return !isDay(one.period) || one.period !== other.period;
}

/**
 * What stands in the way of a record that is to stand again, or in another wording. `without`: records that go in the
 * same turn. A record that meets a figure in its present wording already is not made worse by another number.
 */
export function countedTwice(
  view: View,
  { id, fact: stands, record }: StandingFact & { withdrawn?: boolean },
  becomes: Fact,
  without: readonly string[] = [],
): readonly StandingFact[] {
  if (!isCounted(becomes)) return [];
  const { rollUp } = indicatorOf(view.catalogue, becomes.indicator as Parameters<typeof indicatorOf>[1]); // keys of standing facts are of the catalogue
  if (rollUp !== "sum") return [];
  return [...view.standing].filter(
    (other) =>
      other.id !== id &&
      !without.includes(other.id) &&
      sameSectionAs(other.record.section, record.section) &&
      isCounted(other.fact) &&
      meet(becomes, other.fact) &&
      (becomes === stands || !isCounted(stands) || !meet(stands, other.fact)),
  );
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
