import { expect, test } from "vitest";
import { scan } from "../scan.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";
import { anchorDates } from "./anchor.ts";
import { nowOf } from "./when.ts";

const now = nowOf("2026-03-04T10:30:00+08:00");
const periods = (text: string): string =>
  anchorDates(scan(text, now, DEFAULT_VOCABULARY.lexicon), now)
    .flatMap((token) => (token.kind === "date" && "period" in token.when ? [token.when.period] : []))
    .join(" ");

// biome-ignore format: a table
test.each([
  ["12、1、2月份许可各3件",  "2025-12 2026-01 2026-02",          "each number is a month, over New Year too"],
  ["1、2月公众号各12条",     "2026-01 2026-02",                  "at the start it is no list"],
  ["3月1、2、3日公众号各1条", "2026-03-01 2026-03-02 2026-03-03", "each number is a day, and the month sets the stage"],
  ["上周六周日各1条微博",    "2026-02-28 2026-03-01",            "the second day goes on from the first"],
  ["上周四和周五各1条",      "2026-02-26 2026-02-27",            "joined by a word"],
  ["今年热线，3月1号那天接了9个", "2026-03-01", "within the year, that very day"],
  ["处罚2、3月强制1件",      "2026-03",                          "a number behind a name counts"],
  ["公众号3、2月1条",        "2026-02",                          "a number behind a name counts"],
])("%s: %s", (text, expected) => {
  expect(periods(text)).toBe(expected);
});
