import type { CardFace } from "../card-update.ts";
import type { Door } from "../message-base.ts";
import type { Content, SendOptions, Sent } from "../message-send.ts";
import type { Speaker } from "../speaker.ts";
import { WecomError } from "../wecom-error.ts";
import { answerInPlace, type SpentHandles } from "./answer-in-place.ts";
import { botCardJson } from "./bot-card.ts";
import type { BotLink } from "./bot-link.ts";
import { botWords } from "./bot-words.ts";

export type BotDoor = Extract<Door, { kind: "ai-bot" }>;

export type SocketVoice = Readonly<{
  /** The live link of this process, if it is the one that is connected. */
  link: () => BotLink | undefined;
  spent: SpentHandles;
  /** The organ's app, for what the bot cannot deliver to a single person. */
  fallback: Speaker | undefined;
  now: () => number;
}>;

const NOTHING: Sent = { msgid: null, responseCode: null };
/** Over the limit or nobody wrote to the bot there before; chat unknown, bot not in the group, bot away. */
const NOT_HERE = [846607, 93001, 93006, 93008];
/** A click is answered within five seconds (document/path/101027), or not at all. */
const CLICK_MS = 4_500;
/** The click is too long ago, or its card was updated already. */
const TOO_LATE = [846604, 846605, 846606];

/** Speaks as the AI bot: in the place of the question first, else unasked, else through the organ's app. */
export function createSocketSpeaker(voice: SocketVoice, { bot, group, answer }: BotDoor): Speaker {
  const app = group === null ? voice.fallback : undefined; // what was asked in a group is not answered elsewhere

  async function send(to: string, content: Content, options: SendOptions = {}): Promise<Sent> {
    const link = voice.link();
    if (!link) return app ? app.send(to, content, options) : noLink();
    const words = botWords(content);
    const moment = { now: voice.now(), spent: voice.spent, options };
    if (await answerInPlace(link, answer, words, moment)) return NOTHING;
    try {
      await link.push({ id: group ?? to, isGroup: group !== null }, words);
      return NOTHING;
    } catch (error) {
      if (app && hasCode(error, NOT_HERE)) return app.send(to, content, options);
      throw error;
    }
  }

  return {
    agentId: `ai-bot-${bot}`,
    room: group,
    send,
    cardJson: botCardJson,
    media: {
      idOf: async ({ type, name, bytes }) => (voice.link() ?? noLink()).upload(type, name, bytes),
      forget: async () => undefined, // every upload is used once
    },
    async updateCard(_member: string, code: string, face: CardFace): Promise<boolean> {
      const link = voice.link();
      const card = "card" in face ? botCardJson(face.card) : undefined;
      if (!link || !card || (answer && voice.now() - answer.since > CLICK_MS)) return false;
      try {
        await link.reply(code, "aibot_respond_update_msg", {
          response_type: "update_template_card",
          template_card: card,
        });
        return true;
      } catch (error) {
        if (hasCode(error, TOO_LATE)) return false;
        throw error;
      }
    },
  };
}

const hasCode = (error: unknown, codes: readonly number[]) =>
  error instanceof WecomError && error.errcode !== null && codes.includes(error.errcode);

function noLink(): never {
  throw new WecomError("UNREACHABLE", { api: "aibot_send_msg", detail: "the AI bot is not connected in this process" });
}
