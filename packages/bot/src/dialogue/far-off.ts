import { daysOf, indicatorOf } from "@gongkai/schema";
import type { Item } from "../utterance/meaning.ts";
import { sectionOf, storedQuantity } from "./stated-fact.ts";
import type { View } from "./turn.ts";

const ENOUGH = 8; // records of the same kind and length before we know what is usual
const TIMES = 20;
const SMALL = 50; // below this a leap is everyday
const LONG_DAYS = 8; // a figure for longer than a week is compared with figures for months

const isLong = (period: string): boolean => {
  const { from, to } = daysOf(period);
  return Date.parse(to) - Date.parse(from) >= LONG_DAYS * 86_400_000;
};

/** Whether a figure is far above everything this section has ever stated of its kind: a slip of the keyboard, or news. */
export function isFarOff(view: View, item: Item): boolean {
  const { rollUp } = indicatorOf(view.catalogue, item.indicator.value);
  const stored = storedQuantity(view, item);
  if (item.nil || stored === undefined || item.quantity.value < SMALL || rollUp === "case") return false;
  const section = sectionOf(view, item);
  let [seen, most] = [0, 0];
  for (const { fact, record } of view.standing) {
    if (fact.kind !== "figure-reported" || fact.indicator !== item.indicator.value || record.section !== section)
      continue;
    if (isLong(fact.period) !== isLong(item.period.value)) continue;
    seen += 1;
    most = Math.max(most, fact.quantity);
  }
  return seen >= ENOUGH && stored > most * TIMES;
}
