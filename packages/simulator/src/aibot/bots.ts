import type { Bot, Group } from "./bot-options.ts";
import type { Chat } from "./exchange.ts";

/** The bots and the groups they are in. */
export function createBots(bots: readonly Bot[], groups: readonly Group[]) {
  const byId = new Map(bots.map((bot) => [bot.id, bot]));
  const byChat = new Map(groups.map((group) => [group.chatid, group]));
  return {
    all: () => [...byId.values()],
    get: (id: string) => byId.get(id),
    put: (bot: Bot) => void byId.set(bot.id, bot),
    group: (chatid: string): Chat | undefined => {
      const group = byChat.get(chatid);
      return group && { type: "group", group };
    },
  };
}
