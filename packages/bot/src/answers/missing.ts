import { addDays, daysOf, type LocalDate, type Month, monthOf, monthsOf, type Period, yearOf } from "@gongkai/schema";
import type { Asking, Found } from "./asking.ts";

const MONTH_BEGINS = 10; // up to this day of a month, who has not reported is asked of the month before

/** The month people are asked about: last month in the first days of a month, else this one. */
export const monthAsked = (today: LocalDate): Month =>
  Number(today.slice(8)) <= MONTH_BEGINS ? monthOf(addDays(`${monthOf(today)}-01`, -1)) : monthOf(today);

/** The months a question is about: the one named, or those of a longer period that people are asked about by now. */
function monthsMeant(period: Period | null, today: LocalDate): readonly Month[] {
  if (period === null) return [monthAsked(today)];
  const { from, to } = daysOf(period);
  const months = monthsOf(`${monthOf(from)}/${monthOf(to)}`);
  const asked = months.filter((month) => month <= monthAsked(today));
  return months.length === 1 || asked.length === 0 ? months.slice(0, 1) : asked;
}

/** What sections still owe, by section and indicator with the months. */
export function missing({ office, fold, view, query, scope }: Asking): Found {
  const months = monthsMeant(query.period, view.today);
  const own = query.scope === "me";
  const section = own ? view.member.section : scope.section;
  const [first = monthAsked(view.today)] = months;
  const gaps = fold.figures(yearOf(first), new Set()).gaps.filter(({ month }) => months.includes(month));
  const owed = office.office.sections
    .filter(({ key }) => section === undefined || key === section)
    .map(({ key }) => {
      const open = gaps.filter((gap) => gap.section === key);
      const indicators = [...new Set(open.map(({ indicator }) => indicator))];
      return {
        section: key,
        indicators: indicators.map((indicator) => ({
          indicator,
          months: open.filter((gap) => gap.indicator === indicator).map(({ month }) => month),
        })),
      };
    })
    .filter(({ indicators }) => indicators.length > 0);
  return { answered: { answer: "missing", months, own, owed } };
}
