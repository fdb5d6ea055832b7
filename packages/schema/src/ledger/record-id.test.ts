import fc from "fast-check";
import { expect, test } from "vitest";
import { RecordId, recordIdOf } from "./record-id.ts";

test("an id names its organ, its source and its line", () => {
  expect(recordIdOf({ organ: "demo", source: "wecom:123", line: 2 })).toBe("r:demo:wecom%3A123:2");
});

const utterance = fc.record({
  organ: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,10}$/),
  source: fc.string({ minLength: 1, maxLength: 30, unit: "grapheme" }),
  line: fc.nat(),
});

test("the same line of the same message always gets the same id, another one another", () => {
  fc.assert(
    fc.property(utterance, utterance, (left, right) => {
      expect(RecordId.safeParse(recordIdOf(left)).success).toBe(true);
      expect(recordIdOf({ ...left })).toBe(recordIdOf(left));
      const same = left.organ === right.organ && left.source === right.source && left.line === right.line;
      expect(recordIdOf(left) === recordIdOf(right)).toBe(same);
    }),
  );
});

// biome-ignore format: the columns are the test
test.each([
  ["r:demo:m1",       "no line"],
  ["r:demo:m1:0:1",   "a part too many"],
  ["r:demo::0",       "no source"],
  ["e:demo:m1:0",     "another prefix"],
  ["r:demo:m 1:0",    "a space"],
  ["",                "nothing"],
])("%s is no record id: %s", (text) => {
  expect(RecordId.safeParse(text).success).toBe(false);
});
