import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

// biome-ignore format: the columns are the test
test.each<[unknown, string, string]>([
  [{ b: 1, a: 2 },                  '{"a":2,"b":1}',             "keys are sorted"],
  [{ a: { d: 1, c: [3, 2] } },      '{"a":{"c":[3,2],"d":1}}',   "at every depth; lists keep their order"],
  [{ a: undefined, b: null },       '{"b":null}',                "a field left out and one that is undefined are the same"],
  [{ B: 1, a: 2, é: 3, 一: 4 },     '{"B":1,"a":2,"é":3,"一":4}', "by code unit, in no country's order"],
  ["公开\n",                        '"公开\\n"',                  "text as JSON writes it"],
  [[],                              "[]",                        "an empty list"],
  [{},                              "{}",                        "an empty object"],
  [0,                               "0",                         "a number"],
])("%j is written %s: %s", (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test("it is JSON of the same value, and the order of its fields does not show", () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, field]) => [key, reversed(field)]),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value)); // -0 and its like
      const text = canonicalJson(plain);
      expect(JSON.parse(text)).toEqual(plain);
      expect(canonicalJson(reversed(plain))).toBe(text);
    }),
  );
});

test("two values with one text are one value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
      if (canonicalJson(left) === canonicalJson(right))
        expect(JSON.parse(JSON.stringify(left))).toEqual(JSON.parse(JSON.stringify(right)));
    }),
  );
});
