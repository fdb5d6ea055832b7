import type { CellStyle } from "hucre/xlsx";
import type { Cell } from "../../document/block.ts";

const LINE = { style: "thin", color: { rgb: "000000" } } as const;
const FACE = "宋体";
const fill = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;

/** To a spreadsheet: letters one below the other. */
const STACKED = 255;

/** Labels and computed cells are locked; a counted cell may be changed, and the check beside it then says so. */
export function tableStyle(cell: Cell, points: number, locked: boolean): CellStyle {
  return {
    font: { name: FACE, size: points },
    border: { top: LINE, right: LINE, bottom: LINE, left: LINE },
    alignment: {
      horizontal: cell.align,
      vertical: "center",
      ...(cell.vertical ? { textRotation: STACKED } : { wrapText: true }),
    },
    ...(locked && { fill: fill("F2F2F2") }),
    protection: { locked },
  };
}

// no font colours: the library writes them where the schema does not allow them
const line = (size: number, bold: boolean): CellStyle => ({
  font: { name: FACE, size, bold },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  protection: { locked: true },
});
export const TITLE_STYLE = line(16, true);
export const CAPTION_STYLE = line(12, false);
export const DRAFT_STYLE: CellStyle = { ...line(12, true), fill: fill("FFD9D9") };
export const CHECK_STYLE = line(9, false);

/** A list is worked with, so nothing in it is locked. */
export const listStyle = (horizontal: Cell["align"]): CellStyle => ({
  font: { name: FACE, size: 10 },
  border: { top: LINE, right: LINE, bottom: LINE, left: LINE },
  alignment: { horizontal, vertical: "center", wrapText: true },
});
export const LIST_HEAD_STYLE: CellStyle = {
  ...listStyle("center"),
  font: { name: FACE, size: 10, bold: true },
  fill: fill("F2F2F2"),
};
