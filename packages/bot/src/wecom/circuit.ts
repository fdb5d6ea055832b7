const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Rests all calls after a frequency limit: the platform blocks for 60 seconds first, for 60 minutes when pressed. */
export type Circuit = Readonly<{
  /** Milliseconds still to rest; 0 when calls may go. */
  restFor: () => number;
  /** A call was refused for its frequency; returns how long to rest. */
  trip: () => number;
}>;

export function createCircuit(now: () => number): Circuit {
  let until = 0;
  let trippedAt = Number.NEGATIVE_INFINITY;
  return {
    restFor: () => Math.max(0, until - now()),
    trip() {
      if (until > now()) return until - now(); // calls already under way when it tripped
      const rest = now() - trippedAt < 3 * MINUTE ? HOUR : MINUTE;
      trippedAt = now();
      until = trippedAt + rest;
      return rest;
    },
  };
}
