const HOUR = 3_600_000;

/** Counts events per key in sliding windows of at most an hour; times in milliseconds. */
export function createRateWindows(now: () => number) {
  const seen = new Map<string, number[]>();

  /** Times are appended in order, so the first one inside the window is found by halving. */
  const within = (key: string, ms: number): number => {
    const times = seen.get(key) ?? [];
    const from = now() - ms;
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[middle] ?? 0) > from) high = middle;
      else low = middle + 1;
    }
    return times.length - low;
  };

  return {
    within,
    add(key: string): void {
      const times = seen.get(key) ?? [];
      times.push(now());
      const inHour = within(key, HOUR);
      seen.set(key, times.length > 1024 && inHour < times.length / 2 ? times.slice(-inHour) : times);
    },
    /** Whether one more stays within every limit `[count, window]`. */
    allows: (key: string, limits: readonly (readonly [count: number, ms: number])[]) =>
      limits.every(([count, ms]) => within(key, ms) < count),
  };
}

export type RateWindows = ReturnType<typeof createRateWindows>;
