import { StoreError, type StoreErrorCode } from "../store-error.ts";

/** SQLSTATE, its two-letter class, or what the socket says. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const MEANING: Readonly<Record<string, StoreErrorCode>> = {
  ECONNREFUSED: "DATABASE_UNREACHABLE",
  ENOTFOUND: "DATABASE_UNREACHABLE",
  EAI_AGAIN: "DATABASE_UNREACHABLE",
  ETIMEDOUT: "DATABASE_UNREACHABLE",
  EHOSTUNREACH: "DATABASE_UNREACHABLE",
  ECONNRESET: "DATABASE_LOST",
  EPIPE: "DATABASE_LOST",
  "08": "DATABASE_LOST", // connection exception
  "28": "DATABASE_REFUSED", // invalid authorization
  "3D000": "DATABASE_MISSING",
  "25006": "LEDGER_UNWRITABLE", // read-only transaction: a standby
  "40": "DATABASE_BUSY", // serialization failure, deadlock
  "42501": "LEDGER_UNWRITABLE", // insufficient privilege
  "53100": "DISK_FULL",
  "53": "DATABASE_BUSY", // too many connections, out of memory
  "55P03": "DATABASE_BUSY", // lock not available
  "57P": "DATABASE_LOST", // shut down, starting up
  "58": "DISK_FAILED", // I/O error of the server
  XX001: "LEDGER_DAMAGED",
  XX002: "LEDGER_DAMAGED",
};

function codeOf(reason: unknown): string {
  return reason instanceof Error && "code" in reason && typeof reason.code === "string" ? reason.code : "";
}

export const isDuplicateKey = (reason: unknown): boolean => codeOf(reason) === "23505";

/** The server's or the socket's complaint as a coded error, or the reason itself when it is not about the world. */
export function asStoreError(reason: unknown, where: string, otherwise?: StoreErrorCode): unknown {
  if (reason instanceof StoreError) return reason;
  const said = codeOf(reason);
  const code = MEANING[said] ?? MEANING[said.slice(0, 3)] ?? MEANING[said.slice(0, 2)] ?? otherwise;
  return code ? new StoreError(code, where, { cause: reason }) : reason;
}
