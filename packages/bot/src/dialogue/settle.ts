import type { Meaning } from "../utterance/meaning.ts";
import type { Pending } from "./conversation.ts";
import { settleBatch } from "./settle-batch.ts";
import { settleCard, settleDenied } from "./settle-card.ts";
import { settleCase, settleDecision, settleOutcome, settleStep } from "./settle-case.ts";
import { settleChange } from "./settle-change.ts";
import { settleRecord, settleReopening, settleYear } from "./settle-choice.ts";
import { settleCompletion } from "./settle-completion.ts";
import { settleDraft } from "./settle-draft.ts";
import { settleOverlap } from "./settle-overlap.ts";
import { settleSection } from "./settle-section.ts";
import type { Work } from "./work.ts";

/**
 * Takes the message (or the tapped `key`) as the answer to a waiting matter. False: it is no answer to it, and nothing
 * was changed.
 */
export function settle(
  work: Work,
  pending: Pending,
  key: string | undefined,
  hear: (work: Work, meaning: Meaning) => void,
): boolean {
  switch (pending.at) {
    case "draft":
      return settleDraft(work, pending, key, hear);
    case "card":
      return settleCard(work, pending, key);
    case "denied":
      return settleDenied(work, pending);
    case "batch":
      return settleBatch(work, pending, key, hear);
    case "overlap":
      return settleOverlap(work, pending, key);
    case "correct-what":
      return settleChange(work, pending, hear);
    case "which-section":
      return settleSection(work, pending, key);
    case "which-record":
      return settleRecord(work, pending, key);
    case "which-case":
    case "which-case-for-step":
      return settleCase(work, pending, key);
    case "which-step":
      return settleStep(work, pending, key);
    case "which-outcome":
      return settleOutcome(work, pending, key);
    case "which-decision":
      return settleDecision(work, pending, key);
    case "result-row":
    case "lawsuit-route":
    case "lawsuit-original":
      return settleCompletion(work, pending, key);
    case "which-year":
      return settleYear(work, pending, key);
    case "reopening":
      return settleReopening(work, pending, key);
    default:
      return pending satisfies never;
  }
}
