import type { Sleep } from "../../packages/bot/src/inbox/bell.ts";

/** Sleep by a clock that somebody else moves: `wake` after every move of it. */
export function simulatedSleep(now: () => number) {
  const asleep = new Set<{ due: number; rise: () => void }>();
  const sleep: Sleep = (ms, signal) =>
    new Promise((resolve, reject) => {
      const sleeper = { due: now() + ms, rise: resolve };
      asleep.add(sleeper);
      signal?.addEventListener("abort", () => {
        asleep.delete(sleeper);
        reject(new Error("woken early"));
      });
    });
  return {
    sleep,
    wake(): void {
      for (const sleeper of [...asleep].filter(({ due }) => due <= now())) {
        asleep.delete(sleeper);
        sleeper.rise();
      }
    },
  };
}
