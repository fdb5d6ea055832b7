import type { Middleware } from "koa";
import type { Logger } from "pino";
import type { Organ } from "../config/organ.ts";
import type { Settings } from "../config/settings.ts";
import { createAccept } from "../inbox/accept.ts";
import type { Sleep } from "../inbox/bell.ts";
import { createWorkOff, type Handle } from "../inbox/work-off.ts";
import { ALL_FEATURES } from "../outbox/features.ts";
import type { FileMaker } from "../outbox/file-maker.ts";
import { createSender } from "../outbox/send.ts";
import type { Home } from "../store/home.ts";
import type { SharedPorts } from "../store/lease-port.ts";
import { createWecomClient, PUBLIC_PLATFORM, type WecomClient } from "../wecom/api-client.ts";
import { callbackRoute } from "../wecom/callback-route.ts";
import { createPlatformFetch } from "../wecom/platform-fetch.ts";
import { type AiBot, createAiBot } from "./ai-bot.ts";
import { createApp } from "./app.ts";
import { callbackDoors } from "./callback-door.ts";
import { healthz, metricsPage, readiness } from "./health.ts";
import { createMetrics } from "./metrics.ts";
import { errorFunnel } from "./report-errors.ts";

export type BotWorld = Readonly<{
  /** Only organs with credentials can be connected. */
  organs: readonly Organ[];
  wecom: Settings["wecom"];
  /** PEM text of the certificate authority of a private deployment. */
  ca?: string | undefined;
  home: Home;
  shared: SharedPorts;
  handle: Handle;
  /** False while an organ's directory was not read: its messages wait, nobody is turned away as a stranger. Left out: always. */
  ready?: (organ: string) => boolean;
  makeFile: FileMaker;
  /** `null` until there is a way to know who is asking. */
  pages: Middleware | null;
  sorry: string;
  log: Logger;
  now: () => number;
  random: () => number;
  sleep: Sleep;
  /** This process, among those that share a lease. */
  holder: string;
  /** Accounts of an organ as they are now known; the platform takes accounts × 200 sends a day, and what is over waits. */
  accounts: (organ: string) => number;
}>;

/** A day and account (document/path/90312). */
const SENDS_PER_ACCOUNT = 200;

/** The parts of a running bot wired together: callbacks in, messages worked off, replies out. */
export function createBot(world: BotWorld) {
  const { home, shared, log, now, sleep } = world;
  const metrics = createMetrics(home);
  const clients = new Map(world.organs.flatMap((organ) => clientOf(world, organ)));
  const sender = createSender({
    queue: home,
    clientOf: (organ, door) =>
      (door?.kind === "ai-bot" ? bots.get(organ)?.speakerFor(door) : undefined) ?? clients.get(organ),
    makeFile: world.makeFile,
    features: { ...ALL_FEATURES, cards: world.wecom.cards, updateCard: world.wecom.cards },
    buckets: shared.buckets,
    perDay: (organ) => Math.max(1, world.accounts(organ)) * SENDS_PER_ACCOUNT,
    sorry: world.sorry,
    log,
    now,
    sleep,
    count: (outcome) => metrics.sent.inc({ outcome }),
  });
  const workOff = createWorkOff({
    home: {
      transact: (organ, work) => home.transact(organ, work),
      organsWaiting: async (at) => (await home.organsWaiting(at)).filter((organ) => world.ready?.(organ) ?? true),
    },
    handle: world.handle,
    sorry: world.sorry,
    log,
    now,
    sleep,
    wakeSender: sender.wake,
    count: (outcome) => metrics.worked.inc({ outcome }),
  });
  const acceptOf = (organ: string) => createAccept(organ, home, workOff.wake);
  const windowMs = world.wecom.timestampWindow * 1000;
  const countCallback = (outcome: string) => metrics.callbacks.inc({ outcome });
  const doors = new Map(
    world.organs.flatMap(({ office: { key: organ }, credentials }): [string, Middleware][] => {
      if (!credentials) return [];
      const accept = acceptOf(organ);
      return [[organ, callbackRoute({ organ, ...credentials, accept, log, now, windowMs, count: countCallback })]];
    }),
  );
  const bots = new Map(
    world.organs.flatMap((organ): [string, AiBot][] => {
      const app = clients.get(organ.office.key);
      if (!organ.aiBot || !organ.credentials || !app) return [];
      const { key } = organ.office;
      const { wecom, ca, holder, random } = world;
      const bot = createAiBot({
        ...{ organ: key, keys: organ.aiBot, app, credentials: organ.credentials, accept: acceptOf(key), countCallback },
        ...{ ca, shared, holder, windowMs, log, now, random, sleep, socketUrl: wecom.socketUrl },
        fetch: createPlatformFetch({ ca, proxy: wecom.proxy }),
        apiBase: wecom.apiBase ?? PUBLIC_PLATFORM,
        countConnection: (outcome) => metrics.aiBot.inc({ outcome }),
      });
      return [[key, bot]];
    }),
  );
  const botDoors = [...bots].flatMap(([organ, { route }]): [string, Middleware][] => (route ? [[organ, route]] : []));
  const app = createApp({
    reportErrors: errorFunnel(log),
    callback: callbackDoors(doors),
    aiBotCallback: callbackDoors(new Map(botDoors)),
    healthz,
    readyz: readiness(home),
    metrics: metricsPage(metrics),
    pages: world.pages,
  });
  return {
    app,
    clients,
    bots,
    /** Something was put into the outbox. */
    wakeSender: sender.wake,
    start() {
      workOff.start();
      sender.start();
      for (const bot of bots.values()) bot.start();
    },
    /** Resolves when what was under way is committed and sent; what waits stays in the home. */
    async stop() {
      await workOff.stop(); // before the bots: what is said now can still go out where it was asked
      await sender.stop();
      await Promise.all([...bots.values()].map((bot) => bot.stop()));
    },
  };
}
export type Bot = ReturnType<typeof createBot>;

function clientOf(world: BotWorld, { office, credentials }: Organ): [string, WecomClient][] {
  if (!credentials) return [];
  const { wecom, ca, shared, holder, log, now, sleep, random } = world;
  const client = createWecomClient({
    baseUrl: wecom.apiBase ?? PUBLIC_PLATFORM,
    corpId: credentials.corpId,
    agentId: credentials.agentId,
    secret: credentials.secret,
    fetch: createPlatformFetch({ ca, proxy: wecom.proxy }),
    cache: shared.cache,
    lease: shared.lease,
    holder,
    log,
    now,
    sleep,
    random,
  });
  return [[office.key, client]];
}
