import { StoreError, type StoreErrorCode } from "../store-error.ts";

/** SQLite's primary result codes; the low byte of an extended code. https://sqlite.org/rescode.html */
const MEANING: Readonly<Record<number, StoreErrorCode>> = {
  3: "LEDGER_UNWRITABLE", // PERM
  5: "LEDGER_LOCKED", // BUSY
  6: "LEDGER_LOCKED", // LOCKED
  8: "LEDGER_UNWRITABLE", // READONLY
  10: "DISK_FAILED", // IOERR
  11: "LEDGER_DAMAGED", // CORRUPT
  13: "DISK_FULL", // FULL
  14: "LEDGER_UNOPENABLE", // CANTOPEN
  26: "NOT_A_LEDGER", // NOTADB
};
/** CONSTRAINT_PRIMARYKEY, _UNIQUE, and _TRIGGER: the ledger's own trigger speaks before its keys do. */
const DUPLICATE_KEYS: readonly number[] = [1555, 2067, 1811];

function codeOf(reason: unknown): number | undefined {
  if (!(reason instanceof Error) || !("rawCode" in reason)) return undefined;
  return typeof reason.rawCode === "number" ? reason.rawCode : undefined;
}

export const isDuplicateKey = (reason: unknown): boolean => DUPLICATE_KEYS.includes(codeOf(reason) ?? 0);

/** Another connection has the file; SQLite suggests to try again. */
export const isBusy = (reason: unknown): boolean => MEANING[(codeOf(reason) ?? 0) & 0xff] === "LEDGER_LOCKED";

/** The engine's complaint as a coded error, or the reason itself when it is not about the world. */
export function asStoreError(reason: unknown, path: string, otherwise?: StoreErrorCode): unknown {
  const code = MEANING[(codeOf(reason) ?? 0) & 0xff] ?? otherwise;
  return code ? new StoreError(code, path, { cause: reason }) : reason;
}
