import type { CellStyle, Cell as SheetCell, WriteSheet } from "hucre/xlsx";
import { widthInCharacters } from "../../document/gongwen-style.ts";
import type { Register, RegisterColumn } from "../../document/register.ts";
import { LIST_HEAD_STYLE, listStyle, TITLE_STYLE } from "./cell-style.ts";
import { refOf } from "./formula.ts";
import { sheetName } from "./sheet-name.ts";

/** Heights in points of the title and of the head of columns. */
const HEAD = [26, 22] as const;
const LINE_HEIGHT = 15;
/** In half characters of the default face, as a sheet counts; the label keeps room for its filter button. */
const sheetWidth = ({ label, width }: RegisterColumn): number =>
  Math.max(1.6 * width, 2 * widthInCharacters(label) + 3);

/** One list as a sheet with a title, a fixed head and filters; wide lists print across A4. */
export function registerSheet({ name, columns, rows }: Register, title: string): WriteSheet {
  const end = HEAD.length + rows.length - 1;
  const last = columns.length - 1;
  const range = `${refOf({ row: 1, column: 0 })}:${refOf({ row: end, column: last })}`;
  return {
    name: sheetName(name),
    columns: columns.map((column) => ({ width: sheetWidth(column) })),
    rows: Array.from({ length: end + 1 }, () => []),
    cells: new Map<string, Partial<SheetCell>>([
      ["0,0", { value: `${title} ${name}`, style: TITLE_STYLE }] as const,
      ...columns.map(({ label }, column) => [`1,${column}`, { value: label, style: LIST_HEAD_STYLE }] as const),
      ...rows.flatMap((row, at) =>
        columns.map(({ align }, column): [string, Partial<SheetCell>] => [
          `${at + HEAD.length},${column}`,
          { value: row[column] ?? null, style: styleOf(align) },
        ]),
      ),
    ]),
    merges: last > 0 ? [{ startRow: 0, startCol: 0, endRow: 0, endCol: last }] : [],
    rowDefs: new Map([...HEAD, ...rows.map((row) => heightOf(row, columns))].map((height, at) => [at, { height }])),
    freezePane: { rows: HEAD.length },
    autoFilter: { range },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0, // as many pages as the list needs
      horizontalCentered: true,
      printTitlesRow: "$1:$2",
    },
    headerFooter: { oddFooter: "&C— &P —" },
  };
}

const STYLES: Readonly<Record<RegisterColumn["align"], CellStyle>> = {
  left: listStyle("left"),
  center: listStyle("center"),
};
const styleOf = (align: RegisterColumn["align"]): CellStyle => STYLES[align];

/** Rows are set by hand: a viewer on a phone fits nothing. */
function heightOf(row: Register["rows"][number], columns: readonly RegisterColumn[]): number {
  const lines = columns.map((column, at) =>
    Math.ceil((2 * widthInCharacters(String(row[at] ?? ""))) / (sheetWidth(column) - 2)),
  );
  return LINE_HEIGHT * Math.max(1, ...lines) + 3;
}
