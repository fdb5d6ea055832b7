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
  const places = placedCells(table);
  return new DocxTable({
    columnWidths: columns,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: SIDE, right: SIDE, top: ABOVE, bottom: ABOVE, marginUnitType: WidthType.DXA },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: table.rows.map(
      (_, row) =>
        new TableRow({
          children: rowOf(places, row).map((place) => renderCell(place, row, table, columns)),
          cantSplit: true,
          ...(row < table.headerRows && { tableHeader: true }),
          height: { value: twips(pointsOf(table) * 2), rule: HeightRule.ATLEAST },
        }),
    ),
  });
}

/** Cells begun in this row and those that reach into it from above, left to right. */
const rowOf = (places: readonly PlacedCell[], at: number): readonly PlacedCell[] =>
  places
    .filter(({ cell, row }) => row <= at && at < row + cell.rowSpan)
    .toSorted((one, other) => one.column - other.column);

/** Rows before this one hold on to the next: all of a table that stays whole, only the head of one that flows. */
const lastKept = ({ flows, headerRows, rows }: Table): number => (flows ? headerRows : rows.length - 1);

const pointsOf = ({ dense }: Table): number => (dense ? size.denseTable : size.table);

function renderCell(place: PlacedCell, row: number, table: Table, columns: readonly number[]): TableCell {
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
        ...(row < lastKept(table) && { keepNext: true }),
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
