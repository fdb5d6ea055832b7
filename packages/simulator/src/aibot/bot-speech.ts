import type { JsonFields } from "../api/json-fields.ts";
import type { Platform } from "../platform.ts";
import { userKey } from "../state/directory.ts";
import { MEDIA_TYPES } from "../state/media-store.ts";
import type { Fields, Message } from "../state/timeline.ts";
import { byteLength } from "../wire/byte-limit.ts";
import { newBotCardFault } from "./bot-card.ts";
import { type Refusal, refusal } from "./bot-errcodes.ts";
import type { Bot } from "./bot-options.ts";
import { audienceOf, type Chat, conversationOf } from "./exchange.ts";

/** Bytes of UTF-8 in one answer. [101031] */
export const LONGEST = 20_480;
/** Replies and pushes together, in one conversation. [101463] */
const LIMITS = [
  [30, 60_000],
  [1000, 3_600_000],
] as const;

export type Speech = Readonly<{ bot: Bot; chat: Chat; msgtype: string; body: Fields; card?: Message["card"] }>;

/** Shows something in every chat of the audience. */
export function show({ timelines }: Platform, { bot, chat, msgtype, body, card }: Speech): readonly Message[] {
  return audienceOf(chat).map((userid) =>
    timelines.add({
      speaker: bot.id,
      from: "product",
      via: "bot",
      userid,
      msgtype,
      body,
      ...(chat.type === "group" ? { chatid: chat.group.chatid } : {}),
      ...(card ? { card: { ...card } } : {}),
    }),
  );
}

/** Counts one more message in a conversation, or refuses it. */
export function spend({ rates, violations }: Platform, bot: Bot, chat: Chat): Refusal | undefined {
  const counter = `bot:${conversationOf(bot, chat)}`;
  if (rates.allows(counter, LIMITS)) {
    rates.add(counter);
    return undefined;
  }
  violations.note("limit-exceeded", `${bot.id}: 30 a minute, 1000 an hour in one conversation`);
  return refusal(846607, "30 a minute, 1000 an hour");
}

type Spoken = Readonly<{ platform: Platform; bot: Bot; chat: Chat; body: JsonFields }>;

/** A whole message, in reply or unasked: markdown, a card, or a file. */
export function speak({ platform, bot, chat, body }: Spoken): Refusal | undefined {
  const msgtype = body.text("msgtype") ?? "";
  if (msgtype === "markdown" || msgtype === "text") return speakWords({ platform, bot, chat, body }, msgtype);
  if (msgtype === "template_card") return speakCard({ platform, bot, chat, body });
  const type = MEDIA_TYPES.find((known) => known === msgtype);
  if (!type) return refusal(40008, `msgtype ${msgtype}`);
  const mediaId = body.object(type)?.text("media_id") ?? "";
  const media = platform.media.get(mediaId);
  if (media?.type !== type) return refusal(40007, "media_id");
  const over = spend(platform, bot, chat);
  if (over) return over;
  const shown = { media_id: mediaId, filename: media.filename, size: media.bytes.length };
  show(platform, { bot, chat, msgtype, body: shown });
  return undefined;
}

function speakWords({ platform, bot, chat, body }: Spoken, msgtype: string): Refusal | undefined {
  const content = body.object(msgtype)?.text("content") ?? "";
  if (content === "") return refusal(40008, `${msgtype}.content is empty`);
  if (byteLength(content) > LONGEST) return refusal(45002, `${byteLength(content)} of ${LONGEST} bytes`);
  const over = spend(platform, bot, chat);
  if (over) return over;
  show(platform, { bot, chat, msgtype, body: { content } });
  return undefined;
}

export function speakCard({ platform, bot, chat, body }: Spoken): Refusal | undefined {
  const card = body.object("template_card");
  if (!card) return refusal(40008, "template_card is missing");
  const fault = newBotCardFault(platform, bot, card) ?? spend(platform, bot, chat);
  if (fault) return fault;
  const taskId = card.text("task_id") ?? "";
  if (taskId !== "") platform.taskIds.add(`${bot.id}:${taskId}`);
  show(platform, {
    bot,
    chat,
    msgtype: "template_card",
    body: card.tree,
    card: { card: card.tree, taskId, updates: 0 },
  });
  return undefined;
}

/** The member behind an id the bot may know in plain or encrypted form. */
export function memberKnownAs(
  { directory, corp }: Platform,
  asBot: (corp: Platform["corp"], userid: string) => string,
  id: string,
) {
  return directory.members().find(({ userid }) => userKey(userid) === userKey(id) || asBot(corp, userid) === id);
}
