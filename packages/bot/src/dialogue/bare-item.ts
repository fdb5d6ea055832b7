import type { Item } from "../utterance/meaning.ts";

/** What an item leaves open when nothing was said of it but its work, figure and period. */
export const BARE_ITEM = {
  channel: null,
  nil: false,
  applicant: null,
  via: null,
  outcome: null,
  who: null,
  subject: null,
  actor: null,
  section: null,
} as const satisfies Omit<Item, "indicator" | "quantity" | "period" | "text">;
