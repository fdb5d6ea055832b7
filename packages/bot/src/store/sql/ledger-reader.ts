import type { LedgerReader, PersonalDetail } from "../ledger-port.ts";
import { textAt } from "./column.ts";
import { chainedRecord, headOf, linesAfter } from "./ledger-line.ts";
import { parseDetail, parseWords } from "./side-text.ts";
import type { SqlReader } from "./sql-driver.ts";
import { portions } from "./statement.ts";

const PAGE = 5_000; // parsing more at once would hold up the event loop noticeably

export function ledgerReader(sql: SqlReader): LedgerReader {
  return {
    async recordsAfter(organ, after, limit = PAGE) {
      return (await linesAfter(sql, organ, after, limit)).map(chainedRecord);
    },

    head: (organ) => headOf(sql, organ),

    async wordsOf(organ, records) {
      const words = new Map<string, string>();
      for (const { marks, values } of portions(records)) {
        const rows = await sql.all(`select record, text from words where organ = ? and record in (${marks})`, [
          organ,
          ...values,
        ]);
        for (const row of rows) {
          const record = textAt(row, "record");
          words.set(record, parseWords(textAt(row, "text"), record));
        }
      }
      return words;
    },

    async personsOf(organ, cases) {
      const persons = new Map<string, PersonalDetail>();
      for (const { marks, values } of portions(cases)) {
        const rows = await sql.all(`select case_id, detail from person where organ = ? and case_id in (${marks})`, [
          organ,
          ...values,
        ]);
        for (const row of rows) persons.set(textAt(row, "case_id"), parseDetail(row));
      }
      return persons;
    },

    async organs() {
      const rows = await sql.all("select distinct organ from ledger");
      return rows.map((row) => textAt(row, "organ")).sort(); // not by SQL: servers sort text by their own locale
    },
  };
}
