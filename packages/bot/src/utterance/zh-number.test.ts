import fc from "fast-check";
import { expect, test } from "vitest";
import { numeralAt } from "./zh-number.ts";

// biome-ignore format: the columns are the test
test.each([
  // said              value       why this row exists
  ["一百五",            150,        "a digit left over is the next lower unit"],
  ["一百零五",          105,        "零 keeps the ones"],
  ["三万五",            35_000,     "colloquial"],
  ["3万5",              35_000,     "figures and characters mixed"],
  ["3万5千",            35_000,     "unit said in full"],
  ["三万零五",          30_005,     "零 jumps over the places between"],
  ["五万零三百",        50_300,     "零 before a unit"],
  ["4.3w",              43_000,     "w is 万"],
  ["12万",              120_000,    "chinese-parseint2 reads 1"],
  ["二十二点五万",      225_000,    "a decimal spoken with 点"],
  ["俩",                2,          "spoken two"],
  ["仨",                3,          "spoken three"],
  ["廿五",              25,         "spoken twenty"],
  ["壹佰贰拾",          120,        "financial numerals"],
  ["二〇二六",          2026,       "read out digit by digit"],
  ["1,234",             1234,       "grouped by thousands"],
  ["九千九百三十四",    9934,       "every place said"],
  ["一亿二",            120_000_000, "亿 and the next lower unit"],
  ["0",                 0,          "a stated zero"],
  ["十",                10,         "ten without 一"],
])("%s is exactly %d: %s", (said, value) => {
  expect(numeralAt(said, 0)).toEqual({ type: "exact", value, to: said.length });
});

// biome-ignore format: the columns are the test
test.each([
  ["十几", "approximate", "ten and some"],
  ["三十来", "approximate", "about thirty"],
  ["百余", "approximate", "a hundred and more"],
  ["近百", "approximate", "nearly a hundred"],
  ["两三", "approximate", "two or three"],
  ["三五", "approximate", "three to five, never 35"],
  ["七八十", "approximate", "seventy or eighty"],
  ["3-5", "approximate", "a range"],
  ["好几百", "approximate", "some hundreds"],
  ["两十", "malformed", "no numeral"],
  ["1.2.3万", "malformed", "two decimal points"],
  ["四万二千五万", "malformed", "units out of order"],
  ["三万五百", "malformed", "30500 and 35000 are both heard"],
  ["一千一万", "malformed", "a place is missing before 万"],
])("%s is %s: %s", (said, type) => {
  expect(numeralAt(said, 0)?.type).toBe(type);
});

const DIGITS = "零一二三四五六七八九";
/** 0 to 99 999 999 the way it is written. */
function written(value: number): string {
  if (value === 0) return "零";
  const below = (part: number, lead: boolean): string => {
    let text = "";
    let gap = lead;
    for (const [unit, name] of [
      [1000, "千"],
      [100, "百"],
      [10, "十"],
      [1, ""],
    ] as const) {
      const digit = Math.floor(part / unit) % 10;
      if (digit === 0) gap = text !== "" || lead;
      else {
        if (gap && (text !== "" || lead)) text += "零";
        gap = false;
        text += DIGITS.charAt(digit) + name;
      }
    }
    return text;
  };
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  if (high === 0) return below(low, false);
  return `${below(high, false)}万${low === 0 ? "" : below(low, low < 1000)}`;
}

test("every number written in characters reads as itself", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
      const text = written(value);
      expect([text, numeralAt(text, 0)]).toEqual([text, { type: "exact", value, to: text.length }]);
    }),
    { numRuns: 500 },
  );
});
