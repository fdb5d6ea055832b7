import type { StandingFact } from "@gongkai/schema";
import type { Change, Meaning } from "../utterance/meaning.ts";
import { indicatorKeyOf, periodOf } from "./stated-fact.ts";

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
  const items = meaning.items.filter((item) => item !== own);
  return { set: { quantity: own.quantity.value }, rest: { ...meaning, items } };
}
