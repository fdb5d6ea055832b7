import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogueOf } from "@gongkai/schema";
import { describe, expect, test } from "vitest";
import { ASKS } from "../utterance/ask.ts";
import { askWords } from "./ask-words.ts";
import { amountWords, shareWords } from "./number-words.ts";
import { nearPeriodWords, periodWords } from "./period-words.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const CATALOGUE = catalogueOf({ indicators: [], synonyms: {} });

/** The texts between quotes that hold Chinese: what people see. */
function sentences(): [file: string, sentence: string][] {
  return readdirSync(HERE)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .flatMap((name) => {
      const code = readFileSync(join(HERE, name), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      const texts = code.match(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
      return texts
        .map((text) => text.slice(1, -1).replace(/\$\{[^}]*\}/g, ""))
        .filter((text) => /\p{Script=Han}/u.test(text))
        .map((text): [string, string] => [name, text]);
    });
}

describe("every sentence can be read aloud", () => {
  test("there are sentences to read", () => {
    expect(sentences().length).toBeGreaterThan(150);
  });

  test.each([
    ["no English and no codes", /[A-Za-z]{2,}/],
    ["no half-width punctuation inside Chinese", /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u],
    ["no two spaces and no tab", / {2}|\t/],
    ["no orders: 必须 and 禁止 are for the form's own words", /请务必|不许|禁止您|你(?!的)/],
  ])("%s", (_, fault) => {
    const marked = sentences().map(([file, text]) => [file, text.replaceAll("\\n", "\n")] as const);
    expect(marked.filter(([, text]) => fault.test(text))).toEqual([]);
  });

  test("no sentence is longer than one breath", () => {
    const breath = (text: string) => Math.max(...text.split(/[。？！\n：；，、]|\\n/).map((part) => part.length));
    expect(sentences().filter(([, text]) => breath(text) > 32)).toEqual([]);
  });
});

test("every named ambiguity has a question that ends as one", () => {
  for (const [why, about] of Object.entries(ASKS)) {
    expect(askWords(about, why, "“许可办完了”", "行政许可"), why).toMatch(/[？。]$/);
  }
  expect(askWords("channel", "of-another-version", "“发了3条”", "")).toBe("“发了3条”是在哪个平台发的？");
});

// biome-ignore format: the columns are the test
test.each([
  ["2026-03-04",            "3月4日",            "a day of this year"],
  ["2025-12-31",            "2025年12月31日",    "a day of another year"],
  ["2026-02",               "2月",               ""],
  ["2025-02",               "2025年2月",         ""],
  ["2025",                  "2025年",            ""],
  ["2026-Q1",               "一季度",            ""],
  ["2025-H2",               "2025年下半年",      ""],
  ["2026-03-02/2026-03-04", "3月2日至4日",       "inside one month the month is said once"],
  ["2026-02-27/2026-03-02", "2月27日至3月2日",   ""],
  ["2026-01/2026-03",       "1月至3月",          ""],
])("%s is said %s %s", (period, words, _why) => {
  expect(periodWords(period, "2026-03-04")).toBe(words);
});

test("today and yesterday are called so", () => {
  expect([nearPeriodWords("2026-03-04", "2026-03-04"), nearPeriodWords("2026-02-28", "2026-03-01")]).toEqual([
    "今天",
    "昨天",
  ]);
});

// biome-ignore format: the columns are the test
test.each([
  [12,          "permit.decided",   "12件",       "a count"],
  [8_200_000,   "fee.collected",    "8.2万元",    "fen said in 万元"],
  [1_000_000,   "fee.collected",    "1万元",      "no trailing zeros"],
  [123,         "fee.collected",    "0.000123万元", "exact to the fen"],
  [27_000,      "fee.information",  "270元",      "fen said in 元"],
  [0,           "fee.collected",    "0万元",      ""],
] as const)("%i of %s is %s: %s", (stored, key, words, _why) => {
  expect(amountWords(stored, CATALOGUE[key])).toBe(words);
});

// biome-ignore format: the columns are the test
test.each([
  [110, 100, "增长10%"],
  [90, 100, "下降10%"],
  [100, 100, "持平"],
  [2, 3, "下降33.3%"],
])("%i after %i: %s", (now, before, words) => {
  expect(shareWords(now, before)).toBe(words);
});
