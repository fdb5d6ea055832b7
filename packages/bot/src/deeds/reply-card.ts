import { createHash } from "node:crypto";
import type { Option } from "../dialogue/question.ts";
import { OutboxBody, type OutboxDraft } from "../outbox/body.ts";
import { Card, type CardDraft } from "../wecom/card.ts";
import { buttonKeyOf, taskIdOf } from "../wecom/card-handle.ts";
import { ASK_TITLE, ECHO_TITLE, numberedLabel, SUBMIT_LABEL } from "../wording/card-words.ts";
import { ballotPress, pressOf, type TalkTap } from "./tap-press.ts";

/** What a reply is: its words, what one can tap beneath them, and its own name, unique in the outbox. */
export type Reply = Readonly<{ name: string; text: string }>;
export type TapButton = Readonly<{ label: string; tap: TalkTap }>;

const MOST_BUTTONS = 6;
const BUTTON_LABEL = 10;
const BALLOT_LABEL = 17;
const TITLE = 36;
const AREA = 160;

/** The reply with buttons; as plain text where it is longer than a card shows, for no figure may be folded out of sight. */
export function withButtons({ name, text }: Reply, buttons: readonly TapButton[]): OutboxDraft {
  const shown = areasOf(text, ECHO_TITLE);
  return cardOr(text, shown && buttonsCard(`echo-${name}`, shown, buttons));
}

/** A question with its choices to tap: `sentence` is the question alone, `text` has the choices numbered. */
export function withChoices(
  { name, text, sentence }: Reply & Readonly<{ sentence: string }>,
  question: string,
  options: readonly Option[],
): OutboxDraft {
  const isShort = options.every(({ label }) => lengthOf(label) <= BUTTON_LABEL);
  const isBallot = options.length > MOST_BUTTONS || !isShort;
  if (isBallot && options.every(({ label }) => lengthOf(label) <= BALLOT_LABEL))
    return cardOr(text, ballotCard(`ask-${name}`, sentence, question, options));
  const shown = areasOf(isShort ? sentence : text, ASK_TITLE);
  const buttons = options.map(({ key, label }, place) => ({
    label: isShort ? label : numberedLabel(place),
    tap: { tap: "option", question, key } as const,
  }));
  return cardOr(text, shown && options.length <= MOST_BUTTONS ? buttonsCard(`ask-${name}`, shown, buttons) : undefined);
}

/** What stands on a pressed card of the AI bot, whose cards are replaced whole. */
export function stampedCard(taskId: string, text: string, stamp: string): CardDraft | undefined {
  const shown = areasOf(text, ECHO_TITLE);
  const buttons = [{ does: "call", text: stamp.slice(0, BUTTON_LABEL), key: "done" }] as const;
  const card = { kind: "buttons", taskId, ...(shown ?? { title: ECHO_TITLE }), buttons: [...buttons], replaced: stamp };
  return Card.safeParse(card).data;
}

type Areas = Readonly<{ title: string; quote?: Readonly<{ text: string }>; subtitle?: string }>;
const lengthOf = (text: string): number => [...text].length;

/** The words over a card's areas, whole lines in order; `undefined` when they are too many. */
function areasOf(text: string, title: string): Areas | undefined {
  const [first = "", ...others] = text.split("\n").filter((line) => line !== "");
  const isTitle = lengthOf(first) <= TITLE;
  const lines = isTitle ? others : [first, ...others];
  const head = { title: isTitle ? first : title };
  const whole = lines.join("\n");
  if (whole === "") return head;
  if (lengthOf(whole) <= AREA) return { ...head, subtitle: whole };
  let taken = 0;
  while (lengthOf(lines.slice(0, taken + 1).join("\n")) <= AREA) taken += 1;
  const subtitle = lines.slice(taken).join("\n");
  if (taken === 0 || lengthOf(subtitle) > AREA) return undefined;
  return { ...head, quote: { text: lines.slice(0, taken).join("\n") }, subtitle };
}

const buttonsCard = (name: string, shown: Areas, buttons: readonly TapButton[]): CardDraft => ({
  kind: "buttons",
  taskId: taskIdFor(name),
  ...shown,
  buttons: buttons.map(({ label, tap }, place) => ({
    does: "call",
    text: label,
    key: buttonKeyOf(pressOf(tap)),
    style: place === 0 ? "main" : "plain",
  })),
});

const ballotCard = (name: string, sentence: string, question: string, options: readonly Option[]): CardDraft => ({
  kind: "vote",
  taskId: taskIdFor(name),
  title: ASK_TITLE,
  text: sentence,
  ballot: { key: "choice", many: false, options: options.map(({ key, label }) => ({ id: key, text: label })) },
  submit: { text: SUBMIT_LABEL, key: buttonKeyOf(ballotPress(question)) },
});

/** A name is the message's own, so the same reply has the same id and no other ever has it. */
const taskIdFor = (name: string): string =>
  taskIdOf({
    about: "talk",
    id: createHash("sha256").update(name).digest("hex").slice(0, 40),
    revision: 0,
    sending: "1",
  });

/** Every limit of the platform is proved before the card is written anywhere. */
function cardOr(text: string, draft: CardDraft | undefined): OutboxDraft {
  const body = OutboxBody.safeParse({ kind: "card", card: draft, otherwise: text }).data;
  return body ?? { kind: "text", content: text };
}
