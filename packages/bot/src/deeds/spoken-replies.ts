import type { Step } from "../dialogue/turn.ts";
import type { OutboxDraft } from "../outbox/body.ts";
import { CHANGE_LABEL, UNDO_LABEL } from "../wording/card-words.ts";
import { askingWords, type Context } from "../wording/say-words.ts";
import { type TapButton, withButtons, withChoices } from "./reply-card.ts";

/**
 * The messages a turn is answered with: what was done, with 撤销 and 修改 beneath it, and the question that waits, with
 * its choices. A turn that offers nothing to tap is one text.
 * @param words what each saying of the step is in words, in order.
 */
export function repliesOf(source: string, step: Step, words: readonly string[], context: Context): OutboxDraft[] {
  const last = step.say.at(-1);
  const asked = last && (last.say === "ask" || last.say === "still-waiting") ? last : undefined;
  const isTappable = asked !== undefined && asked.id !== null && asked.question.options.length > 0;
  const told = isTappable ? words.slice(0, -1) : words;
  const buttons = echoButtons(source, step);
  const echo = told.join("\n\n");
  const replies: OutboxDraft[] = [];
  if (echo !== "" && buttons.length > 0) replies.push(withButtons({ name: source, text: echo }, buttons));
  else if (echo !== "") replies.push({ kind: "text", content: echo });
  if (isTappable && asked.id !== null) {
    const text = words.at(-1) ?? "";
    const sentence = askingWords(asked, context);
    replies.push(withChoices({ name: source, text, sentence }, asked.id, asked.question.options));
  }
  return replies;
}

/** What can be taken back or mended by a tap: only the deeds of this very message. */
function echoButtons(source: string, { say, next }: Step): readonly TapButton[] {
  const [done] = next.done;
  if (done?.source !== source) return [];
  const says = (name: (typeof say)[number]["say"]) => say.some((saying) => saying.say === name);
  const undo = { label: UNDO_LABEL, tap: { tap: "undo", source, version: 0 } } as const;
  const change = { label: CHANGE_LABEL, tap: { tap: "change", source, version: 0 } } as const;
  if (says("kept")) return [undo, change];
  return says("corrected") && done.corrected.length > 0 ? [undo] : [];
}
