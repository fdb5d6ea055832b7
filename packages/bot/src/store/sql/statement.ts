import type { SqlRow, SqlSession } from "./sql-driver.ts";

/** `insert into <table>` with the row's own columns. False when its key is there already. */
export function insertRow(session: SqlSession, table: string, row: SqlRow): Promise<boolean> {
  return session.insert(insertion(table, row), Object.values(row));
}

/**
 * The same for rows of the same columns whose keys are known to be free, many to a statement. A taken key fails the
 * transaction.
 */
export async function addRows(session: SqlSession, table: string, rows: readonly SqlRow[]): Promise<void> {
  for (let start = 0; start < rows.length; ) {
    const left = rows.length - start;
    const count = ROWS_AT_ONCE.find((fits) => fits <= left) ?? 1;
    const some = rows.slice(start, start + count);
    await session.run(
      insertion(table, some[0] ?? {}, count),
      some.flatMap((row) => Object.values(row)),
    );
    start += count;
  }
}

/** Powers of two: few statement texts to prepare, few statements for any number of rows. */
const ROWS_AT_ONCE = [64, 32, 16, 8, 4, 2, 1] as const;

function insertion(table: string, row: SqlRow, rows = 1): string {
  const columns = Object.keys(row);
  const marks = `(${columns.map(() => "?").join(", ")})`;
  return `insert into ${table} (${columns.join(", ")}) values ${Array.from({ length: rows }, () => marks).join(", ")}`;
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
