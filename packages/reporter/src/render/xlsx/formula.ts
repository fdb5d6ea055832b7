import { DERIVED_CELLS, type FigureId, isCellId } from "@gongkai/schema";
import { cellRef } from "hucre/xlsx";
import type { FigureRun } from "../../document/block.ts";

/** Row and column on the sheet, counted from 0. */
export type Place = Readonly<{ row: number; column: number }>;
/** The figures of a sheet, each with its place. */
export type PlacedFigures = ReadonlyMap<FigureId, Readonly<{ at: Place; run: FigureRun }>>;

export const refOf = ({ row, column }: Place): string => cellRef(row, column);

/**
 * The formula of a cell the form derives from cells of this sheet, without its `=`; `undefined` for any other. It is
 * made of places and operators alone: nothing anybody typed can reach a formula.
 */
export function formulaOf(figure: FigureId, figures: PlacedFigures): string | undefined {
  const sum = isCellId(figure) ? DERIVED_CELLS.get(figure) : undefined;
  const plus = sum?.plus.flatMap((cell) => figures.get(cell)?.at ?? []) ?? [];
  const minus = sum?.minus.flatMap((cell) => figures.get(cell)?.at ?? []) ?? [];
  if (!sum || plus.length < sum.plus.length || minus.length < sum.minus.length) return undefined;
  return [added(plus), ...minus.map(refOf)].join("-");
}

/** SUM over the block the places fill, else over one after the other. */
function added(places: readonly Place[]): string {
  const first = places[0] ?? { row: 0, column: 0 };
  const last = places.at(-1) ?? first;
  const area = (last.row - first.row + 1) * (last.column - first.column + 1);
  return area === places.length ? `SUM(${refOf(first)}:${refOf(last)})` : `SUM(${places.map(refOf).join(",")})`;
}
