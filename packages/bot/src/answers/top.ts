import type { Fold } from "@gongkai/reporter";
import { type IndicatorKey, indicatorOf, type Period } from "@gongkai/schema";
import type { View } from "../dialogue/turn.ts";
import type { Counted } from "./answered.ts";
import { countOf, soFar } from "./count.ts";
import type { Scope } from "./scope.ts";

const ADDS_UP: ReadonlySet<string> = new Set(["sum", "case"]);

/** Indicators that add up, the most first; what is at nothing is left to the list of zeros. */
export function topOf(fold: Fold, view: View, period: Period, scope: Scope): readonly Counted[] {
  const span = soFar(period, view.today);
  return (Object.keys(view.catalogue) as IndicatorKey[]) // keys of a catalogue are its indicators
    .filter((key) => ADDS_UP.has(indicatorOf(view.catalogue, key).rollUp))
    .map((indicator) => countOf(fold, view, { indicator, span }, scope))
    .filter(({ value, records }) => records > 0 && (value ?? 0) > 0)
    .sort((one, other) => amountOf(view, other) - amountOf(view, one));
}

/** In the unit of talk: 万元 beside pieces. */
const amountOf = ({ catalogue }: View, { indicator, value }: Counted): number =>
  (value ?? 0) / indicatorOf(catalogue, indicator).scale;
