import { expect, test } from "vitest";
import { byHowMuch } from "./by-how-much.ts";

// biome-ignore format: a table
test.each<[string, number | undefined, string]>([
  ["刚才少报了2件",            2,         "too few"],
  ["处罚多报了1件",            -1,        "too many"],
  ["昨天抖音漏算了1条,再加1条", 1,        "the same, said twice"],
  ["少报了2件,多报了1条",      undefined, "two ways"],
  ["少报了几件",               undefined, "how many is not said"],
  ["收费少算了0.3万元",        0.3,       "a sum"],
])("%s → %s: %s", (text, by) => {
  expect(byHowMuch(text)).toBe(by);
});
