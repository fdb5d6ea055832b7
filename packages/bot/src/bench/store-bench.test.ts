import { expect, test } from "vitest";
import { benchStore } from "./store-bench.ts";

test("a ledger is written to a real file, read back and folded, and the bench tells how far it is", async () => {
  const told: number[] = [];
  const bench = await benchStore(5_000, (done) => told.push(done));
  expect(bench.records).toBe(5_000);
  expect(told).toEqual([2_000, 4_000, 5_000, 10_000]);
  expect(Math.min(bench.toFigures, bench.longest)).toBeGreaterThan(0);
});
