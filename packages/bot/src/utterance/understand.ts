import type { Hearing, Meaning } from "./meaning.ts";

/** Reads one message. Pure: the same hearing always means the same. */
export function understand(_hearing: Hearing): Meaning {
  return { act: "ignore", why: "no-work-in-it", taken: [] };
}
