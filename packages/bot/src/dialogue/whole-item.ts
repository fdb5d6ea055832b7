import type { Draft, Item } from "../utterance/meaning.ts";

/** A draft with nothing left to ask, as an item; `undefined` while a slot it needs is open. */
export function wholeItem(draft: Draft): Item | undefined {
  const { indicator, quantity, period } = draft;
  if (draft.asks.length > 0 || !indicator || !quantity || !period) return undefined;
  return {
    indicator,
    quantity,
    period,
    channel: draft.channel ?? null,
    nil: draft.nil ?? false,
    applicant: draft.applicant ?? null,
    via: draft.via ?? null,
    outcome: draft.outcome ?? null,
    who: draft.who ?? null,
    subject: draft.subject ?? null,
    actor: draft.actor ?? null,
    section: draft.section ?? null,
    text: draft.text,
  };
}

/** Slots a draft lacks although its questions were answered: asked in plain words rather than guessed. */
export function lackOf({ indicator, quantity }: Draft): "indicator" | "quantity" | "period" {
  if (!indicator) return "indicator";
  return quantity ? "period" : "quantity";
}
