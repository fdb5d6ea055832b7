/** Exchanges with the product's own server that have been posted and not yet answered. */
export function createInFlight(patienceMs: number) {
  const open = new Set<Promise<unknown>>();
  return {
    track<T>(exchange: Promise<T>): Promise<T> {
      open.add(exchange);
      const forget = () => void open.delete(exchange);
      exchange.then(forget, forget);
      return exchange;
    },
    /** Resolves when nothing is under way, or after `patienceMs` of real time: someone will not answer. */
    async rest(): Promise<void> {
      await new Promise((resolve) => setImmediate(resolve));
      if (open.size === 0) return;
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise((resolve) => {
        timer = setTimeout(resolve, patienceMs);
      });
      await Promise.race([Promise.allSettled([...open]), patience]);
      clearTimeout(timer);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

export type InFlight = ReturnType<typeof createInFlight>;
