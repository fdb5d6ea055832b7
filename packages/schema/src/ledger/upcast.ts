import { LedgerRecord, RECORD_VERSION } from "./record.ts";

type Stored = Readonly<Record<string, unknown>>;

/** From each older version to the next. Version 1 is the first; a new version adds its line here and a frozen fixture. */
const LIFTS: Readonly<Record<number, (stored: Stored) => Stored>> = {
  1: (stored) => ({ ...stored, v: 2, states: withoutReason(stored.states) }),
};

/** Version 1 repeated in the statement why a month was reopened; it is in the words too. */
function withoutReason(states: unknown): unknown {
  if (typeof states !== "object" || states === null) return states;
  if (!("kind" in states) || states.kind !== "month-reopened" || !("reason" in states)) return states;
  const { reason: _, ...rest } = states;
  return rest;
}

/**
 * Lifts a stored record to today's shape and checks it.
 * @throws ZodError when the stored text is no record; Error when it comes from a newer program.
 */
export function upcast(stored: unknown): LedgerRecord {
  let lifted = stored as Stored; // proved by the parse below
  if (Number(lifted?.v) > RECORD_VERSION)
    throw new Error(`记录的版本 ${lifted.v} 比本程序的 ${RECORD_VERSION} 新，请先升级程序`);
  for (let version = Number(lifted?.v); version < RECORD_VERSION; version += 1) {
    const lift = LIFTS[version];
    if (!lift) throw new Error(`记录的版本 ${version} 没有升级办法，账本可能来自另一个程序`);
    lifted = lift(lifted);
  }
  return LedgerRecord.parse(lifted);
}
