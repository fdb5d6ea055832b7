import { jsonFields } from "../api/json-fields.ts";
import type { Delivery, DeliveryReport } from "../callback/delivery.ts";
import type { Click } from "../callback/member-acts.ts";
import type { Platform } from "../platform.ts";
import type { Member } from "../state/directory.ts";
import { WrongUse } from "../wrong-use.ts";
import type { BotCallbacks } from "./bot-callback.ts";
import { clickEvent, eventBody, messageBody, type SaidToBot } from "./bot-message.ts";
import type { Bot } from "./bot-options.ts";
import type { Chat, Exchange } from "./exchange.ts";
import type { Sockets } from "./sockets.ts";

/** Messages of one member a bot may be answering at a time. [100719] */
const IN_FLIGHT = 3;
export type Feedback = Readonly<{ id: string; type: 1 | 2 | 3; content?: string }>;
export type WhereToBot = Readonly<{ chatid?: string }>;

type Doors = Readonly<{
  platform: Platform;
  sockets: Sockets;
  callbacks: BotCallbacks;
  memberOf: (id: string) => Member;
}>;

/** What members do in their chats with AI bots. */
export function createBotActs({ platform, sockets, callbacks, memberOf }: Doors) {
  const { bots, exchanges, timelines, responseUrls } = platform;

  function botOf(id: string): Bot {
    const bot = bots.get(id);
    if (bot) return bot;
    throw new WrongUse(`There is no bot ${id}; give createSimulator one in bots.`);
  }
  function chatOf(bot: Bot, userid: string, chatid: string | undefined): Chat {
    if (chatid === undefined) return { type: "single", userid };
    const chat = bots.group(chatid);
    if (chat?.type !== "group") throw new WrongUse(`There is no group ${chatid}; give createSimulator one in groups.`);
    if (!chat.group.bots.includes(bot.id)) throw new WrongUse(`Bot ${bot.id} is not in group ${chatid}.`);
    return chat;
  }

  /** Over the socket nothing tells whether it was heard; without a connection it is lost. */
  function tell(exchange: Exchange, body: Readonly<Record<string, unknown>>): Delivery {
    const { bot, msgid, userid, reqId } = exchange;
    if (bot.mode === "callback") {
      const response_url = responseUrls.make(exchange);
      const once = exchange.kind === "card-click";
      return callbacks.push({ bot, exchange, body: { ...body, response_url }, once });
    }
    const cmd = exchange.kind === "message" ? "aibot_msg_callback" : "aibot_event_callback";
    const outcome = sockets.push(bot, { cmd, reqId, body }) ? "accepted" : "no-callback";
    const report: DeliveryReport = {
      id: reqId,
      agentid: bot.id,
      userid,
      msgid,
      outcome,
      attempts: [],
      repeats: [],
      forged: {},
    };
    return { id: reqId, agentid: bot.id, userid, msgid, seq: timelines.head(), settled: Promise.resolve(report) };
  }

  return {
    /** In a group the words mention the bot, otherwise it would not hear them. */
    say(userid: string, botId: string, words: string | SaidToBot, { chatid }: WhereToBot = {}): Delivery {
      const [bot, member] = [botOf(botId), memberOf(userid)];
      const chat = chatOf(bot, member.userid, chatid);
      const said: SaidToBot = typeof words === "string" ? { msgtype: "text", content: words } : words;
      if (chat.type === "group" && said.msgtype !== "text" && said.msgtype !== "mixed") {
        throw new WrongUse(`In a group only text and mixed messages reach a bot, not ${said.msgtype}.`);
      }
      if (exchanges.unfinished(bot, member.userid, platform.switches.streamLifeMs) >= IN_FLIGHT) {
        throw new WrongUse(`${userid} already waits for ${IN_FLIGHT} answers of ${botId}; the client sends no more.`);
      }
      const exchange = exchanges.open({ bot, kind: "message", chat, userid: member.userid });
      const body = messageBody({ platform, exchange }, said);
      timelines.add({
        speaker: bot.id,
        from: "member",
        via: "member",
        userid: member.userid,
        msgid: exchange.msgid,
        msgtype: said.msgtype === "voice" ? "text" : said.msgtype,
        body: shownAs(said),
      });
      return tell(exchange, body);
    },

    /** Presses a button of a bot's card. */
    click(userid: string, botId: string, { taskId, key, selected = {} }: Click): Delivery {
      const [bot, member] = [botOf(botId), memberOf(userid)];
      const message = timelines.card(member.userid, bot.id, taskId);
      if (!message?.card) throw new WrongUse(`${userid} has no card ${taskId} to press.`);
      const card = jsonFields(message.card.card);
      if (!keysOf(card.tree).includes(key)) throw new WrongUse(`Card ${taskId} has no button ${key}.`);
      const chat = chatOf(bot, member.userid, message.chatid);
      const exchange = exchanges.open({ bot, kind: "card-click", chat, userid: member.userid, taskId });
      const event = clickEvent({ cardType: card.text("card_type") ?? "", key, taskId, selected });
      return tell(exchange, eventBody({ platform, exchange }, event));
    },

    /** The first look into the chat of a day. */
    enter(userid: string, botId: string): Delivery {
      const [bot, member] = [botOf(botId), memberOf(userid)];
      const chat: Chat = { type: "single", userid: member.userid };
      const exchange = exchanges.open({ bot, kind: "enter", chat, userid: member.userid });
      return tell(exchange, eventBody({ platform, exchange }, { eventtype: "enter_chat" }));
    },

    /** A thumb up (1), down (2), or taken back (3), for an answer with a feedback id. */
    feedback(userid: string, botId: string, { id, type, content = "" }: Feedback): Delivery {
      const [bot, member] = [botOf(botId), memberOf(userid)];
      const chat: Chat = { type: "single", userid: member.userid };
      const exchange = exchanges.open({ bot, kind: "feedback", chat, userid: member.userid });
      const feedback_event = { id, type, content, inaccurate_reason_list: [] };
      return tell(exchange, eventBody({ platform, exchange }, { eventtype: "feedback_event", feedback_event }));
    },

    connected: sockets.connected,
    cut: sockets.cut,
    setSilent: sockets.setSilent,
    setCallback(botId: string, callbackUrl: string): void {
      const bot = botOf(botId);
      if (bot.mode !== "callback") throw new WrongUse(`Bot ${botId} has a long connection, no callback url.`);
      bots.put({ ...bot, callbackUrl });
    },
    botOf,
  };
}

export type BotActs = ReturnType<typeof createBotActs>;

function shownAs(said: SaidToBot): Readonly<Record<string, unknown>> {
  switch (said.msgtype) {
    case "text":
      return { content: said.content };
    case "voice":
      return { content: said.transcript };
    case "mixed":
      return { content: said.items.map((item) => ("text" in item ? item.text : "〔图片〕")).join("\n") };
    default:
      return { filename: said.filename ?? said.msgtype };
  }
}

/** The keys of a card that call back. */
function keysOf(tree: Readonly<Record<string, unknown>>): string[] {
  const card = jsonFields(tree);
  const pressed = [
    ...(card.objects("button_list") ?? []),
    ...(card.object("action_menu")?.objects("action_list") ?? []),
    ...(card.object("submit_button") ? [card.object("submit_button")] : []),
  ];
  return pressed.flatMap((button) => button?.text("key") ?? []);
}
