import type { StandingFact } from "@gongkai/schema";
import type { Change, Item, Meaning } from "../utterance/meaning.ts";
import { changedFact } from "./change-fact.ts";
import { indicatorKeyOf, periodOf, storedQuantity } from "./stated-fact.ts";
import type { View } from "./turn.ts";

/** The one of several items that says the record anew; the others stand for themselves. */
export function saidAnew(
  meaning: Meaning,
  { fact }: Pick<StandingFact, "fact">,
): Readonly<{ set: Change; rest: Meaning }> | undefined {
  if (meaning.act !== "record" || meaning.items.length < 2) return undefined;
  const channel = "channel" in fact ? fact.channel : null;
  const same = meaning.items.filter(
    (item) =>
      item.indicator.value === indicatorKeyOf(fact) &&
      (item.channel?.value ?? null) === channel &&
      (item.period.certainty !== "said" || item.period.value === periodOf(fact)),
  );
  const [own, another] = same;
  if (!own || another) return undefined;
  const period = periodOf(fact);
  const ofThatDay = (item: Item): Item =>
    item.period.certainty === "said" || period === undefined
      ? item
      : { ...item, period: { value: period, certainty: "said", text: item.text } };
  const items = meaning.items.filter((item) => item !== own).map(ofThatDay);
  return { set: { quantity: own.quantity.value }, rest: { ...meaning, items } };
}

/** 3月11号处罚2件, when it was asked whether that record is to become so: the record as it would stand, told as a whole. */
export function isToldAsChanged(
  view: View,
  { fact }: Pick<StandingFact, "fact">,
  set: Change,
  meaning: Meaning,
): boolean {
  const [item, another] = meaning.act === "record" ? meaning.items : [];
  const changed = changedFact(view, fact, set);
  if (!item || another || !("fact" in changed) || changed.fact.kind !== "figure-reported") return false;
  return (
    item.indicator.value === changed.fact.indicator &&
    storedQuantity(view, item) === changed.fact.quantity &&
    item.period.certainty === "said" &&
    item.period.value === changed.fact.period &&
    (item.channel === null || item.channel.value === changed.fact.channel)
  );
}
