import { catalogueOf } from "@gongkai/schema";
import { expect, test } from "vitest";
import { OFFICE } from "./rehearsal.contract.ts";
import type { View } from "./turn.ts";
import { clashesInUnit } from "./unit-clash.ts";

const view = { catalogue: catalogueOf(OFFICE) } as View; // all that units ask of it

// biome-ignore format: the columns are the test
test.each([
  ["permit.decided",       "7件",        false, "its own unit"],
  ["permit.decided",       "七起",       false, "a unit of the same family"],
  ["permit.decided",       "7个",        false, "said of anything"],
  ["permit.decided",       "7",          false, "no unit at all"],
  ["permit.decided",       "发了3条",     true,  "posts"],
  ["permit.decided",       "３次",        true,  "full-width figures are figures"],
  ["newmedia.post",        "两篇",        false, "posts by another name"],
  ["newmedia.post",        "2件",        true,  "files"],
  ["training.held",        "1场",        false, "an occasion"],
  ["training.held",        "30人",       true,  "those who came"],
  ["fee.collected",        "8.2万元",    false, "money"],
  ["permit.decided",       "3条，7件",    false, "one of the figures is in its unit"],
  ["no.such.indicator",    "3条",        false, "nothing is known of it"],
])("%s, %s: %s (%s)", (indicator, words, clash) => {
  expect(clashesInUnit(view, indicator, words)).toBe(clash);
});
