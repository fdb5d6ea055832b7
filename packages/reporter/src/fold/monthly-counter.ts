import { monthOf, overlaps } from "@gongkai/schema";
import type { KnownPeriod } from "./period-table.ts";

type Stated = Readonly<{ period: KnownPeriod }>;

/**
 * What stands of a monthly counter, of figures in ledger order: the one stated last for a month; a figure for more
 * months only where none of its months is stated by itself, and of two of those that overlap the later one. A reading
 * that is for no whole month is never among them.
 */
export function standingMonths<T extends Stated>(stated: readonly T[]): T[] {
  const months = new Map<string, T>();
  const wider: T[] = [];
  for (const figure of stated) {
    const { from, to, wholeMonths } = figure.period;
    if (!wholeMonths) continue;
    if (monthOf(from) === monthOf(to)) months.set(monthOf(from), figure);
    else wider.push(figure);
  }
  const standing = [...months.values()];
  for (const figure of wider.reverse())
    if (!standing.some(({ period }) => overlaps(period, figure.period))) standing.push(figure);
  return standing;
}
