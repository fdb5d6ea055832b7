import { z } from "zod";

const SERVER = /^(postgres|postgresql):$/;
const CACHE = /^rediss?:$/;
const urlOf = (protocol: RegExp, says: string) =>
  z.string().refine((text) => URL.canParse(text) && protocol.test(new URL(text).protocol), says);

/** The environment variables we read; everything else is none of our business. */
export const Environment = z.object({
  DATABASE_URL: urlOf(SERVER, "要写 postgres:// 开头的地址").optional(),
  REDIS_URL: urlOf(CACHE, "要写 redis:// 开头的地址").optional(),
  GONGKAI_DATA: z.string().min(1).optional(),
  GONGKAI_CONFIG: z.string().min(1).optional(),
  WECOM_API_BASE: urlOf(/^https?:$/, "要写 http(s) 地址").optional(),
});
export type Environment = z.infer<typeof Environment>;

const CallbackToken = z.string().regex(/^[A-Za-z0-9]{1,32}$/, "要是 32 位以内的字母和数字");
const AesKey = z.string().regex(/^[A-Za-z0-9]{43}$/, "要正好是 43 位字母和数字");

/** WeCom credentials of one organ, proved to have the documented shape. */
export const Credentials = z.strictObject({
  corpId: z.string().regex(/^[A-Za-z0-9_-]{4,64}$/, "企业编号的样子不对"),
  agentId: z.string().regex(/^\d{1,10}$/, "应用编号要是数字"),
  secret: z.string().min(8, "应用密钥太短，请核对是否复制完整"),
  token: CallbackToken,
  aesKey: AesKey,
});
export type Credentials = z.infer<typeof Credentials>;

const BotId = z.string().regex(/^[A-Za-z0-9_-]{4,128}$/, "智能机器人编号的样子不对");
/** An AI bot's keys: those of its mode. */
export const AiBotKeys = z.discriminatedUnion("mode", [
  z.strictObject({
    mode: z.literal("websocket"),
    botId: BotId,
    secret: z.string().min(8, "智能机器人密钥太短，请核对是否复制完整"),
  }),
  z.strictObject({ mode: z.literal("callback"), botId: BotId, token: CallbackToken, aesKey: AesKey }),
]);
export type AiBotKeys = z.infer<typeof AiBotKeys>;
