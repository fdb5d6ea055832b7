import { constants, existsSync } from "node:fs";
import { access, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import type { Home } from "../home.ts";
import { migrate } from "../sql/migrate.ts";
import { sqlHome } from "../sql/sql-home.ts";
import { StoreError } from "../store-error.ts";
import { openSqliteDriver } from "./sqlite-driver.ts";

/** The one file of the embedded ledger inside its data directory. Local disks only. */
export const LEDGER_FILE = "ledger.db";

/**
 * Opens the ledger in `directory`, and makes both when they are not there. Nobody but the owner may read them.
 * @throws StoreError
 */
export async function openSqliteHome(directory: string): Promise<Home> {
  const path = join(directory, LEDGER_FILE);
  await makeFile(directory, path);
  const driver = await openSqliteDriver(path);
  try {
    const tables = await driver.reading.all("select name from sqlite_master where type = 'table'");
    if (tables.length > 0 && !tables.some(({ name }) => name === "migration"))
      throw new StoreError("NOT_A_LEDGER", path);
    await migrate(driver, path);
  } catch (reason) {
    await driver.close();
    throw reason;
  }
  return sqlHome(driver, path);
}

async function makeFile(directory: string, path: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await access(directory, constants.W_OK); // the log beside the file is made there
    // never opened when it is there: closing a descriptor would drop the locks SQLite holds in this process
    const file = await open(path, "wx", 0o600);
    await file.close();
    if (process.platform === "win32") return; // has no sync of a directory
    const folder = await open(directory, "r");
    await folder.sync().finally(() => folder.close()); // the new name survives a power cut
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST" && existsSync(path)) return;
    throw new StoreError("LEDGER_UNWRITABLE", path, { cause });
  }
}
