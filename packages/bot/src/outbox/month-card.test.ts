import { expect, test } from "vitest";
import { buttonKeyOf } from "../wecom/card-handle.ts";
import type { MonthCardWords } from "../wording/month-card-words.ts";
import { type OutboxDraft, outboxRows } from "./body.ts";
import { monthCard, monthPressOf } from "./month-card.ts";

const ABOUT = { section: "law", month: "2026-03", to: "lin.feng", today: "2026-03-31" };
const WORDS: MonthCardWords = {
  ...{ title: "3月还有1项没报", subtitle: "法规科。", beside: null, nothing: "都没有，记0", fill: "我来填" },
};
const TEXT = "3月还有1项没报：行政强制。";
const buttonsOf = (body: OutboxDraft) => (body.kind === "card" && body.card.kind === "buttons" ? body.card : undefined);

test("its buttons come back as what they ask for, and a row of the outbox takes it", () => {
  const body = monthCard(ABOUT, WORDS, TEXT);
  expect(outboxRows({ organ: "bureau", key: "digest/2026-03-31/lin.feng", to: "lin.feng", body })).toHaveLength(1);
  expect(buttonsOf(body)?.buttons.map((button) => button.does === "call" && monthPressOf(button.key))).toEqual([
    { does: "nothing", section: "law", month: "2026-03" },
    { does: "fill", section: "law", month: "2026-03" },
  ]);
});

test("two people's cards, and one person's cards of two days, are different cards", () => {
  const about = [ABOUT, { ...ABOUT, to: "sun.hai" }, { ...ABOUT, today: "2026-04-03" }];
  expect(new Set(about.map((each) => buttonsOf(monthCard(each, WORDS, TEXT))?.taskId)).size).toBe(3);
});

test("readings alone leave one button", () => {
  const body = monthCard(ABOUT, { ...WORDS, nothing: null }, TEXT);
  expect(buttonsOf(body)?.buttons.map(({ text }) => text)).toEqual(["我来填"]);
});

test("a list too long for a card is said as text: nothing is attested that was cut out of sight", () => {
  const text = { kind: "text", content: TEXT };
  expect(monthCard(ABOUT, { ...WORDS, subtitle: "项、".repeat(81) }, TEXT)).toEqual(text);
  expect(monthCard(ABOUT, { ...WORDS, beside: "事".repeat(161) }, TEXT)).toEqual(text);
  const full = { ...WORDS, subtitle: "项、".repeat(80), beside: "事".repeat(160) };
  expect(monthCard(ABOUT, full, TEXT)).toMatchObject({ kind: "card", otherwise: TEXT });
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
