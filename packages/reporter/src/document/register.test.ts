import { expect, test } from "vitest";
import { type Table, textOf } from "./block.ts";
import { placedCells } from "./cell-grid.ts";
import { type Register, tableOf } from "./register.ts";

const register = (rows: Register["rows"]): Register => ({
  id: "list",
  name: "名单",
  columns: [
    { label: "科室", width: 8, align: "center", groups: true },
    { label: "事项", width: 20, align: "left" },
    { label: "数量", width: 6, align: "center" },
  ],
  rows,
});
const placed = (table: Table) =>
  placedCells(table).map(({ cell, row, column }) => [row, column, cell.rowSpan, textOf(cell.runs)]);

test("rows of one group share a cell, and the same group further down begins anew", () => {
  const rows = [
    ["法规科", "行政处罚", 0],
    ["法规科", "行政强制", null],
    ["办公室", "网民留言", 12.5],
    ["法规科", "信件", "未报"],
  ];
  expect(placed(tableOf(register(rows)))).toEqual([
    [0, 0, 1, "科室"],
    [0, 1, 1, "事项"],
    [0, 2, 1, "数量"],
    [1, 0, 2, "法规科"],
    [1, 1, 1, "行政处罚"],
    [1, 2, 1, "0"],
    [2, 1, 1, "行政强制"],
    [2, 2, 1, ""],
    [3, 0, 1, "办公室"],
    [3, 1, 1, "网民留言"],
    [3, 2, 1, "12.5"],
    [4, 0, 1, "法规科"],
    [4, 1, 1, "信件"],
    [4, 2, 1, "未报"],
  ]);
});

test("a list without rows is its head", () => {
  expect(tableOf(register([])).rows).toHaveLength(1);
});
