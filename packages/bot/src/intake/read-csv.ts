import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { type ReadRows, readTable, type TableLine } from "./read-table.ts";

/** What csv-parse returns with `info`; `lines` counts to the end of a record. */
const Parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Comma-separated text, UTF-8 with or without a mark; quoted fields may hold commas and line breaks. */
export function readCsv(text: string): ReadRows {
  try {
    const parsed = Parsed.parse(parse(text, { bom: true, info: true, relax_column_count: true }));
    let line = 1;
    const table = parsed.map(({ record, info }): TableLine => {
      const begins = line;
      line = info.lines + 1;
      return { line: begins, cells: record };
    });
    return readTable(table);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    return { rows: [], problems: [{ line, column: null, says: "引号没有配对，请检查这一行" }] };
  }
}
