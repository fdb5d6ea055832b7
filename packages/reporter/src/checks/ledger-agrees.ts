import type { FigureId, Period } from "@gongkai/schema";
import { figureLabel } from "../fold/figure-label.ts";
import { type Check, explain, type Found, mustFix } from "./check.ts";
import { sectionName } from "./ledger-complete.ts";

/** 2025-03 as 3月, 2025-03-04 as 3月4日, 2025 as 全年; the report's year goes without saying. */
function whenWords(period: Period): string {
  const [, month, day, more] = /^\d{4}(?:-(\d{2}))?(?:-(\d{2}))?(.*)$/.exec(period) ?? [];
  if (more !== "") return period;
  return month === undefined ? "全年" : `${Number(month)}月${day === undefined ? "" : `${Number(day)}日`}`;
}

/** A nil after a figure for the same days denies it, whatever the figure's channel: one of the two is wrong. */
export const nilsHold: Check = {
  id: "L-NIL",
  basis: "报“无”的期间里不应当有数；先报“无”、后来有数的，以数为准",
  run: ({ ledger }) => {
    if (!ledger) return [];
    return ledger.figures.denials.map(({ section, indicator, period, nil, figures }): Found => {
      const says = `${sectionName(ledger, section)}报${whenWords(period)}没有${ledger.labelOf(indicator)}，可是此前已经报过 ${figures.length} 条有数的记录，现在按有数计，请撤销错的一边或者说明。`;
      const cells = ledger.figures.ids.filter((id) => ledger.figures.reportedKinds(id).includes(indicator));
      return explain(says, { cells, records: [nil, ...figures] });
    });
  },
};

const VISITS: FigureId = "s1.site_visits";

/** A running counter gives a year's visits only beside its reading a year ago, and never runs backwards. */
export const counterRuns: Check = {
  id: "L-COUNTER",
  basis: "累计访问量：本年数等于本年最后一次读数减上年最后一次读数",
  run: ({ ledger, year }) => {
    const readings = ledger?.figures.counterReadings(VISITS);
    if (!readings || readings.now === null) return [];
    const { now, before } = readings;
    if (before === null) {
      const says = `${figureLabel(VISITS)}按累计读数计算，台账里没有 ${year - 1} 年的读数，算不出本年的访问量，请补报 ${year - 1}年12月的读数。`;
      return [mustFix(says, { cells: [VISITS] })];
    }
    if (now >= before) return [];
    const says = `${figureLabel(VISITS)}：累计读数从上年的 ${before} 变成了 ${now}，不会越来越少；如果换过计数器，请改成每月报访问量。`;
    return [mustFix(says, { cells: [VISITS], expected: before, actual: now })];
  },
};
