import { setTimeout as wait } from "node:timers/promises";
import { isBusy } from "./sqlite-failure.ts";

/** How long we wait for another process that is writing; an import of a year's records takes less. */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 20;

/**
 * Tries again while another process holds the file, without holding up the event loop in between.
 * @throws the last complaint when patience ends.
 */
export async function patiently<T>(attempt: () => T): Promise<T> {
  const begun = performance.now();
  for (;;) {
    try {
      return attempt();
    } catch (reason) {
      if (!isBusy(reason) || performance.now() - begun >= PATIENCE_MS) throw reason;
    }
    await wait(PAUSE_MS);
  }
}
