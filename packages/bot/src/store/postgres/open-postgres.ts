import pg from "pg";
import type { Home } from "../home.ts";
import { migrate } from "../sql/migrate.ts";
import { sqlHome } from "../sql/sql-home.ts";
import { postgresDriver } from "./postgres-driver.ts";
import { wholeNumbers } from "./whole-number.ts";

const CONNECT_MS = 10_000;

/** @throws StoreError */
export async function openPostgresHome(databaseUrl: string): Promise<Home> {
  const { host, pathname } = new URL(databaseUrl);
  const config = {
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true, // firewalls between offices drop what is silent
    application_name: "gongkai",
  };
  return openPostgresWith(config, `${host}${pathname}`);
}

/** For a server that is reached in another way; `where` names it in errors. @throws StoreError */
export async function openPostgresWith(config: pg.PoolConfig, where: string): Promise<Home> {
  const driver = postgresDriver(new pg.Pool({ ...config, types: wholeNumbers }), where);
  try {
    await migrate(driver, where);
  } catch (reason) {
    await driver.close();
    throw reason;
  }
  return sqlHome(driver, where);
}
