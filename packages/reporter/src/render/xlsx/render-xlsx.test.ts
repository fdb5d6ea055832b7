import { CELL_IDS, type CellId, DERIVED_CELLS, type FigureId, INDICATORS } from "@gongkai/schema";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readXlsx, type Workbook } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { type DocumentTree, isFigureRun, type Run, type Table } from "../../document/block.ts";
import { placedCells } from "../../document/cell-grid.ts";
import { recipeOf } from "../../fold/recipe.ts";
import { aReport, cellValue } from "../a-report.contract.ts";
import { converted } from "../libre-office.contract.ts";
import { outsideTool } from "../outside-tool.contract.ts";
import { ooxmlErrors } from "../validity.contract.ts";
import { renderXlsx } from "./render-xlsx.ts";

const render = (tree: DocumentTree) => renderXlsx(tree, { at: "2026-01-20T10:00:00+08:00" });
const tablesOf = (tree: DocumentTree) => tree.blocks.filter((block): block is Table => block.kind === "table");

/** Where each figure stands: sheet, row, column; three lines stand above every table. */
const PLACES = new Map<FigureId, readonly [number, number, number]>(
  tablesOf(aReport()).flatMap((table, sheet) =>
    placedCells(table).flatMap(({ cell, row, column }) =>
      cell.runs.filter(isFigureRun).map(({ figure }) => [figure, [sheet, row + 3, column] as const] as const),
    ),
  ),
);
const placeOf = (figure: FigureId) => {
  const place = PLACES.get(figure);
  if (!place) throw new Error(`${figure} stands in no table of this report`);
  return place;
};
const valueIn = (book: Workbook, figure: FigureId) => {
  const [sheet, row, column] = placeOf(figure);
  return book.sheets[sheet]?.rows[row]?.[column];
};

/** The file with one part rewritten. */
function edited(file: Uint8Array, path: string, edit: (xml: string) => string): Uint8Array {
  const files = unzipSync(file);
  return zipSync({ ...files, [path]: strToU8(edit(strFromU8(files[path] ?? new Uint8Array()))) });
}
const sheetPath = (sheet: number) => `xl/worksheets/sheet${sheet + 1}.xml`;
const formulasIn = (file: Uint8Array): readonly string[] =>
  Object.entries(unzipSync(file)).flatMap(([path, content]) =>
    path.startsWith("xl/worksheets/")
      ? [...strFromU8(content).matchAll(/<f>(.*?)<\/f>/g)].map(([, formula = ""]) => formula)
      : [],
  );

test("the same tree gives the same bytes", async () => {
  expect(await render(aReport())).toEqual(await render(aReport()));
});

test.each([
  ["final", false],
  ["draft", true],
])("a %s workbook is valid Office Open XML", async (_name, draft) => {
  expect(await ooxmlErrors(await render(aReport({ draft })), "xlsx")).toEqual([]);
});

