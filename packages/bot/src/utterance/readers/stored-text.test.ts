import { expect, test } from "vitest";
import { readingOf } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";
import { storedText } from "./stored-text.ts";

function heard(text: string): string {
  const said = storedText.read(readingOf({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY }));
  if (!said) return "not its turn";
  if (said.act === "text") return `text ${said.key}`;
  return said.act;
}

// biome-ignore format: the columns are the test
test.each([
  ["五：存在的问题主要是公开不够及时",          "text 五",       "a section by its number"],
  ["第六部分：本年度收取信息处理费0元",         "text 六",       "with its full name"],
  ["一（三）：政府信息管理方面，完善公开目录和保密审查", "text 一（三）",    "one of five"],
  ["五：许可3件公开2条",                "not its turn", "a line of a list"],
  ["五：好",                       "not its turn", "too short to be a section"],
  ["第五期解读3条",                   "not its turn", "no section"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
