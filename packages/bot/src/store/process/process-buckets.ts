import type { Buckets, Limit } from "../lease-port.ts";

export class ProcessBuckets implements Buckets {
  readonly #now: () => number;
  /** Per bucket the moments at which one was taken, oldest first, and when the bucket is empty again. */
  readonly #taken = new Map<string, { moments: number[]; until: number }>();
  #sweepAt = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  async take(limits: readonly Limit[]): Promise<number> {
    const now = this.#now();
    this.#sweep(now);
    let wait = 0;
    for (const { name, most, windowMs } of limits) {
      const moments = (this.#taken.get(name)?.moments ?? []).filter((moment) => moment > now - windowMs);
      if (moments.length < most) continue;
      // one is free again when all but `most - 1` have left the window
      const leaves = moments[moments.length - most] ?? now;
      wait = Math.max(wait, leaves + windowMs - now);
    }
    if (wait > 0) return wait;
    for (const { name, windowMs } of limits) {
      const moments = (this.#taken.get(name)?.moments ?? []).filter((moment) => moment > now - windowMs);
      moments.push(now);
      this.#taken.set(name, { moments, until: now + windowMs });
    }
    return 0;
  }

  /** A bucket for each member must not stay for ever. */
  #sweep(now: number): void {
    if (now < this.#sweepAt) return;
    this.#sweepAt = now + SWEEP_MS;
    for (const [name, { until }] of this.#taken) if (until <= now) this.#taken.delete(name);
  }
}

const SWEEP_MS = 60_000;