test("what prints is the table alone, and every sheet is referred to by a name that needs no quotes", async () => {
  const book = strFromU8(unzipSync(await render(aReport()))["xl/workbook.xml"] ?? new Uint8Array());
  const printed = [...book.matchAll(/Print_Area"[^>]*>([^<]*)</g)].map(([, area]) => area);
  expect(printed).toHaveLength(3);
  for (const area of printed) expect(area).toMatch(/^[\p{L}\p{N}]+!\$A\$1:\$[A-Z]\$\d+$/u);
});

test("all 200 cells hold their value, computed ones beside their formula", async () => {
  const book = await readXlsx(await render(aReport()));
  for (const cell of CELL_IDS) expect(valueIn(book, cell), cell).toBe(cellValue(cell));
});

// biome-ignore format: the columns are the test
test.each([
  ["t3.new.tot",       "SUM(D7:I7)",   "a row of six kinds"],
  ["t3.total.nat",     "SUM(D9:D29)",  "a column of 21 results"],
  ["t3.closing.nat",   "SUM(D7:D8)-D30", "first and second less the third"],
  ["t4.after.total",   "SUM(K7:N7)",   "a block of four"],
] as const)("%s is the formula %s: %s", async (figure, formula, why) => {
  const book = await readXlsx(await render(aReport()), { readStyles: true });
  const [sheet, row, column] = placeOf(figure);
  expect(book.sheets[sheet]?.cells?.get(`${row},${column}`)?.formula, why).toBe(formula);
});

test("exactly the 40 derived cells are formulas, besides the checks", async () => {
  expect(formulasIn(await render(aReport())).filter((formula) => !formula.startsWith("IF("))).toHaveLength(40);
});

test("the form and the fold derive the same cells in the same way", () => {
  const folded = CELL_IDS.flatMap((cell) => {
    const recipe = recipeOf(cell, INDICATORS, true);
    return recipe.kind === "derived" ? [[cell, { plus: recipe.plus, minus: recipe.minus }] as const] : [];
  });
  expect(new Map<CellId, unknown>(folded)).toEqual(new Map([...DERIVED_CELLS]));
});

test("text that looks like a formula stays text, wherever it stands", async () => {
  const hostile = '=HYPERLINK("http://x","y")';
  const runs: readonly Run[] = [{ text: hostile, figure: "t2.reg.valid", value: null }];
  const tree = aReport({
    title: [hostile],
    organ: hostile,
    blocks: tablesOf(aReport()).map((table) => ({
      ...table,
      caption: `${hostile}${table.id}`,
      rows: table.rows.map((row) => row.map((cell) => ({ ...cell, runs }))),
    })),
  });
  const file = await render(tree);
  const book = await readXlsx(file, { readStyles: true });
  expect(book.sheets[0]?.rows[0]?.[0]).toBe(hostile);
  expect(formulasIn(file).join()).not.toContain("HYPERLINK");
  for (const { cells } of book.sheets) for (const cell of cells?.values() ?? []) expect(cell.hyperlink).toBeUndefined();
  expect(await ooxmlErrors(file, "xlsx")).toEqual([]);
});

test("labels and formulas are locked, counted cells are open and take counts only", async () => {
  const book = await readXlsx(await render(aReport()), { readStyles: true });
  const locked = (figure: FigureId) => {
    const [sheet, row, column] = placeOf(figure);
    return book.sheets[sheet]?.cells?.get(`${row},${column}`)?.style?.protection?.locked ?? true;
  };
  expect(CELL_IDS.filter((cell) => locked(cell))).toEqual(CELL_IDS.filter((cell) => DERIVED_CELLS.has(cell)));
  expect(book.sheets.map(({ protection }) => protection?.sheet)).toEqual([true, true, true]);
  expect(book.sheets.map(({ dataValidations }) => dataValidations?.map(({ type }) => type))).toEqual([
    ["whole", "decimal"],
    ["whole"],
    ["whole"],
  ]);
});

const soffice = outsideTool("soffice");

describe.skipIf(!soffice)("recalculated by LibreOffice", () => {
  const recalculated = async (file: Uint8Array) => readXlsx(await converted(soffice ?? "", file, "xlsx", "xlsx"));
  const withoutResults = (xml: string) => xml.replace(/(<\/f>)<v>.*?<\/v>/g, "$1");

  test("every formula comes to the value we wrote", async () => {
    let file = await render(aReport());
    for (const sheet of [0, 1, 2]) file = edited(file, sheetPath(sheet), withoutResults);
    const book = await recalculated(file);
    for (const cell of CELL_IDS) expect(valueIn(book, cell), cell).toBe(cellValue(cell));
    const words = book.sheets
      .flatMap(({ rows }) => rows.flat())
      .filter((value) => /^(勾稽|与台账)/.test(String(value)));
    expect(words).toHaveLength(6 + 25 + 1 + 7);
    expect([...new Set(words)].sort()).toEqual(["与台账一致", "勾稽一致"]);
  });

  test("a number changed by hand is told from the ledger's", async () => {
    const zeroed = (xml: string) => withoutResults(xml).replace(/(<c r="D7"[^>]*>)<v>38<\/v>/, "$1<v>0</v>");
    const book = await recalculated(edited(await render(aReport()), sheetPath(1), zeroed));
    expect(valueIn(book, "t3.new.tot")).toBe(11);
    expect(book.sheets[1]?.rows[6]?.[10]).toBe("与台账不符");
    expect(book.sheets[1]?.rows[31]?.[3]).toBe("勾稽不符"); // 37 below zero cannot be carried over
    expect(book.sheets[1]?.rows[31]?.[4]).toBe("勾稽一致");
  });
});
