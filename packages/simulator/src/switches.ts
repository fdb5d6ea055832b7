import { z } from "zod";

/**
 * Points the platform's documents leave open, or on which installations differ. A product should
 * work under every setting; the defaults are the harsher or the better attested reading.
 */
export const SwitchOptions = z.strictObject({
  /** What an expired access token answers; both are seen in the wild. */
  expiredAs: z.union([z.literal(42001), z.literal(40014)]).default(42001),
  /** What a token of another app answers. */
  agentMismatch: z.union([z.literal(301002), z.literal(40014)]).default(301002),
  /** `expires_in` of a repeated gettoken. */
  tokenLifeShown: z.enum(["full", "remaining"]).default("full"),
  /** A second card with a task_id already used. */
  duplicateTaskId: z.enum(["refuse", "accept"]).default("refuse"),
  /** Markdown over 2048 bytes. */
  longMarkdown: z.enum(["refuse", "cut"]).default("refuse"),
  /** Whom a response_code from a click can update. */
  clickCodeReaches: z.enum(["clicker", "receivers"]).default("clicker"),
  /** A send suppressed by enable_duplicate_check. */
  duplicateSend: z.enum(["same-msgid", "new-msgid"]).default("same-msgid"),
  /** Whether an answer other than 200 is delivered again. */
  retryOnNon200: z.boolean().default(true),
  /** Whether a retry is encrypted anew or repeats the same bytes. */
  resend: z.enum(["fresh", "identical"]).default("fresh"),
  /** Whether a passive card in answer to a card click takes effect. */
  passiveCardReply: z.enum(["ignore", "apply"]).default("ignore"),
  /** Private installations: off answers 40008 to cards, 40008 to recall. */
  cards: z.boolean().default(true),
  recall: z.boolean().default(true),
  /** Over the webhook's twenty a minute. */
  webhookOverLimit: z.union([z.literal(45009), z.literal(45033)]).default(45009),
  /** First index of an uploaded chunk over the AI bot's socket. */
  chunkIndexBase: z.union([z.literal("either"), z.literal(0), z.literal(1)]).default("either"),
  /** Life of a stream over the AI bot's socket, from its first frame. */
  streamLifeMs: z.int().positive().default(600_000),
  /** A frame for a stream that is over: refused with 846608, or acknowledged and thrown away. */
  expiredStream: z.enum(["refuse", "discard"]).default("refuse"),
  /** How long the req_id of a message can be answered. */
  replyWindowMs: z.int().positive().default(86_400_000),
});

export type Switches = z.output<typeof SwitchOptions>;
