import { describe, expect } from "vitest";
import { sharedContract } from "../lease.contract.ts";
import { processShared } from "./process-shared.ts";

describe("this process", () => {
  sharedContract(async () => {
    let now = 1_752_000_000_000;
    const advance = (ms: number) => {
      now += ms;
    };
    return {
      ports: processShared(() => now),
      advance,
      async expire(gone) {
        expect(await gone()).toBe(false);
        advance(1_000);
        expect(await gone()).toBe(true);
      },
    };
  });
});
