import { expect, test } from "vitest";
import { bareMeasureAt, figureAt } from "./figure.ts";

const read = (text: string, at = 0) => {
  const found = figureAt(text, at);
  if (!found) return "none";
  const { figure, to } = found;
  return `${figure.type}${figure.type === "exact" ? ` ${figure.value}` : ""} ${figure.measure} ${text.slice(at, to)}`;
};

// biome-ignore format: the columns are the test
test.each([
  ["3条",        "exact 3 count 3条",           "a count"],
  ["两场",       "exact 2 edition 两场",        "an occasion"],
  ["50人",       "exact 50 people 50人",        "people are no occasions"],
  ["8.2万元",    "exact 8.2 money 8.2万元",     "money is read in 万元"],
  ["85000元",    "exact 8.5 money 85000元",     "converted"],
  ["10+5条",     "exact 15 count 10+5条",       "a sum"],
  ["10+条",      "approximate count 10+条",     "and more"],
  ["3条左右",    "approximate count 3条左右",   "about"],
  ["5万多",      "approximate none 5万多",      "and more"],
  ["一条半",     "malformed count 一条半",      "a half behind the measure"],
  ["3/4条",      "malformed none 3",            "a fraction"],
  ["95%",        "exact 95 share 95%",          "a share"],
  ["3批",        "exact 3 parcel 3批",          "an unknown number of things"],
  ["40分钟",     "exact 40 other 40分钟",       "a length of time"],
  ["一般",       "none",                        "一 alone counts nothing"],
  ["三农",       "none",                        "part of a name"],
  ["3个人",      "exact 3 people 3个人",        "persons"],
])("%s is %s: %s", (text, wanted) => {
  expect(read(text)).toBe(wanted);
});

// biome-ignore format: the columns are the test
test.each([
  ["大概3条", 2, "大概"],
  ["不到5万", 2, "不到"],
  ["至少3条", 2, "至少"],
  ["约12件",  1, "约"],
  ["小20件",  1, "小: nearly so many"],
  ["小二十件", 1, "小"],
  ["小200件", 1, "小"],
  ["老20件",  1, "老: a good twenty"],
])("%s is approximate for the word before it", (text, at) => {
  expect(figureAt(text, at)?.figure.type).toBe("approximate");
});

// biome-ignore format: the columns are the test
test.each([
  ["大小20件", 2, "大小 is a word"],
  ["小3条",   1, "nobody says nearly three"],
  ["养老20条", 2, "养老 is a field of work"],
])("%s is exact: %s", (text, at) => {
  expect(figureAt(text, at)?.figure.type).toBe("exact");
});

test("a measure word alone behind a verb is one", () => {
  expect(bareMeasureAt("开了个发布会", 2)?.figure).toMatchObject({ type: "exact", value: 1, implied: true });
});
test.each([
  ["开了个人大会", "个 begins another word"],
  ["发了条3", "a figure follows"],
  ["那个发布会", "no verb stands before it"],
])("%s has no such measure: %s", (text) => {
  expect([...text].map((_, at) => bareMeasureAt(text, at)).filter(Boolean)).toEqual([]);
});
