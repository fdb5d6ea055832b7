import { AsyncLocalStorage } from "node:async_hooks";

const inside = new AsyncLocalStorage<{ open: boolean }>();

/** Runs the body of a transaction and remembers that it is one. */
export async function asTransaction<T>(body: () => Promise<T>): Promise<T> {
  const here = { open: true };
  try {
    return await inside.run(here, body);
  } finally {
    here.open = false; // what was started inside and lives on may call the home again
  }
}

/**
 * A call on the home from inside a transaction would wait for that transaction for ever (SQLite, a pool of one) or
 * not see its writes.
 */
export function refuseInsideTransaction(): void {
  if (inside.getStore()?.open) throw new Error("The home was called inside transact: use the transaction it was given");
}

export const transactionOver = () => new Error("This transaction is over: await every call inside transact");
export const swallowedFailure = () =>
  new Error("A statement failed and its failure was swallowed: let transact reject, it rolls back");
