/** Resolves after `ms`, or rejects when `signal` is aborted first: `setTimeout` of node:timers/promises, or a test's. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export type Bell = Readonly<{
  /** Ends the present wait, or the next one when nobody waits now. */
  ring: () => void;
  /** Resolves at the next ring, or after `ms`. */
  wait: (ms: number) => Promise<void>;
}>;

/** Wakes a loop that otherwise polls. */
export function createBell(sleep: Sleep): Bell {
  let rung = false;
  let waiting: AbortController | undefined;
  return {
    ring() {
      rung = true;
      waiting?.abort();
    },
    async wait(ms) {
      if (!rung) {
        waiting = new AbortController();
        await sleep(ms, waiting.signal).catch(() => undefined); // rung
        waiting = undefined;
      }
      rung = false;
    },
  };
}
