import { expect, test } from "vitest";
import { CELL_IDS } from "./cell-id.ts";
import type { FormTable } from "./form-table.ts";
import { TABLE_FOUR } from "./table-four.ts";
import { TABLE_THREE } from "./table-three.ts";
import { TABLE_TWO } from "./table-two.ts";

/** Which place each cell takes, as a renderer would lay it out. */
function occupied({ rows, columns }: FormTable): number[] {
  const used = rows.map(() => 0);
  for (const [index, row] of rows.entries())
    for (const { colSpan = 1, rowSpan = 1 } of row)
      for (let down = 0; down < rowSpan; down += 1) used[index + down] = (used[index + down] ?? Number.NaN) + colSpan;
  return used.filter((places) => places !== columns);
}

// biome-ignore format: the columns are the test
test.each([
  [TABLE_TWO,   14, 10,  "two documents rows, three decisions, one fee, each under its clause"],
  [TABLE_THREE, 28, 175, "25 data rows of 7 under three header rows"],
  [TABLE_FOUR,  4,  15,  "one data row of three blocks of five"],
] as const)("$id fills its grid", (table, rows, cells, why) => {
  expect(table.rows, why).toHaveLength(rows);
  expect(occupied(table), "rows whose spans miss the width").toEqual([]);
  expect(table.rows.flat().filter((cell) => "cell" in cell)).toHaveLength(cells);
});

test("the three tables hold every one of the 200 cells once, in the order of their ids", () => {
  const printed = [TABLE_TWO, TABLE_THREE, TABLE_FOUR].flatMap(({ rows }) =>
    rows.flat().flatMap((cell) => ("cell" in cell ? [cell.cell] : [])),
  );
  expect(printed).toEqual(CELL_IDS);
});

// biome-ignore format: the columns are the test
test.each([
  ["三、本年度办理结果", 22, "21 results and （七）总计"],
  ["（三）不予公开",    8,  "eight reasons"],
  ["（四）无法提供",    3,  "three reasons"],
  ["（五）不予处理",    5,  "five reasons"],
  ["（六）其他处理",    3,  "three kinds"],
])("in table 三 %s spans %i rows: %s", (label, rowSpan) => {
  expect(TABLE_THREE.rows.flat().find((cell) => "text" in cell && cell.text === label)).toMatchObject({ rowSpan });
});
