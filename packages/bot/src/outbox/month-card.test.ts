import { expect, test } from "vitest";
import { buttonKeyOf } from "../wecom/card-handle.ts";
import type { MonthCardWords } from "../wording/month-card-words.ts";
import { outboxRows } from "./body.ts";
import { monthCard, monthPressOf } from "./month-card.ts";

const ABOUT = { section: "law", month: "2026-03", to: "lin.feng", today: "2026-03-31" };
const WORDS: MonthCardWords = {
  ...{ source: "公开台账", title: "3月还有1项没报", subtitle: "法规科。", beside: null, nothing: "都没有，记0" },
  fill: "我来填",
};

test("its buttons come back as what they ask for, and a row of the outbox takes it", () => {
  const body = monthCard(ABOUT, WORDS);
  if (body?.kind !== "card" || body.card.kind !== "buttons") throw new Error("it fits on a card of buttons");
  expect(outboxRows({ organ: "bureau", key: "digest/2026-03-31/lin.feng", to: "lin.feng", body })).toHaveLength(1);
  expect(body.card.buttons.map((button) => button.does === "call" && monthPressOf(button.key))).toEqual([
    { does: "nothing", section: "law", month: "2026-03" },
    { does: "fill", section: "law", month: "2026-03" },
  ]);
});

test("two people's cards, and one person's cards of two days, are different cards", () => {
  const ids = [ABOUT, { ...ABOUT, to: "sun.hai" }, { ...ABOUT, today: "2026-04-03" }].map((about) => {
    const body = monthCard(about, WORDS);
    return body?.kind === "card" && body.card.kind === "buttons" ? body.card.taskId : null;
  });
  expect(new Set(ids).size).toBe(3);
});

test("readings alone leave one button", () => {
  const body = monthCard(ABOUT, { ...WORDS, nothing: null });
  expect(body?.kind === "card" && body.card.kind === "buttons" && body.card.buttons.map(({ text }) => text)).toEqual([
    "我来填",
  ]);
});

test("a list too long for a card is no card: nothing is attested that was cut out of sight", () => {
  expect(monthCard(ABOUT, { ...WORDS, subtitle: "项、".repeat(81) })).toBeUndefined();
  expect(monthCard(ABOUT, { ...WORDS, beside: "事".repeat(161) })).toBeUndefined();
  expect(monthCard(ABOUT, { ...WORDS, subtitle: "项、".repeat(80), beside: "事".repeat(160) })).toBeDefined();
});

// biome-ignore format: the columns are the test
test.each([
  ["",                                                                        "nothing"],
  ["month-nothing",                                                           "no key of ours"],
  [buttonKeyOf({ deed: "undo", record: "law/2026-03", version: 0 }),          "another deed"],
  [buttonKeyOf({ deed: "month-nothing", record: "law", version: 0 }),         "no month"],
  [buttonKeyOf({ deed: "month-nothing", record: "law/2026-13", version: 0 }), "a month that is none"],
  [buttonKeyOf({ deed: "month-fill", record: "law/2026-03/x", version: 0 }),  "more than a month"],
])("%s asks for nothing: %s", (key) => {
  expect(monthPressOf(key)).toBeUndefined();
});
