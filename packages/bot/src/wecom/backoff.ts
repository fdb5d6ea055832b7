import type { Retry } from "./errcode.ts";

/** Tries of one call in a row, the first included. */
export const MOST_TRIES = 3;

/**
 * Milliseconds before the next try in a row, or `undefined` when this call is not tried again at once.
 * `tried` counts tries so far; `random` is in [0, 1) and spreads callers that failed together.
 */
export function pauseBefore(retry: Retry, tried: number, random: number): number | undefined {
  if (tried >= MOST_TRIES) return undefined;
  if (retry === "again") return Math.round(500 * 2 ** (tried - 1) * (1 + random));
  if (retry === "slower") return Math.round(1000 + 4000 * random);
  return undefined;
}
