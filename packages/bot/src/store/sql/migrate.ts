import { StoreError } from "../store-error.ts";
import { numberAt } from "./column.ts";
import { MIGRATIONS } from "./migrations.ts";
import type { SqlDriver } from "./sql-driver.ts";

/**
 * Brings the schema up to date, all steps or none. Two processes that open at once wait for each other.
 * @throws StoreError NEWER_VERSION
 */
export async function migrate(driver: SqlDriver, where: string): Promise<void> {
  await driver.write("migration", async (session) => {
    await session.run(
      "create table if not exists migration (number bigint not null primary key, name text not null, run_at bigint not null)",
    );
    const done = (await session.all("select number from migration")).map((row) => numberAt(row, "number"));
    const newest = MIGRATIONS[MIGRATIONS.length - 1]?.number ?? 0;
    if (done.some((number) => number > newest)) throw new StoreError("NEWER_VERSION", where);
    for (const migration of MIGRATIONS) {
      if (done.includes(migration.number)) continue;
      for (const statement of [...migration.both, ...migration[session.dialect.name]]) await session.run(statement);
      await session.run("insert into migration (number, name, run_at) values (?, ?, ?)", [
        migration.number,
        migration.name,
        Date.now(),
      ]);
    }
  });
}
