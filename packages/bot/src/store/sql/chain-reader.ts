import type { ChainReader } from "../chain-port.ts";
import { textAt } from "./column.ts";
import { linesAfter } from "./ledger-line.ts";
import { wordsIn } from "./side-text.ts";
import type { SqlReader } from "./sql-driver.ts";

export function chainReader(sql: SqlReader): ChainReader {
  return {
    storedLines: (organ, after, limit) => linesAfter(sql, organ, after, limit),

    async storedWords(organ, after, limit) {
      const rows = await sql.all(
        "select record, salt, text from words where organ = ? and record > ? order by record limit ?",
        [organ, after, limit],
      );
      return rows.map((row) => ({
        record: textAt(row, "record"),
        salt: textAt(row, "salt"),
        text: wordsIn(textAt(row, "text")),
      }));
    },

    async storedPersons(organ, after, limit) {
      const rows = await sql.all(
        "select case_id, salt, digest, detail from person where organ = ? and case_id > ? order by case_id limit ?",
        [organ, after, limit],
      );
      return rows.map((row) => ({
        case: textAt(row, "case_id"),
        salt: textAt(row, "salt"),
        digest: textAt(row, "digest"),
        detail: textAt(row, "detail"),
      }));
    },
  };
}
