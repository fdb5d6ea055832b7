import type { Card } from "../card.ts";
import { cardJson } from "../card-json.ts";

/** Longest texts an AI bot's card shows, in 字 (document/path/101032); shorter than an app's. */
const LIMITS = { source: 13, title: 26, text: 30, subtitle: 112, value: 26, link: 13, choice: 10, box: 11 } as const;

const fits = (text: string | undefined, most: number) => text === undefined || [...text].length <= most;

/** The card for the AI bot, or `undefined` where it shows less than an app's: then the same is said as text. */
export function botCardJson(card: Card): Readonly<Record<string, unknown>> | undefined {
  const isShort = fits(card.source?.text, LIMITS.source) && fits(card.title, LIMITS.title) && partsFit(card);
  return isShort ? cardJson(card) : undefined;
}

function partsFit(card: Card): boolean {
  switch (card.kind) {
    case "buttons":
      return (
        noticeFits(card) &&
        card.buttons.every(({ does }) => does === "call") && // no buttons that open an address here
        (card.selection?.options ?? []).every(({ text }) => fits(text, LIMITS.choice))
      );
    case "notice":
      return (
        noticeFits(card) &&
        fits(card.emphasis?.title, 10) &&
        fits(card.emphasis?.text, 15) &&
        card.links.every(({ text }) => fits(text, LIMITS.link))
      );
    case "multiple":
      return card.selections.every(({ options }) => options.every(({ text }) => fits(text, LIMITS.choice)));
    case "vote":
      return card.ballot.options.every(({ text }) => fits(text, LIMITS.box));
    default:
      return card satisfies never;
  }
}

function noticeFits({ text, subtitle, rows }: Extract<Card, { kind: "buttons" | "notice" }>): boolean {
  return (
    fits(text, LIMITS.text) && fits(subtitle, LIMITS.subtitle) && rows.every(({ value }) => fits(value, LIMITS.value))
  );
}
