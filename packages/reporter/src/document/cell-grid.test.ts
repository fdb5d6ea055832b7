import { TABLE_FOUR, TABLE_THREE, TABLE_TWO } from "@gongkai/schema";
import { expect, test } from "vitest";
import { type Table, textOf } from "./block.ts";
import { placedCells } from "./cell-grid.ts";
import { reportTable } from "./report-tables.ts";

const print = (figure: Parameters<Parameters<typeof reportTable>[1]>[0]) => ({ text: "0", figure, value: 0 });
const at = (table: Table, row: number, column: number) => {
  const placed = placedCells(table).find((place) => place.row === row && place.column === column);
  return placed && textOf(placed.cell.runs);
};

// biome-ignore format: the columns are the test
test.each([
  [TABLE_TWO,   3,  0, "行政规范性文件",      "first column of an unmerged row"],
  [TABLE_THREE, 2,  4, "商业企业",            "pushed right by the note and 自然人 above"],
  [TABLE_THREE, 5,  1, "（一）予以公开",      "beside the merged 三"],
  [TABLE_THREE, 8,  2, "2.其他法律行政法规禁止公开", "beside 三 and （三）, both begun above"],
  [TABLE_THREE, 26, 1, "（七）总计",          "last row under 三"],
  [TABLE_FOUR,  2,  5, "结果维持",            "under 未经复议直接起诉, right of the reconsiderations"],
] as const)("$id row %i column %i", (form, row, column, text, why) => {
  expect(at(reportTable(form, print), row, column), why).toBe(text);
});

test("a filled table has a width for every place", () => {
  for (const form of [TABLE_TWO, TABLE_THREE, TABLE_FOUR])
    expect(reportTable(form, print).widths).toHaveLength(form.columns);
});

test("spans that leave the grid are our own mistake and are named", () => {
  const table = reportTable(TABLE_TWO, print);
  expect(() => placedCells({ ...table, widths: [1, 1, 1] })).toThrow("table t2: the cell at row 0, column 0");
});
