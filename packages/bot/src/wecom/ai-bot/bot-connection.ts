import type { Lease } from "../../store/lease-port.ts";
import type { Log } from "../log.ts";
import { WecomError } from "../wecom-error.ts";
import { type BotFrame, type BotKeys, type BotLink, openBotLink } from "./bot-link.ts";

export type BotConnectionWorld = Readonly<{
  keys: BotKeys;
  lease: Lease;
  /** This process. */
  holder: string;
  /** Durable when it resolves: the platform does not send a frame twice. */
  receive: (frame: BotFrame) => Promise<void>;
  log: Log;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** In [0, 1). */
  random: () => number;
  count?: (happened: "connected" | "kicked" | "lost" | "refused") => void;
}>;

export type BotConnection = Readonly<{
  /** The live link, or `undefined` while there is none in this process. */
  link: () => BotLink | undefined;
  start: () => void;
  stop: () => Promise<void>;
}>;

const LEASE_MS = 30_000;
const RENEW_MS = 10_000;
const SUBSCRIBE_MS = 20_000;
/** Somebody else connected as this bot; fighting over it would cut both off again and again. */
const KICKED_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;

/** One connection per bot over all processes, by lease, and again for ever: two at once kick each other out. */
export function createBotConnection(world: BotConnectionWorld): BotConnection {
  const name = `ai-bot:${world.keys.botId}`;
  const stopping = new AbortController();
  let live: BotLink | undefined;
  let running: Promise<void> | undefined;

  const pause = (ms: number) => world.sleep(ms, stopping.signal).catch(() => undefined); // stopping ends it early
  const holdsLease = () => world.lease.acquire(name, world.holder, LEASE_MS).catch(() => false);

  /** How long to wait before the next try. */
  async function connectOnce(failures: number): Promise<Readonly<{ failures: number; waitMs: number }>> {
    try {
      live = await open(world, stopping.signal);
    } catch (error) {
      world.count?.("refused");
      world.log.warn(
        { err: error, forAdmin: error instanceof WecomError ? error.forAdmin : undefined },
        "the AI bot is not connected",
      );
      return { failures: failures + 1, waitMs: pauseAfter(failures, world.random()) };
    }
    world.count?.("connected");
    const how = await keep(live);
    live = undefined;
    world.count?.(how);
    world.log.warn({ how }, "the AI bot's connection ended");
    return { failures: 0, waitMs: how === "kicked" ? KICKED_MS : pauseAfter(0, world.random()) };
  }

  /** Until the link ends, or the lease goes to another process. */
  async function keep(link: BotLink): Promise<"kicked" | "lost"> {
    let ended: "kicked" | "lost" | undefined;
    const over = link.ended.then((how) => {
      ended = how;
    });
    while (!ended) {
      await Promise.race([over, pause(RENEW_MS)]);
      if (ended) break;
      if (stopping.signal.aborted || !(await holdsLease())) link.close();
    }
    return ended;
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      if (!(await holdsLease())) {
        await pause(RENEW_MS);
        continue;
      }
      const next = await connectOnce(failures);
      failures = next.failures;
      await world.lease.release(name, world.holder).catch(() => undefined); // it ends by itself
      await pause(next.waitMs);
    }
  }

  return {
    link: () => live,
    start() {
      running ??= run();
    },
    async stop() {
      stopping.abort();
      live?.close();
      await running;
    },
  };
}

function open({ keys, receive, log, sleep }: BotConnectionWorld, stopping: AbortSignal): Promise<BotLink> {
  const late = new AbortController();
  const settled = new AbortController();
  const watch = sleep(SUBSCRIBE_MS, AbortSignal.any([stopping, settled.signal])).then(
    () => late.abort(),
    () => (stopping.aborted ? late.abort() : undefined),
  );
  const onFrame = (frame: BotFrame) => {
    receive(frame).catch((error: unknown) => log.error({ err: error }, "a message to the AI bot could not be kept"));
  };
  return openBotLink(keys, onFrame, late.signal).finally(() => {
    settled.abort();
    return watch;
  });
}

const pauseAfter = (failures: number, random: number) =>
  Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** Math.min(failures, 10)) * (0.5 + random / 2);
