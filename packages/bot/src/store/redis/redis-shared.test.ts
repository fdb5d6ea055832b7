import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterEach, describe, expect, test, vi } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { redisServer } from "../../../../../test/support/services.ts";
import { sharedContract } from "../lease.contract.ts";
import { redisShared } from "./redis-shared.ts";

const server = await redisServer();
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function openFresh(prefix = `gongkai-test-${randomUUID()}`, now?: () => number) {
  const redisUrl = server ?? "";
  const ports = await redisShared({ redisUrl, prefix, ...(now && { now }) });
  endings.push(async () => {
    await ports.close();
    const redis = new Redis(redisUrl);
    const left = await redis.keys(`{${prefix}}:*`);
    if (left.length > 0) await redis.del(...left);
    await redis.quit();
  });
  return ports;
}

describe.skipIf(server === null)("Redis", () => {
  sharedContract(async () => {
    let now = 1_752_000_000_000;
    return {
      ports: await openFresh(undefined, () => now),
      advance(ms) {
        now += ms;
      },
      // the server counts down on its own clock
      expire: (gone) => vi.waitFor(async () => expect(await gone()).toBe(true), { interval: 10, timeout: 10_000 }),
    };
  });

  test("deployments with prefixes of their own do not meet", async () => {
    const [one, other] = [await openFresh(), await openFresh()];
    await one.cache.set("token", "mine", 60_000);
    expect(await other.cache.get("token")).toBeUndefined();
    expect(await one.lease.acquire("ticker", "a", 60_000)).toBe(true);
    expect(await other.lease.acquire("ticker", "b", 60_000)).toBe(true);
  });

  test("processes with one prefix meet, and buckets go by the server's clock", async () => {
    const prefix = `gongkai-test-${randomUUID()}`;
    const [one, other] = [await openFresh(prefix), await openFresh(prefix)];
    const limit = { name: "app", most: 1, windowMs: 60_000 };
    expect(await one.buckets.take([limit])).toBe(0);
    const wait = await other.buckets.take([limit]);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60_000);
  });
});

test("a server that is not there is a coded error that keeps the password to itself", async () => {
  const refusal = await redisShared({ redisUrl: "redis://:topsecret@127.0.0.1:9", prefix: "x" }).catch(
    (e: unknown) => e,
  );
  expect(refusal).toMatchObject({ name: "StoreError", code: "SHARED_UNREACHABLE" });
  expect(String(refusal)).not.toContain("topsecret");
});
