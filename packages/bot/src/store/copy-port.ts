import type { ChainReader } from "./chain-port.ts";
import type { LedgerReader } from "./ledger-port.ts";

/** One row of one table; the tables and columns are those of the home's schema. */
export type CopiedRow = Readonly<{ table: string; row: Readonly<Record<string, string | number | null>> }>;

/** Looks at what was written before it counts; when it rejects, nothing was written. */
export type CopyCheck = (written: ChainReader & Pick<LedgerReader, "head" | "organs">) => Promise<void>;

/** A whole home as rows: the same rows fill SQLite and PostgreSQL, so an office can move from one to the other. */
export interface HomeCopy {
  /** Hands over every row of every table as of one moment, a page at a time, while the home goes on working. */
  copyOut(take: (rows: readonly CopiedRow[]) => Promise<void>): Promise<void>;
  /** True while nothing was ever written to the home. */
  isEmpty(): Promise<boolean>;
  /** Writes all rows in one transaction, or none. @throws StoreError HOME_NOT_EMPTY, BACKUP_DAMAGED */
  copyIn(rows: AsyncIterable<CopiedRow>, check: CopyCheck): Promise<void>;
}
