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
  /** Sends a day and app, at most accounts × 200; what is over waits for the next day. Left out: for ten accounts. */
  perDay?: number;
}>;

/** The platform allows accounts × 200 a day; an office of ten stays below it with this. */
const SENDS_PER_DAY = 2_000;

/** The parts of a running bot wired together: callbacks in, messages worked off, replies out. */
export function createBot(world: BotWorld) {
  const { home, shared, log, now, sleep } = world;
  const metrics = createMetrics(home);
  const clients = new Map(world.organs.flatMap((organ) => clientOf(world, organ)));
  const sender = createSender({
    queue: home,
    clientOf: (organ) => clients.get(organ),
    makeFile: world.makeFile,
    features: { ...ALL_FEATURES, cards: world.wecom.cards, updateCard: world.wecom.cards },
    buckets: shared.buckets,
    perDay: world.perDay ?? SENDS_PER_DAY,
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
  const doors = new Map(
    world.organs.flatMap(({ office, credentials }): [string, Middleware][] => {
      if (!credentials) return [];
      const accept = createAccept(office.key, home, workOff.wake);
      const windowMs = world.wecom.timestampWindow * 1000;
      const count = (outcome: string) => metrics.callbacks.inc({ outcome });
      return [[office.key, callbackRoute({ organ: office.key, ...credentials, accept, log, now, windowMs, count })]];
    }),
  );
  const app = createApp({
    reportErrors: errorFunnel(log),
    callback: callbackDoors(doors),
    healthz,
    readyz: readiness(home),
    metrics: metricsPage(metrics),
    pages: world.pages,
  });
  return {
    app,
    clients,
    /** Something was put into the outbox. */
    wakeSender: sender.wake,
    start() {
      workOff.start();
      sender.start();
    },
    /** Resolves when what was under way is committed and sent; what waits stays in the home. */
    async stop() {
      await workOff.stop();
      await sender.stop();
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
