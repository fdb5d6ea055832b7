import { expect, test } from "vitest";
import { TERMS, type Term } from "./terms.ts";

const terms: readonly Term[] = Object.values(TERMS);

// biome-ignore format: the columns are the test
test.each<[string, number | string, string, string]>([
  // id          length   unit           why this row exists
  ["C-26",      20,      "working-day", "主动公开"],
  ["C-30",      7,       "working-day", "补正 is asked once and soon"],
  ["C-30b",     20,      "working-day", "the term starts anew"],
  ["C-32",      15,      "working-day", "第三方"],
  ["C-33",      20,      "working-day", "答复"],
  ["C-33x",     20,      "working-day", "延长"],
  ["C-34",      15,      "working-day", "共同制作机关"],
  ["C-42",      20,      "working-day", "the fee notice goes out inside the answer's term"],
  ["C-fee-pay", 20,      "working-day", "缴费"],
  ["C-fee-re",  20,      "working-day", "缴费后答复"],
  ["C-49",      "01-31", "month-day",   "部门"],
  ["C-49g",     "03-31", "month-day",   "政府"],
])("%s runs %s %s: %s", (id, length, unit) => {
  expect(terms.find((term) => term.id === id)).toMatchObject({ length, unit });
});

test("every term has an id of its own, an article and a start", () => {
  expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
  for (const { article, start } of terms) {
    expect(article).toMatch(/^条例第|^国办/);
    expect(start).not.toBe("");
  }
});
