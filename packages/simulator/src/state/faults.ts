/**
 * An accident to happen on the next calls of a path. `drop` cuts the connection before or after the
 * call took effect; `latencyMs` is time of the simulator's clock.
 */
export type Fault = Readonly<{
  path: string;
  errcode?: number;
  status?: number;
  latencyMs?: number;
  drop?: "before" | "after";
  times?: number;
}>;

export function createFaults() {
  let pending: { fault: Fault; left: number }[] = [];
  return {
    add: (fault: Fault) => void pending.push({ fault, left: fault.times ?? 1 }),
    take(path: string): Fault | undefined {
      const hit = pending.find(({ fault }) => fault.path === path || fault.path === "*");
      if (!hit) return undefined;
      hit.left -= 1;
      pending = pending.filter(({ left }) => left > 0);
      return hit.fault;
    },
    list: () => pending.map(({ fault, left }) => ({ ...fault, times: left })),
    clear(): void {
      pending = [];
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
