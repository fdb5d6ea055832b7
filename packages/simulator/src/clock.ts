export type Timer = Readonly<{ cancel: () => void }>;

/** The platform's time, in milliseconds since the epoch. Everything that expires or waits asks it. */
export type Clock = Readonly<{
  mode: "simulated" | "real";
  now: () => number;
  /** Runs once, `delayMs` from now; a simulated clock runs it inside `advance`. */
  after: (delayMs: number, run: () => void) => Timer;
  /** Moves a simulated clock forward, running what falls due in order of its due time. */
  advance: (ms: number) => Promise<void>;
  close: () => void;
}>;

type Waiting = { due: number; order: number; run: () => void };

/**
 * Time stands still until `advance`. Between two timers it lets the wire come to rest, so that an
 * answer already under way is heard before the timeout that would discard it.
 */
export function createSimulatedClock(startAt: number, letWireRest: () => Promise<void>): Clock {
  let now = startAt;
  let order = 0;
  const waiting = new Set<Waiting>();
  let turn: Promise<void> = Promise.resolve();

  const takeNextDue = (until: number): Waiting | undefined => {
    let next: Waiting | undefined;
    for (const timer of waiting) {
      const earlier = !next || timer.due < next.due || (timer.due === next.due && timer.order < next.order);
      if (timer.due <= until && earlier) next = timer;
    }
    if (next) waiting.delete(next);
    return next;
  };
  const move = async (ms: number) => {
    const until = now + ms;
    await letWireRest();
    for (let next = takeNextDue(until); next; next = takeNextDue(until)) {
      now = Math.max(now, next.due);
      next.run();
      await letWireRest();
    }
    now = until;
  };

  return {
    mode: "simulated",
    now: () => now,
    after(delayMs, run) {
      const timer = { due: now + Math.max(0, delayMs), order: order++, run };
      waiting.add(timer);
      return { cancel: () => void waiting.delete(timer) };
    },
    advance(ms) {
      turn = turn.then(() => move(ms));
      return turn;
    },
    close: () => waiting.clear(),
  };
}

/** The machine's own time, for a demonstration with people in front of it. */
export function createRealClock(): Clock {
  const timers = new Set<NodeJS.Timeout>();
  return {
    mode: "real",
    now: () => Date.now(),
    after(delayMs, run) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, delayMs);
      timers.add(timer);
      return {
        cancel: () => {
          timers.delete(timer);
          clearTimeout(timer);
        },
      };
    },
    advance: () =>
      Promise.reject(new Error("The clock is real; start the simulator with a simulated clock to advance it.")),
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
