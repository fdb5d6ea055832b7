import type { CellId } from "./cell-id.ts";

/**
 * One cell of a printed table, in the place where it begins. A cell that spans is listed once, in its first row and
 * column; the places it covers are not listed. `vertical`: the label is written top to bottom.
 * `header`: the cell labels its column (or the rows below it) or its row; a cell with a `cell` id never is one.
 */
export type FormTableCell = Readonly<
  ({ text: string; header: "column" | "row"; vertical?: true } | { cell: CellId }) & {
    colSpan?: number;
    rowSpan?: number;
  }
>;

/** A table of 国办公开办函〔2021〕30号 as data: every format walks these rows, none writes labels of its own. */
export type FormTable = Readonly<{
  id: "t2" | "t3" | "t4";
  /** Name for a table caption or an accessible name; the form itself prints only the section's heading. */
  caption: string;
  /** Places in a row: every row's spans, with what reaches down into it, add up to this. */
  columns: number;
  /** Columns at the left that hold labels only. */
  labelColumns: number;
  /** Rows at the top that are repeated when the table breaks over pages. */
  headerRows: number;
  rows: readonly (readonly FormTableCell[])[];
}>;

type Spans = Readonly<{ colSpan?: number; rowSpan?: number; vertical?: true }>;
export const columnHeader = (text: string, spans: Spans = {}): FormTableCell => ({ text, header: "column", ...spans });
export const rowHeader = (text: string, spans: Spans = {}): FormTableCell => ({ text, header: "row", ...spans });
