import type { SqlRow, SqlSession } from "./sql-driver.ts";

/** `insert into <table>` with the row's own columns. False when its key is there already. */
export function insertRow(session: SqlSession, table: string, row: SqlRow): Promise<boolean> {
  return session.insert(insertion(table, row), Object.values(row));
}

/** The same where the key is known to be free: one statement less on the way. A taken key fails the transaction. */
export async function addRow(session: SqlSession, table: string, row: SqlRow): Promise<void> {
  await session.run(insertion(table, row), Object.values(row));
}

function insertion(table: string, row: SqlRow): string {
  const columns = Object.keys(row);
  return `insert into ${table} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`;
}

/** Few list lengths, so few statement texts to prepare. The longest stays below every engine's limit. */
const LIST_LENGTHS = [1, 8, 64, 512] as const;
const LONGEST = 512;

/** Values in portions fit for `in (…)`, each filled up by repeating its last value. */
export function* portions(values: readonly string[]): Generator<{ marks: string; values: string[] }> {
  for (let start = 0; start < values.length; start += LONGEST) {
    const portion = values.slice(start, start + LONGEST);
    const length = LIST_LENGTHS.find((enough) => enough >= portion.length) ?? LONGEST;
    const last = portion[portion.length - 1] ?? "";
    while (portion.length < length) portion.push(last);
    yield { marks: portion.map(() => "?").join(", "), values: portion };
  }
}
