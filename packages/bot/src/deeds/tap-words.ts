import type { Conversation } from "../dialogue/conversation.ts";
import { isLedgerPlan } from "../dialogue/plan.ts";
import type { Step, Tap } from "../dialogue/turn.ts";
import {
  CHANGE_LABEL,
  CHANGING_STAMP,
  chosenStamp,
  NOT_DONE_STAMP,
  PRESSED_BEFORE_STAMP,
  UNDO_LABEL,
  UNDONE_STAMP,
} from "../wording/card-words.ts";
import { MONTH_CARD_DONE, monthTapWords } from "../wording/month-card-words.ts";

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
      return monthTapWords(tap.does);
    default:
      return UNDO_LABEL;
  }
}

/** What stands on the pressed card afterwards; null: it can be pressed again. */
export function stampOf(tap: Tap, before: Conversation, { say, plans }: Step): string | null {
  if (say.some((saying) => saying.say === "stale-tap")) return PRESSED_BEFORE_STAMP;
  if (tap.tap === "option") {
    const label = optionLabel(before, tap.question, tap.key);
    return label === undefined ? PRESSED_BEFORE_STAMP : chosenStamp(label).slice(0, 30);
  }
  if (tap.tap === "change") return CHANGING_STAMP;
  if (tap.tap === "month") return plans.some((plan) => plan.do === "attest-nil") ? MONTH_CARD_DONE : null;
  return plans.some(isLedgerPlan) ? UNDONE_STAMP : NOT_DONE_STAMP;
}
