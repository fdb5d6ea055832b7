import { expect, test } from "vitest";
import { type DisputeFact, disputeOf, likelyRoute, nextInDispute } from "./dispute-case.ts";
import { DECISIONS, DecisionOverride, decisionsOf, resultOfDecision } from "./dispute-decisions.ts";

const review: DisputeFact = {
  kind: "review-opened",
  case: "R-2025-0001",
  against: "A-2025-0001",
  receivedOn: "2025-03-03",
};
const lawsuit = (more: Partial<Extract<DisputeFact, { kind: "litigation-opened" }>>): DisputeFact => ({
  kind: "litigation-opened",
  case: "L-2025-0001",
  against: "A-2025-0001",
  receivedOn: "2025-06-03",
  route: "after",
  original: true,
  ...more,
});
const decided = (id: string, on: string, result: "upheld" | "corrected" | "other"): DisputeFact => ({
  kind: "dispute-decided",
  case: id,
  on,
  result,
});

// biome-ignore format: the columns are the test
test.each<[DisputeFact[], string, string | null, boolean | null, string[], string]>([
  // case                                                                   state      block     counts asks             why this row exists
  [[review],                                                                 "pending", "review", true,  [],              "accepted, no decision yet"],
  [[review, decided("R-2025-0001", "2025-05-06", "corrected")],              "decided", "review", true,  [],              "a review decided"],
  [[lawsuit({})],                                                            "pending", "after",  true,  [],              "a suit after a review"],
  [[lawsuit({ original: false })],                                           "pending", "after",  false, [],              "co-defendant as the review body: the original body counts it"],
  [[lawsuit({ original: null })],                                            "pending", "after",  null,  ["original"],    "who acted first has to be asked"],
  [[lawsuit({ route: null, original: null })],                               "pending", null,     null,  ["route", "original"], "both have to be asked"],
])("%j is %s in block %s, counts %s, asks %j: %s", (facts, state, block, counts, asks) => {
  expect(disputeOf(facts)).toMatchObject({ state, block, counts, asks });
});

test("of two decisions of a lawsuit the later day stands, in whatever order they were told", () => {
  const first = decided("L-2025-0001", "2025-09-01", "upheld");
  const appeal = decided("L-2025-0001", "2025-12-01", "corrected");
  expect(disputeOf([lawsuit({}), appeal, first])?.decided).toMatchObject({ result: "corrected", on: "2025-12-01" });
});

test("a review is decided once, and nothing is decided before it is received or registered", () => {
  const current = disputeOf([review, decided("R-2025-0001", "2025-05-06", "upheld")]);
  expect(nextInDispute(current, decided("R-2025-0001", "2025-06-06", "corrected"))).toMatchObject({ kind: "refused" });
  expect(nextInDispute(disputeOf([review]), decided("R-2025-0001", "2025-03-02", "upheld"))).toMatchObject({
    kind: "refused",
  });
  expect(nextInDispute(undefined, decided("R-2025-0001", "2025-05-06", "upheld"))).toMatchObject({ kind: "refused" });
  expect(nextInDispute(disputeOf([review]), review)).toMatchObject({ kind: "refused" });
  expect(nextInDispute(undefined, review)).toMatchObject({ kind: "accepted", case: { state: "pending" } });
});

// biome-ignore format: the columns are the test
test.each([
  [lawsuit({ route: "direct" }),                                  1, "review first is the law since 2024"],
  [lawsuit({ route: "direct", receivedOn: "2023-12-31" }),        0, "before the revision"],
  [lawsuit({ route: "direct", against: null }),                   0, "another act than an answer to an application"],
  [lawsuit({ route: "after" }),                                   0, "a review came first"],
])("%j has %i remark on 复议前置: %s", (opened, remarks) => {
  expect(disputeOf([opened])?.notes).toHaveLength(remarks);
});

test("a lawsuit likely comes after a review of the same answer that was decided before it", () => {
  const pending = disputeOf([review])!;
  const done = disputeOf([review, decided("R-2025-0001", "2025-05-06", "upheld")])!;
  const suit = { against: "A-2025-0001", receivedOn: "2025-06-03" };
  expect(likelyRoute(suit, [done])).toBe("after");
  expect(likelyRoute(suit, [pending])).toBe("direct");
  expect(likelyRoute({ ...suit, receivedOn: "2025-05-05" }, [done])).toBe("direct");
  expect(likelyRoute({ ...suit, against: "A-2025-0002" }, [done])).toBe("direct");
  expect(likelyRoute({ ...suit, against: null }, [done])).toBeNull();
});

// biome-ignore format: the columns are the test
test.each([
  ["review",     "维持",         "upheld"],
  ["review",     "责令重新答复", "corrected"],
  ["review",     "责令公开",     "corrected"],
  ["review",     "确认程序违法", "corrected"],
  ["review",     "终止",         "other"],
  ["review",     "调解",         "other"],
  ["review",     "驳回复议请求", "other"],
  ["litigation", "驳回诉讼请求", "upheld"],
  ["litigation", "责令履行",     "corrected"],
  ["litigation", "驳回起诉",     "other"],
  ["litigation", "撤诉",         "other"],
  ["litigation", "维持",         undefined],
] as const)("in a %s %s counts as %s", (kind, decision, result) => {
  expect(resultOfDecision(kind, decision)).toBe(result);
});

test("an office maps a decision elsewhere and adds its own, the list keeping its order", () => {
  const override = DecisionOverride.parse({ review: { 驳回复议请求: "upheld", 和解: "other" } });
  expect(resultOfDecision("review", "驳回复议请求", override)).toBe("upheld");
  expect(resultOfDecision("review", "和解", override)).toBe("other");
  expect(resultOfDecision("litigation", "和解", override)).toBeUndefined();
  const words = decisionsOf("review", override).map(({ decision }) => decision);
  expect(words).toEqual([...DECISIONS.review.map(({ decision }) => decision), "和解"]);
  expect(DecisionOverride.safeParse({ review: { 维持: "won" } }).success).toBe(false);
});
