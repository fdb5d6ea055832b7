import { expect, test } from "vitest";
import { bulletsOf } from "./bullet.ts";

// biome-ignore format: the columns are the test
test.each([
  ["1.公众号3条\n2.许可5件",   ["1.", "2."],     "a typed list"],
  ["1、公众号3条2、许可5件",   ["1、", "2、"],   "on one line"],
  ["一、公众号;二、许可",      ["一、", "二、"], "in characters"],
  ["①公众号②许可",            ["①", "②"],      "circled"],
  ["一是公众号,二是许可",      ["一是", "二是"], "spoken"],
  ["(1)公众号(2)许可",         ["(1)"],          "brackets; the second stands behind no stop"],
  ["许可1、处罚2、强制3",      [],               "figures with a stop behind them"],
  ["许可12,处罚3",             [],               "figures"],
  ["1.5万",                    [],               "a decimal"],
])("%s has the marks %j: %s", (text, wanted) => {
  expect([...bulletsOf(text)].map(([from, to]) => text.slice(from, to))).toEqual(wanted);
});
