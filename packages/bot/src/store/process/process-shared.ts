import type { SharedPorts } from "../lease-port.ts";
import { ProcessBuckets } from "./process-buckets.ts";
import { ProcessCache } from "./process-cache.ts";
import { ProcessLease } from "./process-lease.ts";

/** For one process: nothing is shared, the behaviour is the same. `now` is epoch milliseconds. */
export function processShared(now: () => number): SharedPorts {
  return {
    lease: new ProcessLease(now),
    cache: new ProcessCache(now),
    buckets: new ProcessBuckets(now),
    close: async () => {},
  };
}
