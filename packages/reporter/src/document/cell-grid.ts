import type { Cell, Table } from "./block.ts";

/** A cell with the place, counted from 0, where its span begins. */
export type PlacedCell = Readonly<{ cell: Cell; row: number; column: number }>;

/** Every cell with its place, in reading order: spans from above push later cells to the right, as in HTML. */
export function placedCells(table: Table): readonly PlacedCell[] {
  const taken = table.rows.map(() => new Set<number>());
  return table.rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken[row]?.has(column)) column += 1;
      const placed = { cell, row, column };
      claim(table, taken, placed);
      return placed;
    });
  });
}

function claim({ id, widths }: Table, taken: readonly Set<number>[], { cell, row, column }: PlacedCell): void {
  for (let down = row; down < row + cell.rowSpan; down += 1)
    for (let across = column; across < column + cell.colSpan; across += 1) {
      const places = taken[down];
      if (!places || across >= widths.length || places.has(across))
        throw new Error(`table ${id}: the cell at row ${row}, column ${column} leaves the grid; mend its spans`);
      places.add(across);
    }
}
