import type { Home } from "./home.ts";
import { openPostgresHome } from "./postgres/open-postgres.ts";
import { openSqliteHome } from "./sqlite/open-sqlite.ts";

/** Where the ledger lives: a PostgreSQL server when `databaseUrl` is given, else the data directory of this machine. */
export type HomePlace = Readonly<{ databaseUrl?: string; data?: string }>;

/** @throws StoreError */
export async function openHome({ databaseUrl, data }: HomePlace): Promise<Home> {
  if (databaseUrl !== undefined) return openPostgresHome(databaseUrl);
  if (data !== undefined) return openSqliteHome(data);
  throw new Error("openHome needs databaseUrl or data");
}
