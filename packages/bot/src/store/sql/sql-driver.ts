/** What a column may hold: text, a whole number within 2^53, or nothing. */
export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Where the two dialects differ, as data. */
export type Dialect = Readonly<{
  name: "sqlite" | "postgres";
  /** Ends a SELECT whose rows are claimed, so that two processes never claim the same one. */
  claiming: string;
}>;

/** Statements have `?` placeholders and no literal question mark. */
export interface SqlReader {
  all(sql: string, values?: readonly SqlValue[]): Promise<SqlRow[]>;
}

/** Inside one transaction. */
export interface SqlSession extends SqlReader {
  readonly dialect: Dialect;
  /** Returns the number of rows changed. */
  run(sql: string, values?: readonly SqlValue[]): Promise<number>;
  /** A plain INSERT. False when a row with its key is there already; the transaction goes on either way. */
  insert(sql: string, values: readonly SqlValue[]): Promise<boolean>;
}

export interface SqlDriver {
  /** Outside any transaction: every call sees all that is committed. */
  readonly reading: SqlReader;
  /**
   * One transaction, holding the lock called `lock` over all processes unless it is null; SQLite has one lock for all.
   * A statement that failed dooms the transaction, also when `work` swallows the failure.
   * @throws StoreError when the world is broken; whatever `work` throws, after a rollback.
   */
  write<T>(lock: string | null, work: (session: SqlSession) => Promise<T>): Promise<T>;
  /** All reads inside see one moment. */
  snapshot<T>(work: (reader: SqlReader) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
