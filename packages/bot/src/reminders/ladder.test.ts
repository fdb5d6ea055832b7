import type { Member } from "@gongkai/schema";
import { expect, test } from "vitest";
import { CHAIRS, HEARING_TABLE, type Matter } from "./hearing-table.ts";
import { hearersOf, seatsOf, stepReached } from "./ladder.ts";

/** Day by day: working days left, and who reaches a step on just that day: 经办人、科室负责人、公开办、局领导. */
// biome-ignore format: the columns are the test
const CELLS: readonly [Matter, number, string][] = [
  ["answer", 11, "...."],
  ["answer", 10, "h..."],
  ["answer", 9,  "...."],
  ["answer", 6,  "...."],
  ["answer", 5,  "hH.."],
  ["answer", 4,  "...."],
  ["answer", 3,  "hHc."],
  ["answer", 2,  "...."],
  ["answer", 1,  "hHc."],
  ["answer", 0,  "hHc."],
  ["answer", -1, "hHcL"],
  ["answer", -2, "...."],
  ["answer", -5, "...."],
  ["answer", -6, "h.c."],
  ["answer", -7, "...."],
  ["answer", -11, "h.c."],
  ["answer", -51, "h.c."],
  ["correction-notice", 4, "...."],
  ["correction-notice", 3, "h..."],
  ["correction-notice", 1, "...."],
  ["correction-notice", 0, "h..."],
  ["opinion", 1,  "...."],
  ["opinion", 0,  "h..."],
  ["opinion", -1, "h.c."],
  ["opinion", -2, "...."],
  ["opinion", -11, "h..."],
  ["correction-period", 0,  "...."],
  ["correction-period", -1, "h.c."],
  ["correction-period", -11, "h..."],
  ["payment", 0,  "...."],
  ["payment", -1, "h.c."],
  ["payment", -11, "h..."],
  ["decision", 0,  "...."],
  ["decision", -1, "h.c."],
  ["decision", -21, "..c."],
  ["month", 1,  "...."],
  ["month", 0,  ".H.."],
  ["month", -1, "h..."],
  ["month", -2, "...."],
  ["month", -3, ".H.."],
  ["month", -4, "...."],
  ["month", -5, "..c."],
  ["month", -6, "...."],
  ["month", -15, "...."],
  ["milestone", 11, "...."],
  ["milestone", 10, "..c."],
  ["milestone", 5, "..c."],
  ["milestone", 3, "..cL"],
  ["milestone", 2, "...."],
  ["milestone", 1, "..cL"],
  ["milestone", 0, "..cL"],
];
const LETTERS = { handler: "h", head: "H", clerk: "c", leader: "L" } as const;

test.each(CELLS)("%s, %i working days left: %s", (matter, left, expected) => {
  const begins = CHAIRS.map((chair) => {
    const now = stepReached(HEARING_TABLE[matter], chair, left);
    return now !== undefined && now !== stepReached(HEARING_TABLE[matter], chair, left + 1) ? LETTERS[chair] : ".";
  });
  expect(begins.join("")).toBe(expected);
});

test("every step of the table stands in the test", () => {
  const tested = new Set(CELLS.map(([matter, left]) => `${matter} ${left}`));
  const steps = Object.entries(HEARING_TABLE).flatMap(([matter, ladder]) =>
    ladder.steps.map(({ left }) => `${matter} ${left}`),
  );
  expect(steps.filter((step) => !tested.has(step))).toEqual([]);
});

test("a step stays reached until the next one: what a missed day should have told is told the day after", () => {
  expect([5, 4, 3, 2].map((left) => stepReached(HEARING_TABLE.answer, "handler", left))).toEqual([5, 5, 3, 3]);
  expect([5, 4, 3, 2].map((left) => stepReached(HEARING_TABLE.answer, "clerk", left))).toEqual([
    undefined,
    undefined,
    3,
    3,
  ]);
});

const person = (id: string, section: string, ...roles: Member["roles"]): Member => ({
  ...{ id, name: id, section, roles, active: true },
});
const OFFICE = [
  person("wang", "permit", "staff"),
  person("sun", "permit", "head"),
  person("lin", "law", "head"),
  person("guo", "office", "clerk"),
  person("li", "office", "leader"),
];
const without = (...ids: string[]) =>
  OFFICE.map((each) => ({ ...each, active: each.active && !ids.includes(each.id) }));

// biome-ignore format: the columns are the test
test.each<[string, number, readonly Member[], string]>([
  ["everybody is there",                                  5,  OFFICE,                             "wang 5, sun 5"],
  ["the handler left: the head has it",                   10, without("wang"),                    "sun 10"],
  ["handler and head left: the disclosure office has it", 10, without("wang", "sun"),             "guo 10"],
  ["the head left: the steps go to the disclosure office", 5, without("sun"),                     "wang 5, guo 5"],
  ["nobody left below",                                   5,  without("wang", "sun", "guo"),      "li 5"],
  ["nobody at all",                                       -1, without("wang", "sun", "guo", "li"), ""],
  ["the head of another section hears nothing",           -1, OFFICE,                             "wang -1, sun -1, guo -1, li -1"],
])("%s", (_why, left, members, expected) => {
  const heard = hearersOf("answer", left, seatsOf(members, "permit", ["wang"]));
  expect(heard.map(({ to, step }) => `${to} ${step}`).join(", ")).toBe(expected);
});

test("who sits on two chairs hears once, the later step of the two", () => {
  const both = [person("guo", "permit", "head", "clerk")];
  expect(hearersOf("answer", 4, seatsOf(both, "permit", ["guo"]))).toEqual([{ to: "guo", chair: "head", step: 5 }]);
  expect(hearersOf("month", -5, seatsOf(both, "permit", ["guo"]))).toEqual([{ to: "guo", chair: "clerk", step: -5 }]);
});
