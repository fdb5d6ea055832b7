import { z } from "zod";

const BotSecrets = {
  id: z.string().min(1),
  name: z.string().default("智能机器人"),
  /** Off: the creator is no super admin, so the bot sees encrypted userids. */
  plainUserIds: z.boolean().default(true),
};

/** An AI bot is in one of two modes; switching to one invalidates the other. */
export const BotOptions = z.discriminatedUnion("mode", [
  z.strictObject({ ...BotSecrets, mode: z.literal("socket"), secret: z.string().min(1) }),
  z.strictObject({
    ...BotSecrets,
    mode: z.literal("callback"),
    token: z.string().regex(/^[A-Za-z0-9]{1,32}$/, "must be 1 to 32 letters and digits"),
    aesKey: z.string().regex(/^[A-Za-z0-9]{43}$/, "must be exactly 43 letters and digits"),
    callbackUrl: z.url().optional(),
  }),
]);
export type BotSettings = z.output<typeof BotOptions>;

/** A group's message push (群机器人): whoever knows the key may post. */
export const WebhookOptions = z.strictObject({ key: z.string().min(1), name: z.string().default("消息推送") });
