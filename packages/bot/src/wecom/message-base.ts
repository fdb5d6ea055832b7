import { z } from "zod";

/** Which door of the platform a message came through, and where an answer goes. */
export const Door = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("app"), agent: z.string() }),
  z.strictObject({
    kind: z.literal("ai-bot"),
    bot: z.string(),
    /** Set in a group, where the robot was @-mentioned. */
    group: z.string().nullable(),
    /** Handle of the passive answer: the frame's req_id or the response address. Never shown, never logged. */
    answer: z.string().nullable(),
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
