import { readXlsx as readWorkbook } from "hucre/xlsx";
import { type ReadRows, readTable } from "./read-csv.ts";

type CellValue = string | number | boolean | Date | null | undefined | object;

/** Dates come as moments at midnight of a zone-less day: the UTC day is the day in the sheet. */
function cellText(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "object" ? "" : String(value);
}

/** The first sheet of a workbook; its first row names the columns. Line numbers are the sheet's row numbers. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadRows> {
  const workbook = await readWorkbook(bytes).catch(() => undefined);
  const sheet = workbook?.sheets[0];
  if (!sheet) return { rows: [], problems: [{ line: 1, column: null, says: "打不开这个表格，请另存为 .xlsx 再试" }] };
  return readTable(sheet.rows.map((cells, at) => ({ line: at + 1, cells: cells.map(cellText) })));
}
