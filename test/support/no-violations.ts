import { type Simulator, witnessSimulators } from "@gongkai/simulator";
import { afterAll, expect } from "vitest";

// Runs around every test file: whatever simulator its tests started, the product did nothing the platform calls wrong.
// A test that provokes something clears it, with a word why (`control.clearViolations()`).
const started: Simulator[] = [];
witnessSimulators((simulator) => void started.push(simulator));
afterAll(() => {
  for (const { control } of started.splice(0)) expect(control.violations("breach")).toEqual([]);
});
