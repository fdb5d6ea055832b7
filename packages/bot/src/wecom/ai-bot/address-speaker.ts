import { z } from "zod";
import { exchange } from "../exchange.ts";
import type { Content, SendOptions, Sent } from "../message-send.ts";
import type { PlatformFetch } from "../platform-fetch.ts";
import type { Speaker } from "../speaker.ts";
import { WecomError } from "../wecom-error.ts";
import type { SpentHandles } from "./answer-in-place.ts";
import { botCardJson } from "./bot-card.ts";
import { botWords } from "./bot-words.ts";
import type { BotDoor } from "./socket-speaker.ts";

export type AddressVoice = Readonly<{
  fetch: PlatformFetch;
  /** Origins an answer may be posted to; the address comes from outside. */
  allowed: readonly string[];
  spent: SpentHandles;
  fallback: Speaker | undefined;
  now: () => number;
}>;

export const PUBLIC_ANSWER_ORIGINS = ["https://qyapi.weixin.qq.com"] as const;
const NOTHING: Sent = { msgid: null, responseCode: null };
/** The address takes one answer within an hour (document/path/101138). */
const LIFE_MS = 3_540_000;
const POSTABLE = ["markdown", "template_card"];

/** Answers an AI bot in JSON mode: once by the address that came with the question, everything else through the app. */
export function createAddressSpeaker(voice: AddressVoice, { bot, group, answer }: BotDoor): Speaker {
  const { fallback, spent } = voice;

  async function send(to: string, content: Content, options: SendOptions = {}): Promise<Sent> {
    const words = botWords(content);
    const isOpen = answer?.as === "address" && voice.now() - answer.since < LIFE_MS && !spent.has(answer.handle);
    if (!isOpen || !POSTABLE.includes(words.msgtype) || !isAllowed(answer.handle, voice.allowed))
      return elsewhere(to, content, options);
    spent.add(answer.handle);
    try {
      await postTo(voice.fetch, answer.handle, words);
      return NOTHING;
    } catch (error) {
      if (!(error instanceof WecomError) || error.errcode === null) {
        spent.drop(answer.handle);
        throw error;
      }
      if (options.mayHaveArrived) return NOTHING; // it takes one answer, and had it
      return elsewhere(to, content, options);
    }
  }

  function elsewhere(to: string, content: Content, options: SendOptions): Promise<Sent> {
    if (fallback) return fallback.send(to, content, options);
    throw new WecomError("NOT_SENDABLE", {
      api: "response_url",
      detail: "answered already, and no app speaks for the organ",
    });
  }

  return {
    agentId: `ai-bot-${bot}`,
    room: group,
    send,
    cardJson: botCardJson,
    media: fallback?.media ?? { idOf: () => Promise.reject(noFiles()), forget: async () => undefined },
    updateCard: async () => false, // only in the very answer to the click, which is empty here
  };
}

const noFiles = () => new WecomError("NOT_SENDABLE", { api: "response_url", detail: "an address takes no files" });

function isAllowed(address: string, allowed: readonly string[]): boolean {
  return URL.canParse(address) && allowed.includes(new URL(address).origin);
}

async function postTo(fetch: PlatformFetch, address: string, words: object): Promise<void> {
  const { origin, pathname, searchParams } = new URL(address);
  const query = Object.fromEntries(searchParams);
  await exchange(
    { baseUrl: origin, fetch, onBug: () => undefined },
    { api: pathname, calledAs: "response_url", query, json: words, answer: z.looseObject({}) },
  );
}
