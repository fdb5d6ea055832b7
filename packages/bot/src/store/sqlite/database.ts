import Libsql from "libsql";
import type { SqlRow, SqlValue } from "../sql/sql-driver.ts";

/** The little of a SQLite engine we use, so that another engine is one more file like this one. */
export interface SqliteDatabase {
  readonly inTransaction: boolean;
  exec(sql: string): void;
  all(sql: string, values: readonly SqlValue[]): SqlRow[];
  /** Returns the number of rows changed. */
  run(sql: string, values: readonly SqlValue[]): number;
  close(): void;
}

/** @param busyMs how long a statement may hold up the event loop while another process has the file. */
export function openDatabase(path: string, busyMs: number): SqliteDatabase {
  const database = new Libsql(path, { timeout: busyMs });
  const prepared = new Map<string, ReturnType<typeof database.prepare>>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    prepared.set(sql, statement); // a handful of texts: lists come in few lengths
    return statement;
  };
  return {
    get inTransaction() {
      return database.inTransaction;
    },
    exec: (sql) => void database.exec(sql),
    all: (sql, values) => prepare(sql).all([...values]) as SqlRow[], // the engine's rows are what SqlRow says
    run: (sql, values) => prepare(sql).run([...values]).changes,
    close() {
      prepared.clear();
      database.close();
    },
  };
}
