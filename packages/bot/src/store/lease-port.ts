/** What several processes share and may lose: Redis, or this process alone. Losing it never loses a fact. */
export interface Lease {
  /** True when the caller now holds `name` until `ttlMs` from now. Renewing one's own lease succeeds. */
  acquire(name: string, holder: string, ttlMs: number): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
}

/** A cached secret value such as an access token. */
export interface SharedCache {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string, ttlMs: number): Promise<void>;
  /** Removes `name` only while it still holds `value`: ten workers do not throw away a fresh token. */
  removeIf(name: string, value: string): Promise<void>;
}

/** At most `most` (one or more) within any `windowMs`. One name always has the same window. */
export type Limit = Readonly<{ name: string; most: number; windowMs: number }>;

/** Sliding-window buckets that keep us below the platform's silent limits. */
export interface Buckets {
  /** Takes one from every bucket or from none. Returns 0 when taken, else milliseconds until it is worth trying again. */
  take(limits: readonly Limit[]): Promise<number>;
}

export interface SharedPorts {
  readonly lease: Lease;
  readonly cache: SharedCache;
  readonly buckets: Buckets;
  close(): Promise<void>;
}
