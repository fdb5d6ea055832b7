import fc from "fast-check";
import { expect, test } from "vitest";
import { evenly, pieces, spread } from "./spread.ts";

test("the parts add up to the total, and a month without weight gets nothing", () => {
  const weights = fc.array(fc.nat(12), { minLength: 1, maxLength: 12 }).filter((all) => all.some((one) => one > 0));
  fc.assert(
    fc.property(fc.nat(10_000), weights, (total, months) => {
      const parts = spread(total, months);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      for (const [at, weight] of months.entries()) if (weight === 0) expect(parts[at]).toBe(0);
    }),
  );
});

test("pieces of a count add up to it and none is too large", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 6 }), fc.nat(), (count, most, seed) => {
      const sizes = pieces(count, most, evenly(seed));
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
      expect(sizes.every((size) => size >= 1 && size <= most)).toBe(true);
    }),
  );
});

test("the same seed gives the same numbers", () => {
  const [one, other] = [evenly(7), evenly(7)];
  expect(Array.from({ length: 5 }, one)).toEqual(Array.from({ length: 5 }, other));
});
