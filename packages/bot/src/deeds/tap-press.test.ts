import fc from "fast-check";
import { expect, test } from "vitest";
import { buttonKeyOf, readButtonKey } from "../wecom/card-handle.ts";
import { ballotPress, pressOf, type TalkTap, tapOf } from "./tap-press.ts";

const text = fc.string({ minLength: 1 });
const tap: fc.Arbitrary<TalkTap> = fc.oneof(
  fc.record({ tap: fc.constant("option" as const), question: text, key: fc.string() }),
  fc.record({ tap: fc.constantFrom("undo" as const, "change" as const), source: text, version: fc.nat() }),
);

test("a button's key brings back the very tap it was made for, whatever its names", () => {
  fc.assert(
    fc.property(tap, (made) => {
      const press = readButtonKey(buttonKeyOf(pressOf(made)));
      expect(press && tapOf(press, [])).toEqual(made);
    }),
  );
});

test.each([
  ["one option ticked", ["2"], { tap: "option", question: "q#0", key: "2" }],
  ["nothing ticked", [], undefined],
  ["two ticked where one was asked for", ["1", "2"], undefined],
])("a ballot with %s", (_, ticked, expected) => {
  expect(tapOf(ballotPress("q#0"), ticked)).toEqual(expected);
});

test.each([["redo"], ["option"], ["withdraw-everything"]])("a key with the deed %s asks for nothing", (deed) => {
  expect(tapOf({ deed, record: "m1", version: 0 }, ["1"])).toBeUndefined();
});
