import { type FigureId, INDICATORS, type Indicator, isNarrativeFigureId, NARRATIVE_FIGURES } from "@gongkai/schema";

const FEEDS: readonly Indicator[] = Object.values<Indicator>(INDICATORS);

/** Unit in which a figure is printed: 万元 for 收费, 元 for 信息处理费, 件 in every other cell. */
export function unitOf(id: FigureId): string {
  if (isNarrativeFigureId(id)) return NARRATIVE_FIGURES[id].unit;
  return FEEDS.find(({ feeds }) => feeds.includes(id))?.unit ?? "件";
}

/** Money is stored in whole fen. */
const FEN_IN: Readonly<Record<string, number>> = { 万元: 1_000_000, 元: 100 };

/** Stored units in one printed unit: 1 000 000 fen in 万元, 100 in 元, else 1. */
export const scaleOf = (id: FigureId): number => FEN_IN[unitOf(id)] ?? 1;

/** A stored value in the printed unit, as the command's JSON gives it. */
export const printedValue = (id: FigureId, stored: number): number => stored / scaleOf(id);

/** A stored value from one in the printed unit; rounds away what the unit cannot hold. */
export const storedValue = (id: FigureId, printed: number): number => Math.round(printed * scaleOf(id));

/** The digits that are printed: whole numbers as they are, money exact to the fen with trailing zeros trimmed. */
export function printFigure(id: FigureId, stored: number): string {
  const places = String(scaleOf(id)).length - 1;
  if (places === 0) return String(stored);
  const digits = String(Math.abs(stored)).padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  return `${stored < 0 ? "-" : ""}${digits.slice(0, -places)}${fraction ? `.${fraction}` : ""}`;
}
