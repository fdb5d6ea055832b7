import type { Clock } from "../clock.ts";

const CHINA_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Person-times one app may send in a natural day of China: accounts times 200. [90312] */
export function createDailyQuota(clock: Clock, accounts: () => number) {
  let day = 0;
  let sent = new Map<number, number>();
  return {
    take(agentid: number, receivers: number): boolean {
      const today = Math.floor((clock.now() + CHINA_MS) / DAY_MS);
      if (today !== day) sent = new Map();
      day = today;
      const total = (sent.get(agentid) ?? 0) + receivers;
      if (total > accounts() * 200) return false;
      sent.set(agentid, total);
      return true;
    },
  };
}
