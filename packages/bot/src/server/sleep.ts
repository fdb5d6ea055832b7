import { setTimeout as timeout } from "node:timers/promises";

/** Resolves after `ms`; rejects when the signal is aborted first. */
export const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  timeout(ms, undefined, signal ? { signal } : {});
