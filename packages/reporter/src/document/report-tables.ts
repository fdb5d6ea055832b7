import type { CellId, FormTable, FormTableCell } from "@gongkai/schema";
import type { Cell, FigureRun, Table } from "./block.ts";

/** Shares of the text width: in table 三 millimetres of the 156 mm that GB/T 9704 leaves for text. */
const LAYOUTS: Readonly<Record<FormTable["id"], Readonly<{ widths: readonly number[]; dense: boolean }>>> = {
  t2: { widths: [4, 3, 3, 3], dense: false },
  t3: { widths: [8, 24, 45, 11, 11, 11, 12, 12, 11, 11], dense: true },
  t4: { widths: Array.from({ length: 15 }, () => 1), dense: true },
};

/** The figure of a cell as it is to be printed. */
export type PrintCell = (cell: CellId) => FigureRun;

/** A table of the form with its figures filled in. Labels come from the form alone. */
export function reportTable(form: FormTable, print: PrintCell): Table {
  const { widths, dense } = LAYOUTS[form.id];
  return {
    kind: "table",
    id: form.id,
    caption: form.caption,
    rows: form.rows.map((row) => row.map((cell) => filled(cell, print, dense))),
    headerRows: form.headerRows,
    widths,
    dense,
  };
}

function filled(cell: FormTableCell, print: PrintCell, dense: boolean): Cell {
  const { colSpan = 1, rowSpan = 1 } = cell;
  if ("cell" in cell) return { runs: [print(cell.cell)], colSpan, rowSpan, align: "center" };
  return {
    runs: [{ text: cell.text }],
    colSpan,
    rowSpan,
    header: cell.header,
    // the long row labels of table 三 read better flush left; merged group labels stand in the middle
    align: dense && cell.header === "row" && rowSpan === 1 ? "left" : "center",
    ...(cell.vertical && { vertical: true }),
  };
}
