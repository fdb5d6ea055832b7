import { z } from "zod";

/**
 * How a message to the AI bot may be answered in its place: `message` and `welcome` by a frame, `click` only by updating
 * the card, `address` by one POST. The handle is never shown and never logged.
 */
export const AnswerHandle = z.strictObject({
  as: z.enum(["message", "welcome", "click", "address"]),
  handle: z.string().min(1),
  /** Epoch milliseconds: an answer that comes too late is thrown away in silence. */
  since: z.int(),
});
export type AnswerHandle = z.infer<typeof AnswerHandle>;

/** Which door of the platform a message came through, and where an answer goes. */
export const Door = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("app"), agent: z.string() }),
  z.strictObject({
    kind: z.literal("ai-bot"),
    bot: z.string(),
    /** Set in a group, where the robot was @-mentioned. */
    group: z.string().nullable(),
    answer: AnswerHandle.nullable(),
  }),
]);
export type Door = z.infer<typeof Door>;

/** What every message and event carries (document/path/90239). */
export const messageBase = {
  corp: z.string().min(1),
  door: Door,
  /** Member id as the platform wrote it; ids compare without regard to case. `sys` for the platform itself. */
  from: z.string().min(1),
  /** Epoch milliseconds; the platform gives whole seconds. */
  sentAt: z.int().nonnegative(),
};

/** Opaque: clients since 5.0 send base64-looking ids where the page says integer. */
export const saidBase = { ...messageBase, id: z.string().min(1) };
