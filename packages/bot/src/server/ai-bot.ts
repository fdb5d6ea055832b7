import type { Middleware } from "koa";
import type { Logger } from "pino";
import type { AiBotKeys, Credentials } from "../config/environment.ts";
import type { Sleep } from "../inbox/bell.ts";
import type { SharedPorts } from "../store/lease-port.ts";
import { createAddressSpeaker, PUBLIC_ANSWER_ORIGINS } from "../wecom/ai-bot/address-speaker.ts";
import { createSpentHandles, type SpentHandles } from "../wecom/ai-bot/answer-in-place.ts";
import { botCallbackRoute } from "../wecom/ai-bot/bot-callback-route.ts";
import { createBotConnection } from "../wecom/ai-bot/bot-connection.ts";
import { type BotLink, PUBLIC_SOCKET } from "../wecom/ai-bot/bot-link.ts";
import { createMemberBehind } from "../wecom/ai-bot/member-behind.ts";
import { createFrameReceiver } from "../wecom/ai-bot/receive-frame.ts";
import { type BotDoor, createSocketSpeaker } from "../wecom/ai-bot/socket-speaker.ts";
import type { WecomClient } from "../wecom/api-client.ts";
import type { Accept } from "../wecom/callback-route.ts";
import type { PlatformFetch } from "../wecom/platform-fetch.ts";
import type { CallbackOutcome } from "../wecom/refusal.ts";
import type { Speaker } from "../wecom/speaker.ts";
import { WecomError } from "../wecom/wecom-error.ts";

export type AiBotWorld = Readonly<{
  organ: string;
  keys: AiBotKeys;
  /** The organ's app: it knows the members, and speaks where the bot cannot. */
  app: WecomClient;
  credentials: Credentials;
  fetch: PlatformFetch;
  apiBase: string;
  socketUrl?: string | undefined;
  ca?: string | undefined;
  accept: Accept;
  shared: SharedPorts;
  holder: string;
  windowMs: number;
  log: Logger;
  now: () => number;
  random: () => number;
  sleep: Sleep;
  countCallback: (outcome: CallbackOutcome) => void;
  countConnection: (happened: "connected" | "kicked" | "lost" | "refused") => void;
}>;

/** An organ's AI bot in this process. */
export type AiBot = Readonly<{
  /** Where the platform posts, in callback mode. */
  route: Middleware | null;
  /** Whether this process holds the connection; null in callback mode. */
  isConnected: () => boolean | null;
  speakerFor: (door: BotDoor) => Speaker;
  start: () => void;
  stop: () => Promise<void>;
}>;

export function createAiBot(world: AiBotWorld): AiBot {
  const { keys } = world;
  const spent = createSpentHandles();
  return keys.mode === "callback" ? told(world, keys, spent) : connected(world, keys, spent);
}

type Mode<M extends AiBotKeys["mode"]> = Extract<AiBotKeys, { mode: M }>;

function told(world: AiBotWorld, { botId, token, aesKey }: Mode<"callback">, spent: SpentHandles): AiBot {
  const { organ, app, fetch, apiBase, accept, shared, credentials, log, now, windowMs, countCallback } = world;
  const allowed = [...PUBLIC_ANSWER_ORIGINS, new URL(apiBase).origin];
  return {
    route: botCallbackRoute({
      ...{ organ, token, aesKey, botId, accept, log, now, windowMs },
      corpId: credentials.corpId,
      memberIdOf: createMemberBehind(app, shared.cache),
      count: countCallback,
    }),
    isConnected: () => null,
    speakerFor: (door) => createAddressSpeaker({ fetch, allowed, spent, fallback: app, now }, door),
    start: () => undefined,
    stop: async () => undefined,
  };
}

function connected(world: AiBotWorld, { botId, secret }: Mode<"websocket">, spent: SpentHandles): AiBot {
  const { app, accept, shared, credentials, holder, log, now, sleep, random, countConnection } = world;
  const connection = createBotConnection({
    keys: { botId, secret, wsUrl: world.socketUrl ?? PUBLIC_SOCKET, ca: world.ca },
    lease: shared.lease,
    receive: createFrameReceiver({
      ...{ botId, accept, now, sleep },
      corpId: credentials.corpId,
      memberIdOf: createMemberBehind(app, shared.cache),
    }),
    ...{ holder, log, sleep, random, count: countConnection },
  });
  const link = (): BotLink | undefined => connection.link();
  return {
    route: null,
    isConnected: () => link() !== undefined,
    speakerFor(door) {
      const fallback = link() ? app : patient(app, door, now);
      return createSocketSpeaker({ link, spent, fallback, now }, door);
    },
    start: connection.start,
    stop: connection.stop,
  };
}

/** Milliseconds: another process may hold the connection, or this one is about to have it again. */
const CONNECTION_MAY_COME = 20_000;

/** The app, but not before whoever holds the connection had the time to answer in the bot's own chat. */
function patient(app: Speaker, { answer }: BotDoor, now: () => number): Speaker {
  return {
    ...app,
    async send(to, content, options) {
      if (answer && now() - answer.since < CONNECTION_MAY_COME)
        throw new WecomError("RESTING", { api: "aibot_send_msg", retryAfterMs: 500 });
      return app.send(to, content, options);
    },
  };
}
