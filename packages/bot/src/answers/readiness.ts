import { compileFold, summarise } from "@gongkai/reporter";
import { daysOf, monthOf, yearOf } from "@gongkai/schema";
import type { Asking, Found } from "./asking.ts";

const REPORT_SEASON_ENDS = 6; // up to June 年报 means last year's

const MOST_TOLD = 6;

/** Whether the report could leave today, and what stands in its way. */
export function readiness({ office: { office }, fold, view, query }: Asking): Found {
  const thisYear = yearOf(view.today);
  const asked = query.period === null ? undefined : yearOf(daysOf(query.period).from);
  const year = asked ?? (Number(view.today.slice(5, 7)) <= REPORT_SEASON_ENDS ? thisYear - 1 : thisYear);
  const { findings, figures } = compileFold(fold, {
    office,
    year,
    today: view.today,
    calendar: view.calendar,
  });
  const must = findings.filter(({ verdict }) => verdict === "必改");
  const over = figures.gaps.filter(({ month }) => month < monthOf(view.today));
  return {
    answered: {
      answer: "readiness",
      year,
      must: must.slice(0, MOST_TOLD).map(({ says }) => says),
      mustCount: must.length,
      explainCount: summarise(findings).unexplained,
      gaps: over.length,
      months: [...new Set(over.map(({ month }) => month))],
    },
  };
}
