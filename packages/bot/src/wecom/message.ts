import { z } from "zod";
import { EVENTS } from "./event.ts";
import { messageBase } from "./message-base.ts";
import { SAID } from "./said.ts";

/** A type this version has no name for: logged, and answered with what is supported. */
const Unknown = z.strictObject({
  ...messageBase,
  kind: z.literal("unknown"),
  /** MsgType, and the Event or ChangeType when it is one. */
  type: z.string(),
  event: z.string(),
});

/** One proved and decrypted message or event as a typed value: plain JSON, stored as it is. */
export const WecomMessage = z.discriminatedUnion("kind", [...SAID, ...EVENTS, Unknown]);
export type WecomMessage = z.infer<typeof WecomMessage>;
export type WecomMessageOf<K extends WecomMessage["kind"]> = Extract<WecomMessage, { kind: K }>;
