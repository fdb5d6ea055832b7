import { describe, expect, test } from "vitest";
import type { Home } from "./home.ts";
import type { Job } from "./job-port.ts";

const job = (key: string, runAt: number): Omit<Job, "attempts"> => ({
  organ: "demo",
  key,
  kind: "remind",
  runAt,
  payload: "{}",
});
const schedule = (home: Home, ...jobs: Omit<Job, "attempts">[]) =>
  home.transact("demo", async (tx) => {
    for (const each of jobs) await tx.schedule(each);
  });

export function jobsContract(open: () => Promise<Home>): void {
  describe("jobs", () => {
    test("a due job is claimed once, earliest first, and again when its claim ends", async () => {
      const home = await open();
      await schedule(home, job("late", 300), job("b", 200), job("a", 100));
      expect(await home.claimJobs(200, 500, 10)).toEqual([
        { ...job("a", 100), attempts: 1 },
        { ...job("b", 200), attempts: 1 },
      ]);
      expect(await home.claimJobs(250, 500, 10)).toEqual([]);
      expect(await home.claimJobs(500, 900, 1)).toMatchObject([{ key: "a", attempts: 2 }]);
    });

    test("a reminder is given once: its key is taken, done or not", async () => {
      const home = await open();
      await schedule(home, job("a", 100), job("a", 50));
      expect(await home.claimJobs(100, 200, 10)).toMatchObject([{ runAt: 100 }]);
      await home.finishJob("demo", "a", 110);
      await schedule(home, job("a", 100));
      expect(await home.claimJobs(900, 950, 10)).toEqual([]);
    });

    test("a job cancelled is gone and its key is free, a done one stays done", async () => {
      const home = await open();
      await schedule(home, job("a", 100), job("b", 100));
      await home.finishJob("demo", "b", 100);
      await home.transact("demo", async (tx) => {
        await tx.cancelJob("demo", "a");
        await tx.cancelJob("demo", "b");
      });
      expect(await home.claimJobs(100, 200, 10)).toEqual([]);
      await schedule(home, job("a", 100), job("b", 100));
      expect(await home.claimJobs(100, 200, 10)).toMatchObject([{ key: "a", attempts: 1 }]);
    });

    test("a failed job comes back at the time it was given", async () => {
      const home = await open();
      await schedule(home, job("a", 100));
      await home.claimJobs(100, 900, 10);
      await home.retryJobAt("demo", "a", 300, "busy");
      expect(await home.claimJobs(299, 900, 10)).toEqual([]);
      expect(await home.claimJobs(300, 900, 10)).toMatchObject([{ key: "a", attempts: 2 }]);
    });

    test("tickers that claim at once never get the same job", async () => {
      const home = await open();
      await schedule(home, ...Array.from({ length: 30 }, (_, at) => job(`j${at}`, at)));
      const claims = await Promise.all(Array.from({ length: 8 }, () => home.claimJobs(100, 200, 5)));
      const keys = claims.flat().map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length + (await home.claimJobs(100, 200, 30)).length).toBe(30);
    });
  });
}
