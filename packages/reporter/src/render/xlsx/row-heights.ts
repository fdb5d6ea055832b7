import { type Table, textOf } from "../../document/block.ts";
import { placedCells } from "../../document/cell-grid.ts";
import { widthInCharacters } from "../../document/gongwen-style.ts";

/**
 * Heights in points, one per row. Spreadsheets never fit the height of merged cells, so lines are counted here;
 * `widths` are in the sheet's unit, half a Chinese character each.
 */
export function rowHeights(table: Table, widths: readonly number[], points: number): readonly number[] {
  const lineHeight = points * 1.4;
  const heights = table.rows.map(() => lineHeight + 4);
  for (const { cell, row, column } of placedCells(table)) {
    if (cell.vertical) continue; // stacked letters fill the 22 rows they span
    const room = widths.slice(column, column + cell.colSpan).reduce((sum, width) => sum + width, -2);
    const lines = Math.ceil((2 * widthInCharacters(textOf(cell.runs))) / room);
    const standing = heights.slice(row, row + cell.rowSpan).reduce((sum, height) => sum + height, 0);
    const last = row + cell.rowSpan - 1;
    heights[last] = (heights[last] ?? 0) + Math.max(0, lines * lineHeight + 4 - standing);
  }
  return heights;
}
