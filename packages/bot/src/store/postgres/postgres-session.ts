import { createHash } from "node:crypto";
import type pg from "pg";
import type { Dialect, SqlRow, SqlSession, SqlValue } from "../sql/sql-driver.ts";
import { transactionOver } from "../sql/transaction-guard.ts";
import { isDuplicateKey } from "./postgres-failure.ts";

const POSTGRES: Dialect = { name: "postgres", claiming: " for update skip locked" };

/** Whatever runs a statement: a pool or one of its connections. */
type Queryable = Readonly<{ query(config: pg.QueryConfig): Promise<pg.QueryResult<Record<string, SqlValue>>> }>;

const numbered = new Map<string, string>();

/** `?` becomes `$1`, `$2` … in the order they stand. */
function withNumbers(sql: string): string {
  const known = numbered.get(sql);
  if (known !== undefined) return known;
  let count = 0;
  const text = sql.replaceAll("?", () => `$${++count}`);
  numbered.set(sql, text);
  return text;
}

export function query(target: Queryable, sql: string, values: readonly SqlValue[] = []) {
  return target.query({ text: withNumbers(sql), values: [...values] });
}

export class PostgresSession implements SqlSession {
  readonly dialect = POSTGRES;
  readonly #client: Queryable;
  #open = true;

  constructor(client: Queryable) {
    this.#client = client;
  }

  /**
   * Waits for the lock of this name; it is let go at the end of the transaction. The key is the first 64 bits of a
   * hash: two names that collide merely wait for each other.
   */
  async lock(name: string): Promise<void> {
    const key = createHash("sha256").update(`gongkai ${name}`).digest().readBigInt64BE();
    await this.#query("select pg_advisory_xact_lock(cast(? as bigint))", [String(key)]);
  }

  async all(sql: string, values: readonly SqlValue[] = []): Promise<SqlRow[]> {
    return (await this.#query(sql, values)).rows;
  }

  async run(sql: string, values: readonly SqlValue[] = []): Promise<number> {
    return (await this.#query(sql, values)).rowCount ?? 0;
  }

  /** In a savepoint, for a failed statement would end the transaction; ON CONFLICT is not known everywhere. */
  async insert(sql: string, values: readonly SqlValue[]): Promise<boolean> {
    await this.#query("savepoint one_row");
    try {
      await this.#query(sql, values);
    } catch (reason) {
      if (!isDuplicateKey(reason)) throw reason;
      await this.#query("rollback to savepoint one_row");
      return false;
    }
    await this.#query("release savepoint one_row");
    return true;
  }

  close(): void {
    this.#open = false;
  }

  async #query(sql: string, values: readonly SqlValue[] = []) {
    if (!this.#open) throw transactionOver();
    return query(this.#client, sql, values);
  }
}
