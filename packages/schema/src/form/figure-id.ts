import { CELL_IDS, type CellId, isCellId } from "./cell-id.ts";
import { isNarrativeFigureId, NARRATIVE_FIGURE_IDS, type NarrativeFigureId } from "./narrative-figures.ts";

/** Where a counted value is printed: a table cell or a sentence. */
export type FigureId = CellId | NarrativeFigureId;
export const FIGURE_IDS: readonly FigureId[] = [...CELL_IDS, ...NARRATIVE_FIGURE_IDS];
export const isFigureId = (text: string): text is FigureId => isCellId(text) || isNarrativeFigureId(text);
