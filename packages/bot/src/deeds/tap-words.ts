import type { Conversation } from "../dialogue/conversation.ts";
import { isLedgerPlan } from "../dialogue/plan.ts";
import type { Step, Tap } from "../dialogue/turn.ts";
import {
  CHANGE_LABEL,
  CHANGING_STAMP,
  chosenStamp,
  MONTH_LABELS,
  NOT_DONE_STAMP,
  PRESSED_BEFORE_STAMP,
  UNDO_LABEL,
  UNDONE_STAMP,
} from "../wording/card-words.ts";

const optionLabel = ({ pending }: Conversation, question: string, key: string): string | undefined =>
  pending.find(({ id }) => id === question)?.question.options.find((option) => option.key === key)?.label;

/** What a tapped button says, as if it had been typed: the words behind a record show it. */
export function tapWords(tap: Tap, state: Conversation): string {
  switch (tap.tap) {
    case "option":
      return optionLabel(state, tap.question, tap.key) ?? "";
    case "change":
      return CHANGE_LABEL;
    case "month":
      return MONTH_LABELS[tap.does];
    default:
      return UNDO_LABEL;
  }
}

/** What stands on the pressed card afterwards. */
export function stampOf(tap: Tap, before: Conversation, { say, plans }: Step): string {
  if (say.some((saying) => saying.say === "stale-tap")) return PRESSED_BEFORE_STAMP;
  if (tap.tap === "option") {
    const label = optionLabel(before, tap.question, tap.key);
    return label === undefined ? PRESSED_BEFORE_STAMP : chosenStamp(label).slice(0, 30);
  }
  if (tap.tap === "change") return CHANGING_STAMP;
  if (tap.tap === "month" && tap.does === "fill") return chosenStamp(MONTH_LABELS.fill);
  if (tap.tap === "month") return plans.some(isLedgerPlan) ? chosenStamp(MONTH_LABELS.nothing) : NOT_DONE_STAMP;
  return plans.some(isLedgerPlan) ? UNDONE_STAMP : NOT_DONE_STAMP;
}
