import type { Dialect, SqlDriver, SqlReader, SqlRow, SqlSession, SqlValue } from "../sql/sql-driver.ts";
import { swallowedFailure, transactionOver } from "../sql/transaction-guard.ts";
import type { StoreErrorCode } from "../store-error.ts";
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
  const told = <T>(body: () => Promise<T>, otherwise?: StoreErrorCode): Promise<T> =>
    body().catch((reason: unknown) => {
      throw asStoreError(reason, path, otherwise);
    });
  // what the engine says when it cannot open a file has no result code
  const connect = () => told(() => patiently(() => openDatabase(path, BUSY_MS)), "LEDGER_UNOPENABLE");

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
  const session = new SqliteSession(database);
  try {
    const result = await work(session);
    session.close();
    if (session.failed) throw swallowedFailure();
    database.exec("commit");
    return result;
  } catch (reason) {
    session.close();
    if (database.inTransaction) database.exec("rollback"); // some failures have rolled back by themselves
    throw reason;
  }
}

class SqliteSession implements SqlSession {
  readonly dialect = SQLITE;
  readonly #database: SqliteDatabase;
  #open = true;
  failed = false;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  async all(sql: string, values: readonly SqlValue[] = []): Promise<SqlRow[]> {
    return this.#try((database) => database.all(sql, values));
  }

  async run(sql: string, values: readonly SqlValue[] = []): Promise<number> {
    return this.#try((database) => database.run(sql, values));
  }

  async insert(sql: string, values: readonly SqlValue[]): Promise<boolean> {
    return this.#try((database) => {
      try {
        return database.run(sql, values) === 1;
      } catch (reason) {
        if (isDuplicateKey(reason)) return false; // SQLite undoes the statement and keeps the transaction
        throw reason;
      }
    });
  }

  close(): void {
    this.#open = false;
  }

  #try<T>(statement: (database: SqliteDatabase) => T): T {
    if (!this.#open) throw transactionOver();
    try {
      return statement(this.#database);
    } catch (reason) {
      this.failed = true;
      throw reason;
    }
  }
}
