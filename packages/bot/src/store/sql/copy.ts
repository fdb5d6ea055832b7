import type { CopiedRow, CopyCheck } from "../copy-port.ts";
import { StoreError } from "../store-error.ts";
import { chainReader } from "./chain-reader.ts";
import { ledgerReader } from "./ledger-reader.ts";
import type { SqlDriver, SqlReader, SqlRow } from "./sql-driver.ts";
import { insertRow } from "./statement.ts";
import { TABLES, type Table } from "./tables.ts";

const PAGE = 1_000;

/** Hands each page of rows over inside one snapshot, so memory holds one page and the home goes on working. */
export async function copyOut(driver: SqlDriver, take: (rows: readonly CopiedRow[]) => Promise<void>): Promise<void> {
  await driver.snapshot(async (reader) => {
    for (const table of TABLES) {
      for await (const page of pagesOf(reader, table)) await take(page.map((row) => ({ table: table.name, row })));
    }
  });
}

async function* pagesOf(reader: SqlReader, { name, key, columns }: Table): AsyncGenerator<SqlRow[]> {
  const order = `order by ${key.join(", ")} limit ${PAGE}`;
  const from = `select ${columns.join(", ")} from ${name}`;
  let page = await reader.all(`${from} ${order}`);
  for (let last = page[page.length - 1]; last; last = page[page.length - 1]) {
    yield page;
    const values = key.map((column) => last?.[column] ?? null);
    page = await reader.all(`${from} where (${key.join(", ")}) > (${key.map(() => "?").join(", ")}) ${order}`, values);
  }
}

export async function isEmpty(reader: SqlReader): Promise<boolean> {
  for (const { name } of TABLES) {
    const rows = await reader.all(`select 1 as one from ${name} limit 1`);
    if (rows.length > 0) return false;
  }
  return true;
}

export async function copyIn(
  driver: SqlDriver,
  where: string,
  rows: AsyncIterable<CopiedRow>,
  check: CopyCheck,
): Promise<void> {
  await driver.write("copy", async (session) => {
    if (!(await isEmpty(session))) throw new StoreError("HOME_NOT_EMPTY", where);
    for await (const { table, row } of rows) {
      const known = TABLES.find(({ name }) => name === table);
      // names from a file never become SQL unless they are ours
      if (!known || Object.keys(row).some((column) => !known.columns.includes(column))) {
        throw new StoreError("BACKUP_DAMAGED", `没有 ${table} 这样的内容`);
      }
      if (!(await insertRow(session, known.name, row))) throw new StoreError("BACKUP_DAMAGED", `${table} 有重复的行`);
    }
    await check({ ...ledgerReader(session), ...chainReader(session) });
  });
}
