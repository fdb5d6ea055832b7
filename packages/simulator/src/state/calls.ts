import type { Clock } from "../clock.ts";

/** Older calls are forgotten, so that a long run does not grow without bound. */
const KEPT = 20_000;

/** One call of the product. Secrets and tokens are masked. */
export type ApiCall = Readonly<{
  at: number;
  method: string;
  path: string;
  query: Readonly<Record<string, string>>;
  body?: unknown;
  errcode: number;
}>;

const SECRET = new Set(["access_token", "corpsecret", "key"]);

export function createCalls(clock: Clock) {
  let kept: ApiCall[] = [];
  return {
    note(call: Omit<ApiCall, "at" | "query"> & { query: URLSearchParams }): void {
      const query = Object.fromEntries(
        [...call.query].map(([name, value]) => [name, SECRET.has(name) ? "***" : value]),
      );
      kept.push({ ...call, at: clock.now(), query });
      if (kept.length > KEPT) kept = kept.slice(-KEPT / 2);
    },
    list: (path?: string) => (path === undefined ? [...kept] : kept.filter((call) => call.path === path)),
    clear(): void {
      kept = [];
    },
  };
}

export type Calls = ReturnType<typeof createCalls>;
