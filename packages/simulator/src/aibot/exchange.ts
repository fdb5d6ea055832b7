import type { Clock } from "../clock.ts";
import type { Ids } from "../seeded-ids.ts";
import { userKey } from "../state/directory.ts";
import type { Message } from "../state/timeline.ts";
import type { Bot, Group } from "./bot-options.ts";

/** Where something was said: alone with the bot, or in a group. */
export type Chat = Readonly<{ type: "single"; userid: string }> | Readonly<{ type: "group"; group: Group }>;

/** A text that grows: every frame replaces it whole. */
export type Stream = { readonly id: string; readonly startedAt: number; finished: boolean; copies: readonly Message[] };

/** One thing said to a bot, and what it may still answer. `reqId` is the handle of the answer. */
export type Exchange = {
  readonly reqId: string;
  readonly msgid: string;
  readonly bot: Bot;
  readonly kind: "message" | "enter" | "card-click" | "feedback";
  readonly chat: Chat;
  readonly userid: string;
  readonly at: number;
  readonly taskId?: string;
  stream?: Stream;
  answered: boolean;
  cardSent: boolean;
};

export type NewExchange = Pick<Exchange, "bot" | "kind" | "chat" | "userid" | "taskId">;

/** The conversation both sides are limited in: a member with a bot, or a group with a bot. */
export const conversationOf = (bot: Bot, chat: Chat): string =>
  chat.type === "single" ? `${bot.id}:${userKey(chat.userid)}` : `${bot.id}:group:${chat.group.chatid}`;

export const audienceOf = (chat: Chat): readonly string[] =>
  chat.type === "single" ? [chat.userid] : chat.group.members;

export function createExchanges(clock: Clock, ids: Ids) {
  const byReqId = new Map<string, Exchange>();
  const spoken = new Set<string>();
  return {
    open(exchange: NewExchange): Exchange {
      const opened: Exchange = {
        ...exchange,
        reqId: ids.text("req-id", 24),
        msgid: ids.text("bot-msgid", 32),
        at: clock.now(),
        answered: false,
        cardSent: false,
      };
      byReqId.set(opened.reqId, opened);
      if (exchange.kind === "message") spoken.add(conversationOf(exchange.bot, exchange.chat));
      return opened;
    },
    find: (reqId: string) => byReqId.get(reqId),
    /** A bot may speak first only where somebody has spoken to it before. */
    hasSpoken: (bot: Bot, chat: Chat) => spoken.has(conversationOf(bot, chat)),
    /** Streams of this member with this bot that have not ended. */
    unfinished: (bot: Bot, userid: string, lifeMs: number) =>
      [...byReqId.values()].filter(
        ({ bot: { id }, userid: speaker, stream }) =>
          id === bot.id &&
          userKey(speaker) === userKey(userid) &&
          stream !== undefined &&
          !stream.finished &&
          clock.now() - stream.startedAt < lifeMs,
      ).length,
  };
}

export type Exchanges = ReturnType<typeof createExchanges>;
