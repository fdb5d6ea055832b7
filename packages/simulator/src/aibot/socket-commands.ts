import type { JsonFields } from "../api/json-fields.ts";
import { openUserId } from "../api/members.ts";
import type { Platform } from "../platform.ts";
import { type Refusal, refusal } from "./bot-errcodes.ts";
import type { Bot } from "./bot-options.ts";
import { applyReply } from "./bot-reply.ts";
import { memberKnownAs, speak } from "./bot-speech.ts";
import type { Chat, Exchange } from "./exchange.ts";
import type { UploadAnswer, Uploads } from "./socket-upload.ts";

/** A frame of a subscribed bot. */
export type Frame = Readonly<{ platform: Platform; uploads: Uploads; bot: Bot; reqId: string; body: JsonFields }>;
type Answer = Refusal | UploadAnswer | undefined;

/** Answers what this req_id stands for; each command answers exchanges of its own kinds. */
const respond =
  (...kinds: readonly Exchange["kind"][]) =>
  ({ platform, bot, reqId, body }: Frame): Answer => {
    const exchange = platform.exchanges.find(reqId);
    if (!exchange || exchange.bot.id !== bot.id) return refusal(846605, `req_id ${reqId}`);
    if (!kinds.includes(exchange.kind)) return refusal(846605, `this command does not answer a ${exchange.kind}`);
    if (platform.clock.now() - exchange.at >= platform.switches.replyWindowMs) return refusal(846604, "too late");
    return applyReply({ platform, exchange, body });
  };

/** A bot may speak first where somebody has spoken to it before. [101463] */
function push({ platform, bot, body }: Frame): Answer {
  const chat = chatOf(platform, body);
  if (!chat) return refusal(93006, "chatid");
  if (chat.type === "group" && !chat.group.bots.includes(bot.id)) return refusal(93001, "chatid");
  if (!platform.exchanges.hasSpoken(bot, chat)) return refusal(846607, "nobody has written to the bot here");
  return speak({ platform, bot, chat, body });
}

/** `chatid` is a group's, or a member's userid; `chat_type` says which, and may be left out. */
function chatOf(platform: Platform, body: JsonFields): Chat | undefined {
  const [chatid, type] = [body.text("chatid") ?? "", body.integer("chat_type")];
  const group = type === 1 ? undefined : platform.bots.group(chatid);
  const member = group || type === 2 ? undefined : memberKnownAs(platform, openUserId, chatid);
  return group ?? (member && { type: "single", userid: member.userid });
}

/** What a subscribed bot may send. [101463] */
export const COMMANDS: ReadonlyMap<string, (frame: Frame) => Answer> = new Map<string, (frame: Frame) => Answer>([
  ["ping", () => undefined],
  ["aibot_respond_msg", respond("message")],
  ["aibot_respond_welcome_msg", respond("enter")],
  ["aibot_respond_update_msg", respond("card-click")],
  ["aibot_send_msg", push],
  ["aibot_upload_media_init", ({ uploads, bot, body }) => uploads.start(bot, body)],
  ["aibot_upload_media_chunk", ({ uploads, bot, body }) => uploads.chunk(bot, body)],
  ["aibot_upload_media_finish", ({ uploads, bot, body }) => uploads.finish(bot, body)],
]);
