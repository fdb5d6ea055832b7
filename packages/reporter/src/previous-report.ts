import { FIGURE_IDS, type FigureId, type ProseKey } from "@gongkai/schema";
import type { Figures } from "./fold/figures.ts";
import type { Fold } from "./fold/fold.ts";

/** Last year's report. Stored units; `null` or absent: it does not give the figure. */
export type PreviousReport = Readonly<{
  figures: ReadonlyMap<FigureId, number | null>;
  prose: Readonly<Partial<Record<ProseKey, string>>> | null;
}>;

/**
 * Last year as the ledger knows it: the figures entered from the published report; without any, what the ledger itself
 * folds for that year; `undefined` when it holds nothing of it.
 */
export function previousReport(fold: Fold, figures: Figures): PreviousReport | undefined {
  const year = figures.year - 1;
  const published = new Map(
    FIGURE_IDS.flatMap((id) => {
      const value = figures.published(year, id);
      return value === null ? [] : [[id, value] as const];
    }),
  );
  const reaches = fold.ledger().firstYear <= year;
  if (published.size === 0 && !reaches) return undefined;
  const before = fold.figures(year);
  const prose = Object.fromEntries([...before.texts].map(([key, { text }]) => [key, text]));
  return {
    figures: published.size > 0 ? published : new Map(before.ids.map((id) => [id, before.at(id).value])),
    prose: Object.keys(prose).length > 0 ? prose : null,
  };
}
