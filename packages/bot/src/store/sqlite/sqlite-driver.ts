import type { Dialect, SqlDriver, SqlReader, SqlSession } from "../sql/sql-driver.ts";
import { openDatabase, type SqliteDatabase } from "./database.ts";
import { patiently } from "./patience.ts";
import { asStoreError, isDuplicateKey } from "./sqlite-failure.ts";

const SQLITE: Dialect = { name: "sqlite", claiming: "" }; // one writer at a time: nothing to skip

/** The longest one statement may block the event loop while another process has the file; then we wait outside. */
const BUSY_MS = 50;

/**
 * One connection writes, one reads. Never two that write: the second would wait for the first inside a synchronous
 * call, and the first could not go on.
 * @throws StoreError
 */
export async function openSqliteDriver(path: string): Promise<SqlDriver> {
  const told = <T>(body: () => Promise<T>): Promise<T> =>
    body().catch((reason: unknown) => {
      throw asStoreError(reason, path);
    });
  const connect = () => told(() => patiently(() => openDatabase(path, BUSY_MS)));

  const writer = await connect();
  try {
    await told(async () => {
      await patiently(() => writer.all("pragma journal_mode = wal", []));
      writer.exec("pragma synchronous = full"); // the commit is on the disk before anyone is told
    });
  } catch (reason) {
    writer.close();
    throw reason;
  }
  const reader = await connect();
  let last: Promise<unknown> = Promise.resolve();

  return {
    reading: { all: (sql, values = []) => told(() => patiently(() => reader.all(sql, values))) },

    write(_lock, work) {
      const turn = last.then(() => told(() => inTransaction(writer, work)));
      last = turn.catch(() => undefined); // the caller hears of it; the next in the queue need not
      return turn;
    },

    async snapshot(work) {
      const own = await connect();
      try {
        own.exec("begin");
        return await told(() => work(readerOver(own)));
      } finally {
        own.close(); // also ends the read
      }
    },

    async close() {
      await last;
      reader.close();
      // libsql leaves the log behind on close; empty it so that a copy of the one file is whole
      await told(async () => writer.all("pragma wal_checkpoint(truncate)", []));
      writer.close();
    },
  };
}

const readerOver = (database: SqliteDatabase): SqlReader => ({
  all: async (sql, values = []) => database.all(sql, values),
});

async function inTransaction<T>(database: SqliteDatabase, work: (session: SqlSession) => Promise<T>): Promise<T> {
  await patiently(() => database.exec("begin immediate"));
  let open = true;
  const live = (): SqliteDatabase => {
    if (!open) throw new Error("This transaction is over: await every call inside transact");
    return database;
  };
  const session: SqlSession = {
    dialect: SQLITE,
    all: async (sql, values = []) => live().all(sql, values),
    run: async (sql, values = []) => live().run(sql, values),
    async insert(sql, values) {
      try {
        live().run(sql, values);
        return true;
      } catch (reason) {
        if (isDuplicateKey(reason)) return false; // only the statement was undone, the transaction goes on
        throw reason;
      }
    },
  };
  try {
    const result = await work(session);
    open = false;
    database.exec("commit");
    return result;
  } catch (reason) {
    open = false;
    if (database.inTransaction) database.exec("rollback"); // some failures have rolled back by themselves
    throw reason;
  }
}
