import type { FigureId } from "@gongkai/schema";
import type { DataValidation, MergeRange, Cell as SheetCell, WriteSheet } from "hucre/xlsx";
import { type DocumentTree, isFigureRun, type Table, textOf } from "../../document/block.ts";
import { type PlacedCell, placedCells } from "../../document/cell-grid.ts";
import { CAPTION_STYLE, DRAFT_STYLE, TITLE_STYLE, tableStyle } from "./cell-style.ts";
import { checksOf } from "./checks.ts";
import { formulaOf, type PlacedFigures, refOf } from "./formula.ts";
import { rowHeights } from "./row-heights.ts";
import { sheetName } from "./sheet-name.ts";

/** Heights in points of the lines above the table: title, caption, 草稿 or nothing. */
const HEAD = [26, 20, 18] as const;
/** Characters of the default face across an A4 page. */
const PAGE_WIDTH = 96;
const CHECK_WIDTH = 16;
const LEAST_WIDTH = 5;
/** Two Chinese characters of the small face and not three: headers of four break in the middle. */
const NARROW_WIDTH = 4.5;

type Cells = readonly (readonly [string, Partial<SheetCell>])[];

/** One table of the report as a protected sheet that prints on one page. */
export function tableSheet(table: Table, tree: DocumentTree): WriteSheet {
  const whole = table.widths.reduce((sum, width) => sum + width, 0);
  const alike = new Set(table.widths).size === 1;
  const widths = table.widths.map((width) =>
    alike ? NARROW_WIDTH : Math.max(LEAST_WIDTH, Math.round((PAGE_WIDTH * width) / whole)),
  );
  const points = table.dense ? 10 : 12;
  const placed = placedCells(table).map((place) => ({ ...place, row: place.row + HEAD.length }));
  const figures = figuresOf(placed);
  const end = HEAD.length + table.rows.length;
  const checks = checksOf(figures, widths.length, end).map(
    ([{ row, column }, cell]) => [`${row},${column}`, cell] as const,
  );
  return {
    name: sheetName(table.caption),
    columns: [...widths, CHECK_WIDTH].map((width) => ({ width })),
    rows: Array.from({ length: end + 1 }, () => []),
    cells: new Map([...head(table, tree), ...placed.flatMap((place) => cellsOf(place, figures, points)), ...checks]),
    merges: [
      ...(widths.length > 1 ? HEAD.map((_, row) => merged(row, 0, 1, widths.length)) : []),
      ...placed.flatMap(mergeOf),
    ],
    rowDefs: new Map([...HEAD, ...rowHeights(table, widths, points)].map((height, row) => [row, { height }])),
    freezePane: { rows: HEAD.length + table.headerRows },
    dataValidations: countsOnly(figures),
    protection: { sheet: true, formatColumns: false, formatRows: false },
    pageSetup: {
      paperSize: "a4",
      orientation: "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      horizontalCentered: true,
      printArea: `$A$1:${refOf({ row: end - 1, column: widths.length - 1 }).replace(/^([A-Z]+)/, "$$$1$$")}`,
    },
    headerFooter: { oddFooter: "&C— &P —", ...(tree.draft && { oddHeader: "&R草稿" }) },
  };
}

const head = (table: Table, tree: DocumentTree): Cells => [
  ["0,0", { value: tree.title.join(""), style: TITLE_STYLE }],
  ["1,0", { value: table.caption, style: CAPTION_STYLE }],
  ["2,0", { value: tree.draft ? "草稿" : null, style: tree.draft ? DRAFT_STYLE : CAPTION_STYLE }],
];

const figuresOf = (placed: readonly PlacedCell[]): PlacedFigures =>
  new Map(
    placed.flatMap(({ cell, row, column }) => {
      const run = cell.runs.find(isFigureRun);
      return run ? [[run.figure, { at: { row, column }, run }]] : [];
    }),
  );

/** The cell, and an empty one in its style for every other place it covers, or its lines would be broken. */
function cellsOf({ cell, row, column }: PlacedCell, figures: PlacedFigures, points: number): Cells {
  const run = cell.runs.find(isFigureRun);
  const formula = run && formulaOf(run.figure, figures);
  const style = tableStyle(cell, points, run === undefined || formula !== undefined);
  const value = run?.value ?? textOf(cell.runs);
  const covered: [string, Partial<SheetCell>][] = [];
  for (let down = 0; down < cell.rowSpan; down += 1)
    for (let across = 0; across < cell.colSpan; across += 1)
      covered.push([`${row + down},${column + across}`, { value: null, style }]);
  return [...covered, [`${row},${column}`, { value, style, ...(formula && { formula, formulaResult: value }) }]];
}

const merged = (startRow: number, startCol: number, rows: number, columns: number): MergeRange => ({
  startRow,
  startCol,
  endRow: startRow + rows - 1,
  endCol: startCol + columns - 1,
});

const mergeOf = ({ cell, row, column }: PlacedCell): readonly MergeRange[] =>
  cell.rowSpan * cell.colSpan > 1 ? [merged(row, column, cell.rowSpan, cell.colSpan)] : [];

/** Counts are whole, money in 万元 may have decimals, nothing is negative. */
function countsOnly(figures: PlacedFigures): DataValidation[] {
  const rule = (type: "whole" | "decimal", wanted: (figure: FigureId) => boolean, errorMessage: string) => {
    const open = [...figures].filter(([figure]) => wanted(figure) && formulaOf(figure, figures) === undefined);
    const range = open.map(([, { at }]) => refOf(at)).join(" ");
    const checked = { operator: "greaterThanOrEqual", formula1: "0", showErrorMessage: true } as const;
    return range ? [{ type, range, ...checked, errorStyle: "stop" as const, errorTitle: "请检查", errorMessage }] : [];
  };
  const isMoney = (figure: FigureId) => figure === "t2.fee.amount";
  return [
    ...rule("whole", (figure) => !isMoney(figure), "请填不小于 0 的整数，没有就填 0。"),
    ...rule("decimal", isMoney, "请填不小于 0 的数，单位是万元，没有就填 0。"),
  ];
}
