import type { PlacedCell } from "../../document/cell-grid.ts";

/** The headers each cell answers to. Made once a table: a cell looks at its own row and column only. */
export type HeadersOf = (place: PlacedCell) => readonly PlacedCell[];

/**
 * Headers of a data cell, outermost first: above it the nearest unbroken stack of column headers, so that in table 二
 * the figures of one clause do not answer to the clause before; beside it every row header.
 */
export function tableHeaders(places: readonly PlacedCell[]): HeadersOf {
  const columns = gathered(places, ({ column, cell }) => [column, cell.colSpan]);
  const rows = gathered(
    places.filter(({ cell }) => cell.header === "row"),
    ({ row, cell }) => [row, cell.rowSpan],
  );
  return function headersOf(place) {
    const above = (columns[place.column] ?? []).filter((other) => other.row < place.row);
    const beside = (rows[place.row] ?? []).filter((other) => other.column < place.column);
    return [...stackOver(above), ...beside];
  };
}

function stackOver(above: readonly PlacedCell[]): readonly PlacedCell[] {
  const nearest = above.findLastIndex((other) => other.cell.header === "column");
  const brokenAt = above.findLastIndex((other, index) => index < nearest && other.cell.header !== "column");
  return nearest < 0 ? [] : above.slice(brokenAt + 1, nearest + 1);
}

/** For every line of the grid the cells that reach over it, in reading order. */
function gathered(
  places: readonly PlacedCell[],
  reach: (place: PlacedCell) => readonly [from: number, count: number],
): readonly (readonly PlacedCell[])[] {
  const lines: PlacedCell[][] = [];
  for (const place of places) {
    const [from, count] = reach(place);
    for (let line = from; line < from + count; line += 1) {
      const cells = lines[line] ?? [];
      cells.push(place);
      lines[line] = cells;
    }
  }
  return lines;
}
