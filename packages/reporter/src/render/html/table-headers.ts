import type { PlacedCell } from "../../document/cell-grid.ts";

/**
 * The headers a data cell answers to, outermost first: above it the nearest unbroken stack of column headers, so that
 * in table 二 the figures of one clause do not answer to the clause before; beside it every row header.
 */
export function headersOf(place: PlacedCell, places: readonly PlacedCell[]): readonly PlacedCell[] {
  return [...columnHeadersOf(place, places), ...places.filter((other) => isRowHeaderOf(other, place))];
}

function columnHeadersOf(place: PlacedCell, places: readonly PlacedCell[]): readonly PlacedCell[] {
  const above = places.filter((other) => coversColumn(other, place.column) && other.row < place.row);
  const nearest = above.findLastIndex((other) => other.cell.header === "column");
  const brokenAt = above.findLastIndex((other, index) => index < nearest && other.cell.header !== "column");
  return nearest < 0 ? [] : above.slice(brokenAt + 1, nearest + 1);
}

const coversColumn = ({ cell, column }: PlacedCell, at: number): boolean => column <= at && at < column + cell.colSpan;

function isRowHeaderOf({ cell, row, column }: PlacedCell, place: PlacedCell): boolean {
  return cell.header === "row" && column < place.column && row <= place.row && place.row < row + cell.rowSpan;
}
