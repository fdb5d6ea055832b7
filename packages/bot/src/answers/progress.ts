import type { Fold } from "@gongkai/reporter";
import { daysOf, monthOf, overlaps, type Period, yearOf } from "@gongkai/schema";
import type { View } from "../dialogue/turn.ts";
import { type Asking, type Found, indicatorsIn, stated } from "./asking.ts";
import { countOf, soFar } from "./count.ts";
import { sectionMonths } from "./section-months.ts";

/** How far a period is: what is in, what is owed of it, and every section's months. */
export function progress({ office, fold, view, query, scope }: Asking): Found {
  const period = query.period ?? monthOf(view.today);
  const span = soFar(period, view.today);
  const counts = (query.indicators ?? indicatorsIn(view, period))
    .map((indicator) => countOf(fold, view, { indicator, span }, scope))
    .filter(stated);
  const gaps = gapsIn(fold, view, period);
  const sections = sectionMonths(office, fold, view, yearOf(span.from));
  const months = sections
    .flatMap((section) => section.months)
    .filter(({ month }) => overlaps(daysOf(month), daysOf(period)));
  const owed = months.reduce((sum, { owed }) => sum + owed, 0);
  const done = months.reduce((sum, month) => sum + (month.begun ? month.done : 0), 0);
  return {
    answered: {
      answer: "progress",
      period,
      counts,
      gaps,
      records: counts.reduce((sum, { records }) => sum + records, 0),
      share: owed === 0 ? null : done / owed,
      sections,
    },
  };
}

/** What is owed for the months of a period that have begun. */
const gapsIn = (fold: Fold, { today }: View, period: Period): number =>
  fold
    .figures(yearOf(daysOf(period).from), new Set())
    .gaps.filter(({ month }) => month <= monthOf(today) && overlaps(daysOf(month), daysOf(period))).length;
