import { readXlsx as readWorkbook } from "hucre/xlsx";
import type { Problem } from "./problem.ts";
import { type ReadRows, readTable } from "./read-table.ts";
import { unpackedSize } from "./unpacked-size.ts";

type Sheet = Awaited<ReturnType<typeof readWorkbook>>["sheets"][number];
type CellValue = Sheet["rows"][number][number] | undefined;

const MOST_UNPACKED = 50_000_000; // some hundred thousand rows; a small file can be made to unpack to gigabytes

/**
 * The one sheet of a workbook that is filled; its first row names the columns. Line numbers are the sheet's row numbers.
 * A second filled sheet is refused: it must not be left out in silence.
 */
export async function readXlsx(bytes: Uint8Array): Promise<ReadRows> {
  if ((unpackedSize(bytes) ?? 0) > MOST_UNPACKED)
    return refused("这个表格展开后太大了，请删掉用不上的行列和图片，或拆成几个文件");
  const workbook = await readWorkbook(bytes, { readStyles: true }).catch(() => undefined);
  if (!workbook) return refused("打不开这个表格，请另存为 .xlsx 再试");
  const [sheet, other] = workbook.sheets.filter(({ rows }) => rows.some((cells) => cells.some(isFilled)));
  if (!sheet) return refused("表格是空的");
  if (other) return refused(`“${sheet.name}”和“${other.name}”两张工作表都有内容，请只留要导入的一张`);

  const unsure: Problem[] = [];
  const table = sheet.rows.map((cells, row) => ({
    line: row + 1,
    cells: cells.map((value, column) => {
      const text = cellText(value, sheet.cells?.get(`${row},${column}`)?.style?.numFmt);
      if (text === undefined) unsure.push(dayOrMonth(row + 1, String(sheet.rows[0]?.[column] ?? "")));
      return text ?? "";
    }),
  }));
  const { rows, problems } = readTable(table.slice(table.findIndex(({ cells }) => cells.some((cell) => cell !== ""))));
  return { rows, problems: [...problems, ...unsure] };
}

const isFilled = (value: CellValue): boolean => value !== null && value !== undefined && String(value).trim() !== "";
const refused = (says: string): ReadRows => ({ rows: [], problems: [{ line: 1, column: null, says }] });

/** The cell as it is meant, or `undefined` when nothing tells whether the first of a month is that day or the month. */
function cellText(value: CellValue, format: string | undefined): string | undefined {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value, format);
  return typeof value === "number" ? String(Number(value.toPrecision(15))) : String(value); // 15 digits, as the sheet has
}

/** Typed as 2025年3月, a sheet keeps 2025-03-01 and shows the month: only the format knows which was meant. */
function dateText(value: Date, format: string | undefined): string | undefined {
  const day = value.toISOString().slice(0, 10); // dates come as moments at midnight of a zone-less day
  if (format === undefined) return day.endsWith("-01") ? undefined : day; // a built-in format of some languages only
  const letters = format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, "").toLowerCase();
  return letters.includes("d") || !letters.includes("y") ? day : day.slice(0, 7);
}

const dayOrMonth = (line: number, column: string): Problem => ({
  line,
  column,
  says: "看不出是 1 日这一天还是整个月，请把这一格设为文本，写成 2025-03-01 或 2025-03",
});
