import { LedgerRecord, RECORD_VERSION } from "./record.ts";

type Stored = Readonly<Record<string, unknown>>;

/** From each older version to the next. Version 1 is the first; a new version adds its line here and a frozen fixture. */
const LIFTS: Readonly<Record<number, (stored: Stored) => Stored>> = {};

/**
 * Lifts a stored record to today's shape and checks it.
 * @throws ZodError when the stored text is no record; Error when it comes from a newer program.
 */
export function upcast(stored: unknown): LedgerRecord {
  let lifted = stored as Stored; // proved by the parse below
  for (let version = Number(lifted?.v); version < RECORD_VERSION; version += 1) {
    const lift = LIFTS[version];
    if (!lift) throw new Error(`记录的版本 ${version} 没有升级办法，账本可能来自另一个程序`);
    lifted = lift(lifted);
  }
  return LedgerRecord.parse(lifted);
}
