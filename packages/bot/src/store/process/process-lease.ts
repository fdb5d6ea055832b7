import type { Lease } from "../lease-port.ts";

export class ProcessLease implements Lease {
  readonly #now: () => number;
  readonly #held = new Map<string, { holder: string; until: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  async acquire(name: string, holder: string, ttlMs: number): Promise<boolean> {
    const held = this.#held.get(name);
    if (held && held.holder !== holder && held.until > this.#now()) return false;
    this.#held.set(name, { holder, until: this.#now() + ttlMs });
    return true;
  }

  async release(name: string, holder: string): Promise<void> {
    if (this.#held.get(name)?.holder === holder) this.#held.delete(name);
  }
}
