import type { Member } from "@gongkai/schema";
import type { Sleep } from "../inbox/bell.ts";
import type { Log } from "../wecom/log.ts";

export type MemberBookWorld = Readonly<{
  organ: string;
  /** Reads the directory afresh; rejects while the platform cannot be reached. */
  read: () => Promise<Member[]>;
  log: Log;
  sleep: Sleep;
  /** Milliseconds between two readings; ten minutes when left out. */
  everyMs?: number | undefined;
}>;

export type MemberBook = Readonly<{
  members: () => readonly Member[];
  /** Resolves when the directory was read for the first time; then it is read again and again until `stop`. */
  start: () => Promise<void>;
  stop: () => void;
}>;

const REFRESH_MS = 10 * 60_000; // a person who leaves loses access within this time
const RETRY_MS = 15_000;

/** The office's people as the directory last told. While it cannot be read, the last ones known stand. */
export function createMemberBook({ organ, read, log, sleep, everyMs = REFRESH_MS }: MemberBookWorld): MemberBook {
  const stopping = new AbortController();
  let members: readonly Member[] = [];

  async function refresh(): Promise<boolean> {
    try {
      members = await read();
      return true;
    } catch (error) {
      log.warn({ organ, err: error }, "the directory could not be read; trying again");
      return false;
    }
  }
  const pause = (ms: number) => sleep(ms, stopping.signal).catch(() => undefined); // stopped

  async function keepFresh(): Promise<void> {
    while (!stopping.signal.aborted) {
      await pause(everyMs);
      if (!stopping.signal.aborted) await refresh();
    }
  }

  return {
    members: () => members,
    async start() {
      while (!(await refresh()) && !stopping.signal.aborted) await pause(RETRY_MS);
      void keepFresh();
    },
    stop: () => stopping.abort(),
  };
}
