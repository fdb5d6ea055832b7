import { createHash } from "node:crypto";
import type { Lease, SharedCache } from "../store/lease-port.ts";
import { WecomError } from "./wecom-error.ts";

export type FetchedToken = Readonly<{ value: string; lifeMs: number }>;

export type TokenSource = Readonly<{
  /** From `tokenName`. */
  name: string;
  fetchToken: () => Promise<FetchedToken>;
  cache: SharedCache;
  lease: Lease;
  /** This process. */
  holder: string;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}>;

export type AccessTokens = Readonly<{
  current: () => Promise<string>;
  /** Throws away `failed` and nothing newer: ten workers that failed with it fetch once, not ten times. */
  drop: (failed: string) => Promise<void>;
}>;

const LIFE_USED = 0.85; // the platform may end a token early; renew before it is due
const LEASE_MS = 15_000;
const WAIT_MS = 100;
/** A wrong secret asked for too often gets the address blocked for an hour (document/path/90313). */
const REFUSED_MS = 60_000;

/** One token per address, corp and secret: two apps of a corp never share one. The secret is only in the digest. */
export function tokenName(baseUrl: string, corpId: string, secret: string): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([baseUrl, corpId, secret]))
    .digest("hex");
  return `wecom-token:${digest.slice(0, 32)}`;
}

/** Single flight within the process, one lease across processes. When what is shared is gone, this process goes alone. */
export function createAccessTokens(source: TokenSource): AccessTokens {
  const { name, cache, now } = source;
  let own: Readonly<{ value: string; until: number }> | undefined;
  let flight: Promise<string> | undefined;
  let refusal: Readonly<{ error: WecomError; until: number }> | undefined;

  async function renew(): Promise<string> {
    const kept = await shared(cache.get(name));
    if (kept !== undefined) return keep(kept, 60_000); // its age is unknown: ask the cache again in a minute
    const leased = await waitForLeaseOrToken(source);
    if (typeof leased === "string") return keep(leased, 60_000);
    try {
      const { value, lifeMs } = await fetchToken();
      const life = Math.floor(lifeMs * LIFE_USED);
      await shared(cache.set(name, value, life));
      return keep(value, life);
    } finally {
      await shared(source.lease.release(name, source.holder));
    }
  }

  async function fetchToken(): Promise<FetchedToken> {
    if (refusal && refusal.until > now()) throw refusal.error;
    try {
      return await source.fetchToken();
    } catch (error) {
      if (error instanceof WecomError && error.code === "REFUSED") refusal = { error, until: now() + REFUSED_MS };
      throw error;
    }
  }

  function keep(value: string, lifeMs: number): string {
    own = { value, until: now() + lifeMs };
    return value;
  }

  return {
    async current() {
      if (own && own.until > now()) return own.value;
      flight ??= renew().finally(() => {
        flight = undefined;
      });
      return flight;
    },
    async drop(failed) {
      if (own?.value === failed) own = undefined;
      await shared(cache.removeIf(name, failed));
    },
  };
}

/** The token another process fetched meanwhile, or nothing: then it is ours to fetch. */
async function waitForLeaseOrToken({ name, cache, lease, holder, sleep }: TokenSource): Promise<string | undefined> {
  for (let waited = 0; waited < LEASE_MS; waited += WAIT_MS) {
    const mine = await shared(lease.acquire(name, holder, LEASE_MS));
    const kept = await shared(cache.get(name)); // after the lease: its last holder may just have written it
    if (kept !== undefined && mine) await shared(lease.release(name, holder));
    if (kept !== undefined) return kept;
    if (mine !== false) return undefined;
    await sleep(WAIT_MS);
  }
  return undefined;
}

/** What is shared may be lost at any time; without it we fetch for ourselves. */
async function shared<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch {
    return undefined;
  }
}
