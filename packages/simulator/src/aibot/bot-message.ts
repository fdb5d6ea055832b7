import { openUserId } from "../api/members.ts";
import type { Selected } from "../callback/inner-event.ts";
import { SAMPLES } from "../callback/sample-media.ts";
import type { Platform } from "../platform.ts";
import type { Bot } from "./bot-options.ts";
import type { Exchange } from "./exchange.ts";

/** What a member can say to an AI bot. Voice arrives as its transcript. [100719] */
export type SaidToBot =
  | Readonly<{ msgtype: "text"; content: string; quote?: string }>
  | Readonly<{ msgtype: "voice"; transcript: string }>
  | Readonly<{ msgtype: "image" | "file" | "video"; bytes?: Buffer; filename?: string }>
  | Readonly<{ msgtype: "mixed"; items: readonly (Readonly<{ text: string }> | Readonly<{ image: Buffer }>)[] }>;

type Told = Readonly<{ platform: Platform; exchange: Exchange }>;

/** The id under which the bot knows a member. */
export const idForBot = ({ corp }: Platform, bot: Bot, userid: string): string =>
  bot.plainUserIds ? userid : openUserId(corp, userid);

/** What every message and event begins with. */
export function headFor({ platform, exchange }: Told) {
  const { msgid, bot, chat, userid } = exchange;
  return {
    msgid,
    aibotid: bot.id,
    ...(chat.type === "group" ? { chatid: chat.group.chatid } : {}),
    chattype: chat.type,
    from: { userid: idForBot(platform, bot, userid) },
  };
}

/** A file's address, with its own key where the bot has no callback key. */
function sealed({ platform, exchange }: Told, bytes: Buffer, filename: string) {
  const { url, aeskey } = platform.files.seal(exchange.bot, bytes, filename);
  return { url, ...(aeskey === undefined ? {} : { aeskey }) };
}

/** The body of a message, without the address for a later answer. [100719] */
export function messageBody(told: Told, said: SaidToBot): Readonly<Record<string, unknown>> {
  const head = { ...headFor(told), msgtype: said.msgtype };
  const { bot, chat } = told.exchange;
  switch (said.msgtype) {
    case "text": {
      const mention = chat.type === "group" ? `@${bot.name} ` : "";
      const quote = said.quote === undefined ? {} : { quote: { msgtype: "text", text: { content: said.quote } } };
      return { ...head, text: { content: `${mention}${said.content}` }, ...quote };
    }
    case "voice":
      return { ...head, voice: { content: said.transcript } };
    case "mixed": {
      const msg_item = said.items.map((item) =>
        "text" in item
          ? { msgtype: "text", text: { content: item.text } }
          : { msgtype: "image", image: sealed(told, item.image, "image.png") },
      );
      return { ...head, mixed: { msg_item } };
    }
    default: {
      const { bytes = SAMPLES[said.msgtype].bytes, filename = SAMPLES[said.msgtype].filename } = said;
      return { ...head, [said.msgtype]: sealed(told, bytes, filename) };
    }
  }
}

type BotEvent = Readonly<{ eventtype: string } & Record<string, unknown>>;

export function eventBody(told: Told, event: BotEvent): Readonly<Record<string, unknown>> {
  const create_time = Math.floor(told.exchange.at / 1000);
  return { ...headFor(told), create_time, msgtype: "event", event };
}

export type BotClick = Readonly<{ cardType: string; key: string; taskId: string; selected: Selected }>;

export function clickEvent({ cardType, key, taskId, selected }: BotClick): BotEvent {
  const selected_item = Object.entries(selected).map(([question_key, option_id]) => ({
    question_key,
    option_ids: { option_id },
  }));
  return {
    eventtype: "template_card_event",
    template_card_event: { card_type: cardType, event_key: key, task_id: taskId, selected_items: { selected_item } },
  };
}
