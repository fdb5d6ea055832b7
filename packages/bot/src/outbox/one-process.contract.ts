import type { SharedPorts } from "../store/lease-port.ts";

/** What several processes share, for tests that run in one; on the clock the test passes. */
export function oneProcess(now: () => number): SharedPorts {
  const held = new Map<string, { holder: string; until: number }>();
  const kept = new Map<string, { value: string; until: number }>();
  const taken = new Map<string, number[]>();
  return {
    lease: {
      async acquire(name, holder, ttlMs) {
        const other = held.get(name);
        if (other && other.holder !== holder && other.until > now()) return false;
        held.set(name, { holder, until: now() + ttlMs });
        return true;
      },
      async release(name, holder) {
        if (held.get(name)?.holder === holder) held.delete(name);
      },
    },
    cache: {
      async get(name) {
        const entry = kept.get(name);
        return entry && entry.until > now() ? entry.value : undefined;
      },
      async set(name, value, ttlMs) {
        kept.set(name, { value, until: now() + ttlMs });
      },
      async removeIf(name, value) {
        if (kept.get(name)?.value === value) kept.delete(name);
      },
    },
    buckets: {
      async take(limits) {
        const waits = limits.map(({ name, most, windowMs }) => {
          const recent = (taken.get(name) ?? []).filter((at) => at > now() - windowMs);
          taken.set(name, recent);
          const oldest = recent[recent.length - most];
          return oldest === undefined ? 0 : oldest + windowMs - now();
        });
        const wait = Math.max(...waits);
        if (wait === 0) for (const { name } of limits) taken.get(name)?.push(now());
        return wait;
      },
    },
    close: async () => undefined,
  };
}
