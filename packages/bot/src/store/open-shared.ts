import type { SharedPorts } from "./lease-port.ts";
import { processShared } from "./process/process-shared.ts";
import { redisShared } from "./redis/redis-shared.ts";

/** `prefix` keeps deployments that share one server apart. */
export type SharedPlace = Readonly<{ redisUrl?: string; prefix?: string }>;

/** Redis when there is one, else this process alone. @throws StoreError SHARED_UNREACHABLE */
export async function openShared({ redisUrl, prefix = "gongkai" }: SharedPlace): Promise<SharedPorts> {
  return redisUrl === undefined ? processShared(Date.now) : redisShared({ redisUrl, prefix });
}
