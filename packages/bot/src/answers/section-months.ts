import { type Fold, isOwedMonthly } from "@gongkai/reporter";
import { hasIndicator, indicatorOf, type Month, monthOf, monthsOfYear } from "@gongkai/schema";
import type { TalkingOffice } from "../deeds/talking-office.ts";
import type { View } from "../dialogue/turn.ts";

/** What one section owes for one month, and how much of it is in. */
export type SectionMonth = Readonly<{ month: Month; done: number; owed: number; begun: boolean }>;
export type SectionMonths = Readonly<{ label: string; months: readonly SectionMonth[] }>;

/** The monthly statements of every section that owes any, month by month of a year. */
export function sectionMonths(
  { office, catalogue }: TalkingOffice,
  fold: Fold,
  { today }: View,
  year: number,
): readonly SectionMonths[] {
  const { gaps } = fold.figures(year, new Set());
  return office.sections.flatMap(({ key, label, reports }) => {
    const owed = reports.filter(
      (key) => hasIndicator(catalogue, key) && isOwedMonthly(key, indicatorOf(catalogue, key)),
    );
    if (owed.length === 0) return [];
    const months = monthsOfYear(year).map((month) => {
      const open = gaps.filter((gap) => gap.section === key && gap.month === month && owed.includes(gap.indicator));
      return { month, done: owed.length - open.length, owed: owed.length, begun: month <= monthOf(today) };
    });
    return [{ label, months }];
  });
}
