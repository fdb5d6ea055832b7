import type { Home, Transaction } from "../store/home.ts";
import type { WaitingMessage } from "../store/inbox-port.ts";
import type { Log } from "../wecom/log.ts";
import { createBell, type Sleep } from "./bell.ts";

/** Turns one message into facts, a question, a card or a refusal, all through `tx`. Returns which, as one word. */
export type Handle = (tx: Transaction, message: WaitingMessage) => Promise<string>;

export type WorkOffWorld = Readonly<{
  home: Pick<Home, "transact" | "organsWaiting">;
  handle: Handle;
  /** Said to the person when a message is given up: polite, and what to do next. */
  sorry: string;
  log: Log;
  now: () => number;
  sleep: Sleep;
  /** Told after every commit that may have put something into the outbox. */
  wakeSender: () => void;
  /** What became of a message: the word `handle` returned, `retried` or `given-up`. */
  count?: (outcome: string) => void;
}>;

export type WorkOff = Readonly<{
  /** A message was accepted. */
  wake: () => void;
  /** Works off everything that is due; resolves to how many messages were touched. */
  drain: () => Promise<number>;
  /** Runs until `stop`; polls besides being woken, for what other processes accepted. */
  start: () => void;
  /** Resolves when the message under way is committed or rolled back. */
  stop: () => Promise<void>;
}>;

const POLL_MS = 500;
/** Milliseconds before the second to the fifth attempt; a first failure is often a passing one and tried at once. */
const PAUSES = [0, 1_000, 5_000, 30_000] as const;

/** One message at a time per organ; its facts, its reply and its own state are one commit, or nothing at all. */
export function createWorkOff(world: WorkOffWorld): WorkOff {
  const bell = createBell(world.sleep);
  let running: Promise<void> | undefined;
  let stopping = false;

  async function drain(): Promise<number> {
    const organs = await world.home.organsWaiting(world.now());
    const counts = await Promise.all(organs.map(drainOrgan));
    return counts.reduce((total, count) => total + count, 0);
  }

  async function drainOrgan(organ: string): Promise<number> {
    let touched = 0;
    while (!stopping && (await workOne(world, organ))) {
      touched += 1;
      await othersTurn();
    }
    return touched;
  }

  async function run(): Promise<void> {
    while (!stopping) {
      const touched = await drain().catch((error: unknown) => {
        world.log.error({ err: error }, "the inbox could not be worked off; trying again");
        return 0;
      });
      if (touched === 0 && !stopping) await bell.wait(POLL_MS);
    }
  }

  return {
    wake: bell.ring,
    drain,
    start() {
      running ??= run();
    },
    async stop() {
      stopping = true;
      bell.ring();
      await running;
    },
  };
}

/**
 * An embedded home answers without ever leaving this turn of the event loop: without a pause a backlog of a few hundred
 * messages would keep every callback waiting for longer than the platform does.
 */
const othersTurn = (): Promise<void> => new Promise(setImmediate);

/** True when there was a message, whatever became of it. */
async function workOne(world: WorkOffWorld, organ: string): Promise<boolean> {
  const { home, handle, now } = world;
  let taken: WaitingMessage | undefined;
  try {
    const outcome = await home.transact(organ, async (tx) => {
      taken = await tx.oldestWaiting(organ, now());
      if (!taken) return undefined;
      const word = await handle(tx, taken);
      await tx.markDone(organ, taken.key, word);
      return word;
    });
    if (outcome === undefined) return false;
    world.count?.(outcome);
    world.wakeSender();
    return true;
  } catch (error) {
    if (!taken) throw error; // the home itself: nobody's message is to blame
    await noteFailure(world, taken, error);
    return true;
  }
}

async function noteFailure(world: WorkOffWorld, message: WaitingMessage, error: unknown): Promise<void> {
  const { organ, key, from, attempts } = message;
  const now = world.now();
  const pause = PAUSES[attempts];
  const why = error instanceof Error ? error.name : "failure";
  world.log.error({ organ, key, attempts: attempts + 1, err: error }, "a message could not be worked off");
  await world.home.transact(organ, async (tx) => {
    await tx.markFailed(organ, key, pause === undefined ? null : now + pause, why);
    if (pause !== undefined) return;
    const body = JSON.stringify({ kind: "text", content: world.sorry });
    await tx.put([{ organ, key: `sorry:${key}`, to: from, body, notBefore: 0 }], now);
  });
  world.count?.(pause === undefined ? "given-up" : "retried");
  world.wakeSender();
}
