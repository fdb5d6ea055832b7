import { z } from "zod";

const BotIdentity = {
  id: z.string().min(1),
  name: z.string().default("智能机器人"),
  /** Off: the creator is no super admin, so the bot sees encrypted userids. [101521] */
  plainUserIds: z.boolean().default(true),
};

/** An AI bot is in one of two modes; switching to one invalidates the other. [101039] */
export const BotOptions = z.discriminatedUnion("mode", [
  z.strictObject({ ...BotIdentity, mode: z.literal("socket"), secret: z.string().min(1) }),
  z.strictObject({
    ...BotIdentity,
    mode: z.literal("callback"),
    token: z.string().regex(/^[A-Za-z0-9]{1,32}$/, "must be 1 to 32 letters and digits"),
    aesKey: z.string().regex(/^[A-Za-z0-9]{43}$/, "must be exactly 43 letters and digits"),
    callbackUrl: z.url().optional(),
  }),
]);
export type Bot = z.output<typeof BotOptions>;
export type CallbackBot = Extract<Bot, { mode: "callback" }>;

/** A group chat with bots in it; they hear what mentions them. */
export const GroupOptions = z.strictObject({
  chatid: z.string().min(1),
  name: z.string(),
  members: z.array(z.string()).min(1),
  bots: z.array(z.string()).default([]),
});
export type Group = z.output<typeof GroupOptions>;

/** A group's message push (群机器人): whoever knows the key may post. */
export const WebhookOptions = z.strictObject({
  key: z.string().min(1),
  name: z.string().default("消息推送"),
  /** The group that sees what is posted. */
  chatid: z.string().optional(),
});
