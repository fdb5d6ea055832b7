import type { Card } from "./card.ts";
import type { CardFace } from "./card-update.ts";
import type { MediaShelf } from "./media-upload.ts";
import type { Content, SendOptions, Sent } from "./message-send.ts";

/** A mouth: the self-built app, or the AI bot where somebody spoke to it. The outbox does not care which. */
export type Speaker = Readonly<{
  agentId: string;
  /** The group it speaks into; null is the member's own chat. Limits are counted by it. */
  room: string | null;
  send: (to: string, content: Content, options?: SendOptions) => Promise<Sent>;
  media: MediaShelf;
  /** False when the code no longer updates anything. */
  updateCard: (member: string, code: string, face: CardFace) => Promise<boolean>;
  /** `undefined` for a card this mouth would show cut off: then the same is said as text. */
  cardJson: (card: Card) => Readonly<Record<string, unknown>> | undefined;
}>;
