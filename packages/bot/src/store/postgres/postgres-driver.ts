import type pg from "pg";
import type { SqlDriver } from "../sql/sql-driver.ts";
import { swallowedFailure } from "../sql/transaction-guard.ts";
import { Lanes } from "./lanes.ts";
import { asStoreError } from "./postgres-failure.ts";
import { PostgresSession, query } from "./postgres-session.ts";

/**
 * Over a pool that the driver closes. `where` names the server in errors, without credentials.
 * Its connections must be sessions of their own for `snapshot` and reads to go on beside a transaction.
 */
export function postgresDriver(pool: pg.Pool, where: string): SqlDriver {
  const lanes = new Lanes();
  pool.on("error", () => {}); // an idle connection that breaks is replaced; whoever needs one hears of it then

  async function transaction<T>(begin: string, work: (session: PostgresSession) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch((reason: unknown) => {
      throw asStoreError(reason, where, "DATABASE_UNREACHABLE");
    });
    let broken: Error | undefined;
    const breaks = (reason: Error) => {
      broken = reason;
    };
    client.on("error", breaks);
    const session = new PostgresSession(client);
    try {
      await query(client, begin);
      const result = await work(session);
      session.close();
      // the server answers COMMIT with ROLLBACK when a statement had failed
      if ((await query(client, "commit")).command !== "COMMIT") throw swallowedFailure();
      return result;
    } catch (reason) {
      session.close();
      if (!broken) await query(client, "rollback").catch(breaks);
      throw asStoreError(reason, where, broken && "DATABASE_LOST");
    } finally {
      client.off("error", breaks);
      client.release(broken);
    }
  }

  return {
    reading: {
      async all(sql, values) {
        try {
          return (await query(pool, sql, values)).rows;
        } catch (reason) {
          throw asStoreError(reason, where, isFromServer(reason) ? undefined : "DATABASE_UNREACHABLE");
        }
      },
    },

    write(lock, work) {
      if (lock === null) return transaction("begin", work);
      return lanes.run(lock, () =>
        transaction("begin", async (session) => {
          await session.lock(lock);
          return work(session);
        }),
      );
    },

    snapshot: (work) => transaction("begin isolation level repeatable read read only", work),

    close: () => pool.end(),
  };
}

/** A complaint of the server has a SQLSTATE; one of the pool or the socket may have no code at all. */
const isFromServer = (reason: unknown): boolean => reason instanceof Error && "severity" in reason;
