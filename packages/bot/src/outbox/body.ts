import { z } from "zod";
import type { NewOutboxRow } from "../store/outbox-port.ts";
import { Card } from "../wecom/card.ts";
import { Door } from "../wecom/message-base.ts";
import { TEXT_LIMIT } from "../wecom/message-send.ts";
import { splitText } from "./split.ts";

/**
 * Small JSON from which the bytes of a file or picture are made when it is sent: `{ "kind": "report", "year": 2025 }`.
 * The row stays small, and what arrives is as the ledger stands at that moment.
 */
export const Making = z.looseObject({ kind: z.string().min(1) });
export type Making = z.infer<typeof Making>;

/** The handle on a card somebody has: from a click on it, or from the outbox row that sent it. */
export const CardHandle = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("click"), code: z.string().min(1), mintedAt: z.int() }),
  z.strictObject({ from: z.literal("row"), key: z.string().min(1) }),
]);
export type CardHandle = z.infer<typeof CardHandle>;

/** Where it is said: the door somebody's message came through; the app's own chat when left out. */
const door = Door.optional();

const UTF8 = new TextEncoder();
/** Fits one message: it is never split. */
const OneMessage = z
  .string()
  .min(1)
  .refine((text) => UTF8.encode(text).length <= TEXT_LIMIT, `longer than ${TEXT_LIMIT} bytes`);

/** What one outbox row says; stored as JSON. */
export const OutboxBody = z.discriminatedUnion("kind", [
  z.strictObject({ door, kind: z.literal("text"), content: z.string().min(1) }),
  z.strictObject({ door, kind: z.literal("markdown"), content: z.string().min(1) }),
  z.strictObject({ door, kind: z.literal("file"), make: Making }),
  z.strictObject({ door, kind: z.literal("image"), make: Making }),
  z.strictObject({
    door,
    kind: z.literal("card"),
    card: Card,
    /** Said where the platform takes no cards; the card's own words with numbered replies when left out. */
    otherwise: OneMessage.optional(),
  }),
  z.strictObject({
    door,
    kind: z.literal("card-update"),
    handle: CardHandle,
    /** The greyed button's text, or a whole new card. */
    face: z.union([z.strictObject({ replaceName: z.string().min(1).max(30) }), z.strictObject({ card: Card })]),
    /** Said when the card can no longer be updated; null when nothing need be said then. */
    otherwise: z.string().min(1).nullable(),
  }),
]);
export type OutboxBody = z.infer<typeof OutboxBody>;
/** What a caller writes; what a card leaves out gets its default. */
export type OutboxDraft = z.input<typeof OutboxBody>;

/** One thing to be said to one person. */
export type Saying = Readonly<{
  organ: string;
  /** The same thing said again has the same key. */
  key: string;
  to: string;
  body: OutboxDraft;
  /** Epoch milliseconds before which it is not sent; at once when left out. */
  notBefore?: number;
}>;

/** The rows of a saying, in order. A long text becomes several, each within the platform's limit and sent once. */
export function outboxRows({ organ, key, to, body, notBefore = 0 }: Saying): NewOutboxRow[] {
  const row = (part: OutboxDraft, suffix: string): NewOutboxRow => ({
    organ,
    key: `${key}${suffix}`,
    to: to.toLowerCase(),
    body: JSON.stringify(OutboxBody.parse(part)),
    notBefore,
  });
  if (body.kind !== "text" && body.kind !== "markdown") return [row(body, "")];
  const parts = splitText(body.content);
  return parts.map((content, at) => row({ ...body, content }, parts.length === 1 ? "" : `#${at + 1}`));
}
