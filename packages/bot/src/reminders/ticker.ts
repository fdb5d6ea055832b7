import { putDigests } from "../deeds/put-digests.ts";
import type { TalkingOffice } from "../deeds/talking-office.ts";
import { createBell, type Sleep } from "../inbox/bell.ts";
import type { Home } from "../store/home.ts";
import type { Lease } from "../store/lease-port.ts";
import type { Log } from "../wecom/log.ts";
import type { Reminding } from "./due-today.ts";
import { firstAllowed, type QuietHours } from "./quiet-hours.ts";

export type TickerWorld = Readonly<{
  home: Pick<Home, "transact">;
  lease: Lease;
  /** This process, among those that share the lease. */
  holder: string;
  offices: readonly TalkingOffice[];
  quiet: QuietHours;
  reminding: Reminding;
  log: Log;
  /** Epoch milliseconds. */
  now: () => number;
  sleep: Sleep;
  /** Told when there may be something to send. */
  wakeSender: () => void;
}>;

const TICK_MS = 60_000;
const LEASE_MS = 3 * TICK_MS; // outlives a slow tick; when its holder dies another takes over after this

/** The only timer that speaks on its own. Losing the lease never repeats a reminder: the home remembers the round of the day. */
export function createTicker(world: TickerWorld) {
  const bell = createBell(world.sleep);
  let running: Promise<void> | undefined;
  let stopping = false;

  /** One look at every office. Resolves to how many people were told something. */
  async function tick(): Promise<number> {
    const now = world.now();
    const allowed = world.offices.filter(({ calendar }) => firstAllowed(now, world.quiet, calendar) === now);
    if (allowed.length === 0 || !(await world.lease.acquire("reminders", world.holder, LEASE_MS))) return 0;
    let told = 0;
    for (const office of allowed) {
      const { key } = office.office;
      told += await world.home
        .transact(key, (tx) => putDigests(tx, office, world.reminding, now))
        .catch((error: unknown) => {
          world.log.error({ organ: key, err: error }, "reminders could not be written; trying again at the next tick");
          return 0;
        });
    }
    if (told > 0) world.wakeSender();
    return told;
  }

  async function run(): Promise<void> {
    while (!stopping) {
      await tick().catch((error: unknown) => world.log.error({ err: error }, "the ticker failed; trying again"));
      if (!stopping) await bell.wait(TICK_MS);
    }
  }

  return {
    tick,
    start() {
      running ??= run();
    },
    /** Resolves when the tick under way is over. */
    async stop() {
      stopping = true;
      bell.ring();
      await running;
      await world.lease.release("reminders", world.holder);
    },
  };
}
