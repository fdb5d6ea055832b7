import { expect, test } from "vitest";
import { hasIndicator, INDICATORS, indicatorOf } from "../form/indicators.ts";
import { catalogueOf } from "./catalogue.ts";
import { OwnIndicator } from "./office.ts";

const bare = { indicators: [], synonyms: {} };

test("an office that adds nothing has the built-in catalogue", () => {
  expect(catalogueOf(bare)).toEqual(INDICATORS);
});

test("an office's synonyms come behind the built-in ones, and only where it gave them", () => {
  const catalogue = catalogueOf({ ...bare, synonyms: { "permit.decided": ["准营", "发证"] } });
  expect(catalogue["permit.decided"].synonyms).toEqual([...INDICATORS["permit.decided"].synonyms, "准营", "发证"]);
  expect(catalogue["penalty.decided"]).toEqual(INDICATORS["penalty.decided"]);
  expect(INDICATORS["permit.decided"].synonyms).not.toContain("准营");
});

// biome-ignore format: the columns are the test
test.each<["sum" | "latest" | "monthly-latest", boolean, string]>([
  ["sum",            true,  "a count may be attested zero"],
  ["latest",         false, "a gauge is asked, never attested zero"],
  ["monthly-latest", false, "the same"],
])("an own indicator that rolls up by %s may be attested nil: %s, %s", (rollUp, nil) => {
  const own = OwnIndicator.parse({ key: "own.open_days", label: "政务开放日", unit: "场", rollUp });
  const catalogue = catalogueOf({ ...bare, indicators: [own] });
  expect(indicatorOf(catalogue, "own.open_days")).toEqual({
    label: "政务开放日",
    unit: "场",
    scale: 1,
    rollUp,
    feeds: [],
    nil,
    synonyms: [],
  });
});

test("a key is an indicator only where the office has it", () => {
  const catalogue = catalogueOf(bare);
  expect(hasIndicator(catalogue, "permit.decided")).toBe(true);
  for (const key of ["own.open_days", "permit", "toString", "__proto__"])
    expect(hasIndicator(catalogue, key)).toBe(false);
});
