import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import type { Limit, SharedPorts } from "../lease-port.ts";
import { ProcessBuckets } from "../process/process-buckets.ts";
import { StoreError } from "../store-error.ts";
import { ACQUIRE, REMOVE_IF, TAKE } from "./scripts.ts";

export type RedisPlace = Readonly<{
  redisUrl: string;
  /** Keeps deployments that share a server apart. */
  prefix: string;
  /** Epoch milliseconds for the buckets, for tests; by default the server's clock, one for all processes. */
  now?: () => number;
}>;

const CONNECT_MS = 5_000;
/** A server that hangs is as good as away after this. */
const ANSWER_MS = 1_000;
/** So long nobody waits for a server that was just found away. */
const AWAY_MS = 1_000;

/**
 * While the server is away the buckets are counted in this process alone: an answer held back would be worse than a
 * limit that several processes together come nearer to.
 * @throws StoreError SHARED_UNREACHABLE, here, and from leases and cache while the server is away
 */
export async function redisShared({ redisUrl, prefix, now }: RedisPlace): Promise<SharedPorts> {
  const where = new URL(redisUrl).host;
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    commandTimeout: ANSWER_MS,
    enableOfflineQueue: false, // whoever calls while it is away hears so at once
    maxRetriesPerRequest: 0,
  });
  redis.on("error", () => {}); // it connects again by itself; whoever calls meanwhile hears of it
  const reach = <T>(reply: Promise<T>): Promise<T> =>
    reply.catch((cause: unknown) => {
      throw new StoreError("SHARED_UNREACHABLE", where, { cause });
    });
  const ownBuckets = new ProcessBuckets(now ?? Date.now);
  let awayUntil = 0;
  // braces: on a cluster all keys of one script must lie in one slot
  const key = (kind: string, name: string) => `{${prefix}}:${kind}:${name}`;
  const run = (script: string, keys: readonly string[], values: readonly (string | number)[]) =>
    reach(redis.eval(script, keys.length, ...keys, ...values));

  try {
    await reach(redis.connect());
  } catch (reason) {
    redis.disconnect();
    throw reason;
  }

  return {
    lease: {
      acquire: async (name, holder, ttlMs) => (await run(ACQUIRE, [key("lease", name)], [holder, ttlMs])) === 1,
      async release(name, holder) {
        await run(REMOVE_IF, [key("lease", name)], [holder]);
      },
    },
    cache: {
      get: async (name) => (await reach(redis.get(key("cache", name)))) ?? undefined,
      async set(name, value, ttlMs) {
        await reach(redis.set(key("cache", name), value, "PX", ttlMs));
      },
      async removeIf(name, value) {
        await run(REMOVE_IF, [key("cache", name)], [value]);
      },
    },
    buckets: {
      async take(limits: readonly Limit[]) {
        if (limits.length === 0) return 0;
        const keys = limits.map(({ name }) => key("bucket", name));
        const sizes = limits.flatMap(({ most, windowMs }) => [most, windowMs]);
        if (performance.now() < awayUntil) return ownBuckets.take(limits);
        const taken = run(TAKE, keys, [now?.() ?? "", randomUUID(), ...sizes]);
        return taken.then(Number, () => {
          awayUntil = performance.now() + AWAY_MS;
          return ownBuckets.take(limits);
        });
      },
    },
    async close() {
      await redis.quit().catch(() => redis.disconnect()); // a server that is away needs no farewell
    },
  };
}
