import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OutboxBody, type OutboxDraft } from "../outbox/body.ts";
import { stampedCard, withButtons, withChoices } from "./reply-card.ts";

const UNDO = [{ label: "撤销", tap: { tap: "undo", source: "m1", version: 0 } }] as const;
const cardOf = (draft: OutboxDraft) => (draft.kind === "card" ? draft.card : undefined);
const options = (...labels: string[]) => labels.map((label, place) => ({ key: String(place), label }));
const asked = (...labels: string[]) =>
  withChoices({ name: "m1", text: "numbered", sentence: "哪一条？" }, "m1#0", options(...labels));

/** Every word a card shows, from top to bottom. */
const shownOf = (draft: OutboxDraft): string => {
  const card = cardOf(draft);
  if (card?.kind !== "buttons") return draft.kind === "text" ? draft.content : "";
  return [card.title, card.quote?.text, card.subtitle].filter((part) => part !== undefined).join("\n");
};

describe("an echo on a card", () => {
  test.each([
    ["a line", "已记：许可5件", "buttons"],
    ["four lines", "已记：许可5件\n本月5件\n年报 0→5\n有错回复“撤销”", "buttons"],
    ["a first line too long for a title", `${"很长的话".repeat(12)}\n第二行`, "buttons"],
    [
      "more than an area holds",
      ["已记：6条", ..."许可处罚强制收费解读公文".repeat(30).match(/.{20}/gu)!.slice(0, 14)].join("\n"),
      "buttons",
    ],
    ["more than a card shows", "许可处罚强制收费\n".repeat(60), undefined],
    ["one line beyond every area", "字".repeat(161), undefined],
  ])("%s", (_, text, kind) => {
    const draft = withButtons({ name: "m1", text }, UNDO);
    expect(cardOf(draft)?.kind).toBe(kind);
    expect(shownOf(draft)).toContain(text.split("\n").filter(Boolean).join("\n"));
  });

  test("no word of any text is lost or cut, and the outbox takes what is made", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 90 }), { minLength: 1 }), (lines) => {
        const text = lines.join("\n");
        const draft = withButtons({ name: "m1", text }, UNDO);
        expect(() => OutboxBody.parse(draft)).not.toThrow();
        expect(shownOf(draft)).toContain(draft.kind === "text" ? text : text.split("\n").filter(Boolean).join("\n"));
      }),
    );
  });

  test("the same message has the same card, another message another", () => {
    const idOf = (name: string) => cardOf(withButtons({ name, text: "已记" }, UNDO))?.taskId;
    expect(idOf("m1")).toBe(idOf("m1"));
    expect(idOf("m1")).not.toBe(idOf("m2"));
  });
});

describe("choices on a card", () => {
  test.each([
    ["short ones are buttons", ["替换", "另外再加", "就是这些"], "buttons"],
    ["longer ones are a ballot", ["未经复议直接起诉的那一件", "复议后起诉"], "vote"],
    ["more than six are a ballot", [..."一二三四五六七"], "vote"],
    ["too long even for a ballot: pressed by number", ["字".repeat(18), "乙"], "buttons"],
    ["too long and too many: words alone", Array.from({ length: 7 }, () => "字".repeat(18)), undefined],
    ["more than a ballot holds: words alone", Array.from({ length: 21 }, (_, at) => `第${at}条`), undefined],
  ])("%s", (_, labels, kind) => {
    expect(cardOf(asked(...labels))?.kind).toBe(kind);
  });

  test("whatever the platform does with the card, the numbered words are at hand", () => {
    expect(asked("替换", "另外再加")).toMatchObject({ otherwise: "numbered" });
  });
});

test("the card left on the AI bot after a press names the same task", () => {
  expect(stampedCard("talk-1", "已撤销：许可5件\n回复“恢复”可以找回。", "已撤销")).toMatchObject({
    taskId: "talk-1",
    title: "已撤销：许可5件",
    replaced: "已撤销",
  });
});
