import type { SharedCache } from "../lease-port.ts";

export class ProcessCache implements SharedCache {
  readonly #now: () => number;
  readonly #values = new Map<string, { value: string; until: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  async get(name: string): Promise<string | undefined> {
    const kept = this.#values.get(name);
    if (kept && kept.until > this.#now()) return kept.value;
    this.#values.delete(name); // an expired secret does not stay in memory
    return undefined;
  }

  async set(name: string, value: string, ttlMs: number): Promise<void> {
    this.#values.set(name, { value, until: this.#now() + ttlMs });
  }

  async removeIf(name: string, value: string): Promise<void> {
    if (this.#values.get(name)?.value === value) this.#values.delete(name);
  }
}
