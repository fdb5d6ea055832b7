import fc from "fast-check";
import { expect, test } from "vitest";
import { splitText } from "./split.ts";

const bytes = (text: string) => Buffer.byteLength(text);
const withoutNumber = (part: string) => part.replace(/^（\d+\/\d+）\n/, "");
const chinese = fc.string({ unit: fc.constantFrom("条", "件", "。", "\n", "a", " ", "😀", "3", "，") });
const LINK = "[年报](https://gongkai.example/report/2025?draft=1)";

test("a text within the limit stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), (text) => {
      expect(splitText(text, 4000)).toEqual([text]);
    }),
  );
});

test("every part keeps the limit, and the parts without their numbers are the text", () => {
  fc.assert(
    fc.property(fc.array(chinese, { maxLength: 60 }), fc.integer({ min: 40, max: 400 }), (pieces, limit) => {
      const text = pieces.join(LINK);
      const parts = splitText(text, limit);
      for (const part of parts) expect(bytes(part)).toBeLessThanOrEqual(limit);
      if (parts.length > 1) expect(parts.map(withoutNumber).join("")).toBe(text);
      expect(parts.map((part) => Buffer.from(part).toString())).toEqual(parts); // no code point in halves
    }),
  );
});

test("a link is never cut in two", () => {
  fc.assert(
    fc.property(fc.array(chinese, { minLength: 1, maxLength: 40 }), (pieces) => {
      const parts = splitText(pieces.join(LINK), 240);
      const links = parts.reduce((count, part) => count + part.split(LINK).length - 1, 0);
      expect(links).toBe(pieces.length - 1);
    }),
  );
});

// biome-ignore format: the columns are the test
test.each([
  // text                                     limit  ends of the parts          why this row exists
  [`${"甲".repeat(20)}\n${"乙".repeat(20)}`,   110,  ["\n", "乙"],              "a line's end is the best place"],
  [`${"甲".repeat(20)}。${"乙".repeat(20)}`,   110,  ["。", "乙"],              "then a sentence's end"],
  ["甲".repeat(40),                            100,  ["甲", "甲"],              "no break near: anywhere between characters"],
  [`甲。${"乙".repeat(38)}`,                   110,  ["乙", "乙"],              "a break in the first half would waste the part"],
])("%j within %i bytes ends %j: %s", (text, limit, ends) => {
  expect(splitText(text, limit).map((part) => part.at(-1))).toEqual(ends);
});

test("parts are numbered in order", () => {
  expect(splitText("甲".repeat(60), 100).map((part) => part.slice(0, 5))).toEqual(["（1/3）", "（2/3）", "（3/3）"]);
});
