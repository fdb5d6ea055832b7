import { type Bell, createBell, type Sleep } from "../inbox/bell.ts";
import type { Buckets } from "../store/lease-port.ts";
import type { OutboxQueue, OutboxRow } from "../store/outbox-port.ts";
import type { Log } from "../wecom/log.ts";
import type { Door } from "../wecom/message-base.ts";
import type { Sent } from "../wecom/message-send.ts";
import type { Speaker } from "../wecom/speaker.ts";
import { WecomError } from "../wecom/wecom-error.ts";
import { OutboxBody } from "./body.ts";
import { deliver } from "./delivery.ts";
import { ALL_FEATURES, type Features } from "./features.ts";
import type { FileMaker } from "./file-maker.ts";
import { limitsFor } from "./limits.ts";
import type { Delivered, Parcel } from "./parcel.ts";
import { judge, type Verdict } from "./patience.ts";
import { sendText } from "./text-delivery.ts";

export type SendOutcome = "sent" | "throttled" | "retried" | "given-up";

export type SenderWorld = Readonly<{
  queue: OutboxQueue;
  /** Who speaks for an organ: its app, or its AI bot through the door a message came by. */
  clientOf: (organ: string, door?: Door) => Speaker | undefined;
  makeFile: FileMaker;
  /** All of them when left out. */
  features?: Features;
  buckets: Buckets;
  /** Sends a day of the organ's app; the platform allows accounts × 200. */
  perDay: (organ: string) => number;
  /** Said in place of a file or card that could not be made. */
  sorry: string;
  log: Log;
  now: () => number;
  sleep: Sleep;
  count?: (outcome: SendOutcome) => void;
}>;

export type Sender = Readonly<{
  /** A row was put. */
  wake: () => void;
  /** Sends everything that is due now; resolves to how many rows were tried. */
  drain: () => Promise<number>;
  start: () => void;
  /** Resolves when the sends under way are marked. */
  stop: () => Promise<void>;
}>;

const AT_ONCE = 8; // the platform does not publish how many calls it takes at once
const POLL_MS = 500;
/** A claimed row is ours this long; longer than an upload and its send may take. */
const CLAIM_MS = 90_000;
/** Milliseconds; an organ whose credentials are missing may get them within the day. */
const NO_APP_PAUSE = 600_000;

/** Sends what the outbox holds, several people at once, each person's messages in order, until it is delivered. */
export function createSender(world: SenderWorld): Sender {
  const bell = createBell(world.sleep);
  const underWay = new Set<Promise<void>>();
  /** Rows tried before that cannot have arrived: their next try needs no duplicate check. */
  const unarrived = new Set<string>();
  let running: Promise<void> | undefined;
  let stopping = false;

  async function claim(): Promise<number> {
    const now = world.now();
    const rows = await world.queue.claim(now, now + CLAIM_MS, AT_ONCE - underWay.size);
    for (const row of rows) track(tryRow(world, row, unarrived));
    return rows.length;
  }

  function track(work: Promise<void>): void {
    const tracked = work.catch((error: unknown) => {
      world.log.error({ err: error }, "an outbox row could not be marked; it comes again when its claim is over");
    });
    underWay.add(tracked);
    tracked.then(() => {
      underWay.delete(tracked);
      bell.ring();
    });
  }

  async function drain(): Promise<number> {
    let tried = 0;
    for (let claimed = await claim(); claimed > 0 || underWay.size > 0; claimed = await claim()) {
      tried += claimed;
      if (underWay.size > 0) await Promise.race(underWay);
    }
    return tried;
  }

  return {
    wake: bell.ring,
    drain,
    start() {
      running ??= run(
        world,
        bell,
        claim,
        () => underWay.size < AT_ONCE,
        () => stopping,
      );
    },
    async stop() {
      stopping = true;
      bell.ring();
      await running;
      await Promise.all(underWay);
    },
  };
}

async function run(
  { log }: SenderWorld,
  bell: Bell,
  claim: () => Promise<number>,
  hasRoom: () => boolean,
  isStopping: () => boolean,
): Promise<void> {
  while (!isStopping()) {
    const claimed = hasRoom()
      ? await claim().catch((error: unknown) => {
          log.error({ err: error }, "the outbox could not be read; trying again");
          return 0;
        })
      : 0;
    if (claimed === 0 && !isStopping()) await bell.wait(POLL_MS);
  }
}

async function tryRow(world: SenderWorld, row: OutboxRow, unarrived: Set<string>): Promise<void> {
  const { queue, now, count } = world;
  const { organ, key } = row;
  const name = JSON.stringify([organ, key]);
  const isFirst = row.attempts === 1 || unarrived.has(name);
  unarrived.delete(name);
  const body = OutboxBody.safeParse(readJson(row.body)).data;
  const speaker = body && world.clientOf(organ, body.door);
  if (!body) return giveUp(world, row, undefined, { next: "give-up", why: "unreadable row", ours: true });
  const wait = speaker
    ? await world.buckets.take(limitsFor(`${organ}:${speaker.agentId}`, speaker.room ?? row.to, world.perDay(organ)))
    : NO_APP_PAUSE;
  if (!speaker || wait > 0) {
    if (isFirst) unarrived.add(name);
    count?.("throttled");
    return queue.retryAt(organ, key, now() + wait, speaker ? "below the platform's limits" : "no app speaks for it");
  }
  const waitingSince = Math.max(row.createdAt, row.notBefore);
  const parcel: Parcel = {
    features: ALL_FEATURES,
    ...world,
    speaker,
    organ,
    to: row.to,
    body,
    mayHaveArrived: !isFirst,
    waitingSince,
  };
  const outcome = await attempt(parcel);
  if ("sent" in outcome) {
    const delivered: Delivered = { ...outcome.sent, sentAt: now() };
    await queue.markSent(organ, key, JSON.stringify(delivered), now());
    return count?.("sent");
  }
  const verdict = judge(outcome.error, { attempts: row.attempts, waitingSince, now: now() });
  logFailure(world, row, outcome.error, verdict);
  if (verdict.next === "give-up") return giveUp(world, row, parcel, verdict);
  if (isFirst && !verdict.mayHaveArrived) unarrived.add(name);
  count?.("retried");
  return queue.retryAt(organ, key, verdict.at, verdict.why);
}

async function attempt(parcel: Parcel): Promise<Readonly<{ sent: Sent }> | Readonly<{ error: unknown }>> {
  try {
    return { sent: await deliver(parcel) };
  } catch (error) {
    return { error };
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Loudly: an error line, a count, and the list of given-up rows. Where the fault is ours the person is told. */
async function giveUp(
  world: SenderWorld,
  row: OutboxRow,
  parcel: Parcel | undefined,
  { why, ours }: Extract<Verdict, { next: "give-up" }>,
): Promise<void> {
  const { organ, key, attempts } = row;
  world.log.error({ organ, key, attempts, why }, "a message was given up: somebody was not told");
  world.count?.("given-up");
  if (ours && parcel && parcel.body.kind !== "text") await sendText(parcel, world.sorry).catch(() => undefined); // the giving up is already logged
  await world.queue.giveUp(organ, key, why, world.now());
}

function logFailure({ log }: SenderWorld, { organ, key, attempts }: OutboxRow, error: unknown, verdict: Verdict): void {
  const forAdmin = error instanceof WecomError ? error.forAdmin : undefined;
  log.warn({ organ, key, attempts, err: error, forAdmin, next: verdict.next }, "a message was not delivered");
}
