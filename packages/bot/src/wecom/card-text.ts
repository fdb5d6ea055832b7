import type { Card } from "./card.ts";

/** One answer a person may give to a card by its number, where cards are not to be had. */
export type Choice = Readonly<{ number: number; text: string; key: string; question?: string; option?: string }>;

/**
 * What can be answered with one number: the buttons that call, or the options of a single question. Empty for cards that
 * ask more than one thing: those are answered in words.
 */
export function choicesOf(card: Card): Choice[] {
  switch (card.kind) {
    case "buttons":
      return numbered(card.buttons.flatMap((one) => (one.does === "call" ? [{ text: one.text, key: one.key }] : [])));
    case "notice":
      return numbered(card.menu?.choices ?? []);
    case "multiple": {
      const [only, ...more] = card.selections;
      return only && more.length === 0 ? optionsOf(only, card.submit.key) : [];
    }
    case "vote":
      return card.ballot.many ? [] : optionsOf(card.ballot, card.submit.key);
    default:
      return card satisfies never;
  }
}

/** The card as plain text with numbered replies, for installations without cards (政务微信, old private builds). */
export function cardText(card: Card): string {
  const choices = choicesOf(card);
  return [
    [card.source ? `【${card.source.text}】` : "", card.title].join(""),
    card.text,
    ...bodyLines(card),
    ...choices.map(({ number, text }) => `回复 ${number}：${text}`),
    choices.length === 0 && asks(card) ? "请用文字回复您的选择。" : undefined,
  ]
    .filter((line) => line !== undefined && line !== "")
    .join("\n");
}

const asks = (card: Card) => card.kind === "multiple" || card.kind === "vote";

function bodyLines(card: Card): (string | undefined)[] {
  switch (card.kind) {
    case "buttons":
      return [
        ...noticeLines(card),
        ...card.buttons.flatMap((one) => (one.does === "open" ? [`${one.text}：${one.url}`] : [])),
      ];
    case "notice":
      return [
        card.emphasis && [card.emphasis.title, card.emphasis.text].filter(Boolean).join(" "),
        ...noticeLines(card),
        ...card.links.map(({ text, url }) => `${text}：${url}`),
        card.url,
      ];
    case "multiple":
      return card.selections.length === 1 ? [card.selections[0]?.title] : card.selections.map(questionLine);
    case "vote":
      return card.ballot.many ? [questionLine({ title: "可选多项", options: card.ballot.options })] : [];
    default:
      return card satisfies never;
  }
}

function noticeLines({ quote, subtitle, rows }: Extract<Card, { kind: "buttons" | "notice" }>): (string | undefined)[] {
  return [quote && `“${quote.text}”`, subtitle, ...rows.map(({ name, value }) => `${name}：${value}`)];
}

type Question = Readonly<{ title: string; options: readonly Readonly<{ text: string }>[] }>;
const questionLine = ({ title, options }: Question) => `${title}：${options.map(({ text }) => text).join("、")}`;

function optionsOf(
  { key: question, options }: Readonly<{ key: string; options: readonly Readonly<{ id: string; text: string }>[] }>,
  key: string,
): Choice[] {
  return numbered(options.map(({ id, text }) => ({ text, key, question, option: id })));
}

const numbered = <T>(items: readonly T[]) => items.map((item, at) => ({ number: at + 1, ...item }));
