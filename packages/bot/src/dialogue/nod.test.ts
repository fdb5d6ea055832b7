import { expect, test } from "vitest";
import { beginsWithYes, nodOf } from "./nod.ts";

// biome-ignore format: the columns are the test
test.each([
  ["对",         "yes",     ""],
  ["是的",       "yes",     "particles do not matter"],
  ["嗯嗯",       "yes",     ""],
  ["确认！",     "yes",     "punctuation does not matter"],
  ["ＯＫ",       "yes",     "full width"],
  ["收到",       "yes",     ""],
  ["不是",       "no",      ""],
  ["不对啊",     "no",      ""],
  ["记错了",     "no",      ""],
  ["算了",       "drop",    "了 belongs to the word here"],
  ["取消吧",     "drop",    ""],
  ["先不记了",   "drop",    ""],
  ["对了",       "yes",     ""],
  ["对，是5条",  undefined, "more than a nod"],
  ["不是5条",    undefined, "more than a nod"],
  ["不用谢",     undefined, ""],
  ["",           undefined, ""],
])("%s → %s %s", (text, nod, _why) => {
  expect(nodOf(text)).toBe(nod);
});

// biome-ignore format: the columns are the test
test.each([
  ["是，就是周三那条许可", true,  ""],
  ["对的，没错",           true,  ""],
  ["是审核信息8条",        false, "a report, not a nod"],
  ["是",                   false, "a nod of its own"],
])("%s begins with a yes: %s %s", (text, expected) => {
  expect(beginsWithYes(text)).toBe(expected);
});
