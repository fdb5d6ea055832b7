import type { Cell, Table } from "./block.ts";

export type RegisterColumn = Readonly<{
  label: string;
  /** One share of the text width; in a spreadsheet the width in Chinese characters. */
  width: number;
  align: "left" | "center";
  /** Neighbouring rows that say the same here are printed as one merged cell; a spreadsheet repeats it, to filter by. */
  groups?: true;
}>;
/** A number is printed as a number; `null` prints nothing. */
export type RegisterCell = string | number | null;

/** A plain list under one head of columns: a table in a document, a sheet in a workbook. */
export type Register = Readonly<{
  /** Unique in the document. */
  id: string;
  /** What the sheet is called and the table's caption. */
  name: string;
  columns: readonly RegisterColumn[];
  rows: readonly (readonly RegisterCell[])[];
}>;

/** The list as a table of a document: the head repeated, free to break between rows. */
export function tableOf({ id, name, columns, rows }: Register): Table {
  const head = columns.map(({ label }): Cell => ({ ...cell(label, "center"), header: "column" }));
  const body = rows.map((row, at) =>
    columns.flatMap((column, place): Cell[] => {
      if (!column.groups) return [cell(row[place] ?? null, column.align)];
      if (at > 0 && rows[at - 1]?.[place] === row[place]) return []; // covered by the cell above
      const same = rows.slice(at).findIndex((other) => other[place] !== row[place]);
      return [
        { ...cell(row[place] ?? null, column.align), header: "row", rowSpan: same < 0 ? rows.length - at : same },
      ];
    }),
  );
  const widths = columns.map(({ width }) => width);
  return { kind: "table", id, caption: name, rows: [head, ...body], headerRows: 1, widths, dense: true, flows: true };
}

const cell = (content: RegisterCell, align: Cell["align"]): Cell => ({
  runs: [{ text: content === null ? "" : String(content) }],
  colSpan: 1,
  rowSpan: 1,
  align,
});
