import { randomUUID } from "node:crypto";
import { type Logger, WSClient, type WsFrame } from "@wecom/aibot-node-sdk";
import { z } from "zod";
import { WecomError } from "../wecom-error.ts";

export const PUBLIC_SOCKET = "wss://openws.work.weixin.qq.com";

export type BotKeys = Readonly<{ botId: string; secret: string; wsUrl: string; ca?: string | undefined }>;

/** One authenticated connection, from its birth to its end; it never reconnects by itself. */
export type BotLink = Readonly<{
  /** Answers a frame that came in, by its req_id. */
  reply: (reqId: string, cmd: ReplyCommand, body: object) => Promise<void>;
  /** Speaks unasked: to a member, or into a group. */
  push: (chat: BotChat, body: object) => Promise<void>;
  upload: (type: "file" | "image", name: string, bytes: Uint8Array) => Promise<string>;
  /** Resolves when it is over: `kicked` by another connection of the same bot, or `lost`. */
  ended: Promise<"kicked" | "lost">;
  close: () => void;
}>;
export type BotChat = Readonly<{ id: string; isGroup: boolean }>;
export type ReplyCommand = "aibot_respond_msg" | "aibot_respond_welcome_msg" | "aibot_respond_update_msg";
export type BotFrame = Readonly<{ reqId: string; body: unknown }>;

/** The SDK would write whole message bodies; what happens to a link is told by its owner. */
const SILENT: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const Kicked = z.looseObject({ event: z.looseObject({ eventtype: z.literal("disconnected_event") }) });
const Refusal = z.looseObject({ errcode: z.number(), errmsg: z.string().default("") });
/** 0 stops the SDK at once: its own reconnecting gives up after ten tries, and never comes back after being kicked. */
const NEVER = 0;
const PUSH = "aibot_send_msg";
const SINGLE = 1;
const GROUP = 2;

/**
 * The official SDK frames, acknowledges and keeps the heart beating. Living with its faults: it hangs for ever when the
 * subscription is not answered, so the caller bounds that with `signal`; it rejects with frames that are no errors, so
 * these become ours; it reconnects until it does not, so it is not asked to.
 */
export function openBotLink(keys: BotKeys, onFrame: (frame: BotFrame) => void, signal: AbortSignal): Promise<BotLink> {
  const client = new WSClient({
    botId: keys.botId,
    secret: keys.secret,
    wsUrl: keys.wsUrl,
    maxReconnectAttempts: NEVER,
    maxAuthFailureAttempts: NEVER,
    logger: SILENT,
    ...(keys.ca !== undefined && { wsOptions: { ca: keys.ca } }),
  });
  let isKicked = false;
  const take = ({ headers, body }: WsFrame<unknown>) => {
    isKicked ||= Kicked.safeParse(body).success;
    if (!isKicked) onFrame({ reqId: headers.req_id, body });
  };
  client.on("message", take);
  client.on("event", take);
  return new Promise((resolve, reject) => {
    const fail = (detail: string) => {
      client.disconnect();
      reject(new WecomError("UNREACHABLE", { api: "aibot_subscribe", detail }));
    };
    let end: (how: "kicked" | "lost") => void = () => fail("the connection closed");
    signal.addEventListener("abort", () => fail("the subscription was not answered"), { once: true });
    client.on("error", () => undefined); // its end follows, and says so
    client.on("disconnected", () => end(isKicked ? "kicked" : "lost"));
    client.on("authenticated", () => {
      const ended = new Promise<"kicked" | "lost">((done) => {
        end = done;
      });
      resolve(linkOf(client, ended, () => end("lost")));
    });
    client.connect();
  });
}

function linkOf(client: WSClient, ended: BotLink["ended"], lose: () => void): BotLink {
  return {
    async reply(reqId, cmd, body) {
      await acknowledged(cmd, client.reply({ headers: { req_id: reqId } }, body, cmd));
    },
    async push({ id, isGroup }, body) {
      const whole = { chatid: id, chat_type: isGroup ? GROUP : SINGLE, ...body };
      await acknowledged(PUSH, client.reply({ headers: { req_id: `${PUSH}_${randomUUID()}` } }, whole, PUSH));
    },
    async upload(type, filename, bytes) {
      const media = client.uploadMedia(Buffer.from(bytes), { type, filename });
      return (await acknowledged("aibot_upload_media", media)).media_id;
    },
    ended,
    close() {
      client.disconnect();
      lose();
    },
  };
}

/** A refused frame rejects with the frame itself, a lost one with an error of no kind. */
async function acknowledged<T>(api: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (reason) {
    const refusal = Refusal.safeParse(reason).data;
    if (refusal) throw new WecomError("REFUSED", { api, errcode: refusal.errcode, detail: refusal.errmsg });
    throw new WecomError("UNREACHABLE", { api, detail: reason instanceof Error ? reason.message : "" });
  }
}
