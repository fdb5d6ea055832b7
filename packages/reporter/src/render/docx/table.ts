import {
  AlignmentType,
  BorderStyle,
  Table as DocxTable,
  HeightRule,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from "docx";
import { type Table, textOf } from "../../document/block.ts";
import { type PlacedCell, placedCells } from "../../document/cell-grid.ts";
import { evenLine, GONGWEN } from "../../document/gongwen-style.ts";
import { TEXT_WIDTH, twips } from "./measures.ts";
import { STYLE } from "./styles.ts";

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const { size } = GONGWEN;
/** Clear of the lines, in twips. */
const SIDE = twips(2);
const ABOVE = twips(1.5);

/** Fixed columns, rows that never split, header rows repeated; rows hold together so that a table stays on one page. */
export function renderTable(table: Table): DocxTable {
  const whole = table.widths.reduce((sum, width) => sum + width, 0);
  const columns = table.widths.map((width) => Math.floor((TEXT_WIDTH * width) / whole));
  const rows = rowsOf(table);
  return new DocxTable({
    columnWidths: columns,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: SIDE, right: SIDE, top: ABOVE, bottom: ABOVE, marginUnitType: WidthType.DXA },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: rows.map(
      (places, row) =>
        new TableRow({
          children: places.map((place) =>
            renderCell(place, { row, holds: holdsOn(row, table, places) }, table, columns),
          ),
          cantSplit: true,
          ...(row < table.headerRows && { tableHeader: true }),
          height: { value: twips(pointsOf(table) * 2), rule: HeightRule.ATLEAST },
        }),
    ),
  });
}

/** For every row the cells begun in it and those that reach into it from above, left to right. */
function rowsOf(table: Table): readonly (readonly PlacedCell[])[] {
  const rows = table.rows.map((): PlacedCell[] => []);
  for (const place of placedCells(table))
    for (let row = place.row; row < place.row + place.cell.rowSpan; row += 1) rows[row]?.push(place);
  return rows.map((places) => places.toSorted((one, other) => one.column - other.column));
}

/** A table stays whole; one that flows keeps its head with its first row, and rows together that share a cell. */
function holdsOn(row: number, { flows, headerRows, rows }: Table, places: readonly PlacedCell[]): boolean {
  if (!flows) return row < rows.length - 1;
  return row < headerRows || places.some((place) => row < place.row + place.cell.rowSpan - 1);
}

const pointsOf = ({ dense }: Table): number => (dense ? size.denseTable : size.table);

type InRow = Readonly<{ row: number /** On one page with the next row. */; holds: boolean }>;

function renderCell(place: PlacedCell, { row, holds }: InRow, table: Table, columns: readonly number[]): TableCell {
  const { cell } = place;
  const begins = place.row === row;
  const merge = begins ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE;
  return new TableCell({
    columnSpan: cell.colSpan,
    ...(cell.rowSpan > 1 && { verticalMerge: merge }),
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.vertical && { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT }),
    children: [
      // the hidden paragraph of a continued cell must be as small as its neighbours, or it would stretch the row
      new Paragraph({
        style: table.dense ? STYLE.dense : STYLE.table,
        alignment: cell.align === "left" ? AlignmentType.LEFT : AlignmentType.CENTER,
        ...(holds && { keepNext: true }),
        ...(begins && { indent: evenIndent(place, table, columns), children: [new TextRun(textOf(cell.runs))] }),
      }),
    ],
  });
}

/** Column headers are narrowed until their lines are of even length. */
function evenIndent({ cell, column }: PlacedCell, table: Table, columns: readonly number[]) {
  const character = twips(pointsOf(table));
  const room = columns.slice(column, column + cell.colSpan).reduce((sum, width) => sum + width, -2 * SIDE);
  const line = evenLine(textOf(cell.runs), room / character) * character;
  const indent = cell.header === "column" ? Math.max(0, Math.floor((room - line) / 2)) : 0;
  return { left: indent, right: indent };
}
