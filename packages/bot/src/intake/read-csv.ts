import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { type Field, fieldOf, type TextRow } from "./columns.ts";
import type { Problem } from "./problem.ts";

/** What csv-parse returns with `info`. */
const Parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

export type ReadRows = Readonly<{ rows: readonly TextRow[]; problems: readonly Problem[] }>;

/** A table whose first row names the columns. Unknown columns are refused: a misspelt one must not be lost. */
export function readTable(table: readonly Readonly<{ line: number; cells: readonly string[] }>[]): ReadRows {
  const [head, ...body] = table;
  if (!head) return { rows: [], problems: [{ line: 1, column: null, says: "文件是空的" }] };
  const fields = head.cells.map(fieldOf);
  const problems: Problem[] = head.cells.flatMap((heading, at) =>
    fields[at] || heading.trim() === ""
      ? []
      : [{ line: head.line, column: heading, says: "不认识这一列，请改列名或删掉这一列" }],
  );
  const rows = body
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
    .map(({ line, cells }) => {
      const named: Partial<Record<Field, string>> = {};
      for (const [at, cell] of cells.entries()) {
        const field = fields[at];
        if (field && cell.trim() !== "") named[field] = cell.trim();
      }
      return { line, cells: named };
    });
  return { rows, problems };
}

/** Comma-separated text, UTF-8 with or without a mark; quoted fields may hold commas and line breaks. */
export function readCsv(text: string): ReadRows {
  try {
    const parsed = Parsed.parse(parse(text, { bom: true, info: true, relax_column_count: true }));
    return readTable(parsed.map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    return { rows: [], problems: [{ line, column: null, says: "引号没有配对，请检查这一行" }] };
  }
}
