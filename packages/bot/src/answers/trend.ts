import type { Fold } from "@gongkai/reporter";
import { daysOf, type IndicatorKey, type Month, monthOf, monthsOfYear } from "@gongkai/schema";
import type { View } from "../dialogue/turn.ts";
import type { MonthBeside } from "./answered.ts";
import { countOf } from "./count.ts";
import type { Scope } from "./scope.ts";

/** The months of a year that have begun, each beside the same month of the year before. */
export function trendOf(
  fold: Fold,
  view: View,
  asked: Readonly<{ indicator: IndicatorKey; year: number }>,
  scope: Scope,
): readonly MonthBeside[] {
  const { indicator, year } = asked;
  const at = (month: Month) => {
    const { value, records } = countOf(fold, view, { indicator, span: daysOf(month) }, scope);
    return records === 0 && value === 0 ? null : value;
  };
  return monthsOfYear(year)
    .filter((month) => month <= monthOf(view.today))
    .map((month) => ({ month, value: at(month), before: at(`${year - 1}${month.slice(4)}`) }));
}
