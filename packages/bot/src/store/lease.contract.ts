import { describe, expect, test } from "vitest";
import type { SharedPorts } from "./lease-port.ts";

/** The ports on a clock that tests move by hand. `expire` returns once `gone` is true: a server counts down by itself. */
export type SharedFixture = Readonly<{
  ports: SharedPorts;
  advance: (ms: number) => void;
  expire: (gone: () => Promise<boolean>) => Promise<void>;
}>;
const MINUTE = 60_000;
const SHORT = 40;

/** What every home of the shared ports must do. */
export function sharedContract(open: () => Promise<SharedFixture>): void {
  describe("a lease", () => {
    test("has one holder at a time, who may renew it", async () => {
      const { ports } = await open();
      expect(await ports.lease.acquire("ticker", "a", MINUTE)).toBe(true);
      expect(await ports.lease.acquire("ticker", "b", MINUTE)).toBe(false);
      expect(await ports.lease.acquire("ticker", "a", MINUTE)).toBe(true);
      expect(await ports.lease.acquire("other", "b", MINUTE)).toBe(true);
    });

    test("is let go by its holder only", async () => {
      const { ports } = await open();
      await ports.lease.acquire("ticker", "a", MINUTE);
      await ports.lease.release("ticker", "b");
      expect(await ports.lease.acquire("ticker", "b", MINUTE)).toBe(false);
      await ports.lease.release("ticker", "a");
      expect(await ports.lease.acquire("ticker", "b", MINUTE)).toBe(true);
    });

    test("ends by itself when its holder is gone", async () => {
      const { ports, expire } = await open();
      await ports.lease.acquire("ticker", "a", SHORT);
      await expire(() => ports.lease.acquire("ticker", "b", MINUTE));
      expect(await ports.lease.acquire("ticker", "a", MINUTE)).toBe(false);
    });

    test("of many who ask at once one gets it", async () => {
      const { ports } = await open();
      const asked = await Promise.all(
        Array.from({ length: 20 }, (_, at) => ports.lease.acquire("x", `p${at}`, MINUTE)),
      );
      expect(asked.filter(Boolean)).toHaveLength(1);
    });
  });

  describe("the cache", () => {
    test("keeps a value until its time is over", async () => {
      const { ports, expire } = await open();
      expect(await ports.cache.get("token")).toBeUndefined();
      await ports.cache.set("token", "t0", MINUTE);
      await ports.cache.set("token", "t1", SHORT);
      expect(await ports.cache.get("token")).toBe("t1");
      await expire(async () => (await ports.cache.get("token")) === undefined);
    });

    test("removes a value only while it is the one meant", async () => {
      const { ports } = await open();
      await ports.cache.set("token", "fresh", MINUTE);
      await ports.cache.removeIf("token", "stale");
      expect(await ports.cache.get("token")).toBe("fresh");
      await ports.cache.removeIf("token", "fresh");
      expect(await ports.cache.get("token")).toBeUndefined();
      await ports.cache.removeIf("token", "fresh");
    });
  });

  describe("buckets", () => {
    const perPerson = { name: "person", most: 2, windowMs: MINUTE };
    const perApp = { name: "app", most: 3, windowMs: 10 * MINUTE };

    test("give `most` within a window and then say how long to wait", async () => {
      const { ports, advance } = await open();
      expect(await ports.buckets.take([perPerson])).toBe(0);
      advance(10_000);
      expect(await ports.buckets.take([perPerson])).toBe(0);
      expect(await ports.buckets.take([perPerson])).toBe(50_000);
      advance(49_999);
      expect(await ports.buckets.take([perPerson])).toBe(1);
      advance(1);
      expect(await ports.buckets.take([perPerson])).toBe(0);
      expect(await ports.buckets.take([perPerson])).toBe(10_000);
    });

    test("slide: at no moment do more than `most` lie within the window before it", async () => {
      const { ports, advance } = await open();
      const taken: number[] = [];
      for (let now = 0; now < 5 * MINUTE; now += 7_000) {
        if ((await ports.buckets.take([perPerson])) === 0) taken.push(now);
        advance(7_000);
      }
      expect(taken.length).toBeGreaterThanOrEqual(8);
      for (const end of taken)
        expect(taken.filter((at) => at <= end && at > end - MINUTE).length).toBeLessThanOrEqual(2);
    });

    test("take from all or from none, and wait for the slowest", async () => {
      const { ports, advance } = await open();
      const both = [perPerson, perApp];
      expect(await ports.buckets.take(both)).toBe(0);
      expect(await ports.buckets.take(both)).toBe(0);
      expect(await ports.buckets.take(both)).toBe(MINUTE);
      expect(await ports.buckets.take([perApp])).toBe(0); // the refused one took nothing from it
      expect(await ports.buckets.take(both)).toBe(10 * MINUTE);
      advance(MINUTE);
      expect(await ports.buckets.take([perPerson])).toBe(0);
    });

    test("one moment may take several, and a smaller limit later counts them all", async () => {
      const { ports } = await open();
      for (let taken = 0; taken < 3; taken += 1) expect(await ports.buckets.take([{ ...perPerson, most: 3 }])).toBe(0);
      expect(await ports.buckets.take([{ ...perPerson, most: 1 }])).toBe(MINUTE);
    });

    test("no limit is no wait", async () => {
      const { ports } = await open();
      expect(await ports.buckets.take([])).toBe(0);
    });

    test("of many who take at once `most` get one", async () => {
      const { ports } = await open();
      const waits = await Promise.all(Array.from({ length: 20 }, () => ports.buckets.take([perPerson, perApp])));
      expect(waits.filter((wait) => wait === 0)).toHaveLength(2);
    });
  });
}
