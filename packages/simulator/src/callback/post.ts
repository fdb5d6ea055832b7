import type { Platform } from "../platform.ts";
import { bodyText } from "../wire/body-text.ts";
import type { Envelope } from "../wire/envelope.ts";

/** How one attempt ended. `body` is what the product answered. */
export type Attempt = Readonly<{
  at: number;
  outcome: "answered" | "bad-status" | "timeout" | "connection-failed";
  status?: number;
  body?: string;
}>;

export type Posting = Readonly<{
  platform: Platform;
  envelope: Pick<Envelope, "url" | "body" | "contentType">;
  timeoutMs: number;
  /** The answer counts as arriving so much later. */
  lateMs?: number;
}>;

/** Answers longer than this are no answers to a callback. */
const LONGEST_ANSWER = 1024 * 1024;

/** Posts once; after `timeoutMs` of the clock the connection is dropped. [90238] */
export function post({ platform, envelope, timeoutMs, lateMs = 0 }: Posting): Promise<Attempt> {
  const at = platform.clock.now();
  const dropped = new AbortController();
  return new Promise((resolve) => {
    let arrived = false;
    const timeout = platform.clock.after(timeoutMs, () => {
      dropped.abort();
      if (!arrived) platform.violations.note("answer-late", new URL(envelope.url).pathname);
      resolve({ at, outcome: "timeout" });
    });
    const finish = (attempt: Attempt) => {
      timeout.cancel();
      resolve(attempt);
    };
    platform.wire.track(exchange(envelope, dropped.signal)).then(
      ({ status, body }) => {
        arrived = true;
        const attempt: Attempt = { at, outcome: status === 200 ? "answered" : "bad-status", status, body };
        if (lateMs > 0) platform.clock.after(lateMs, () => finish(attempt));
        else finish(attempt);
      },
      () => {
        if (!dropped.signal.aborted) finish({ at, outcome: "connection-failed" });
      },
    );
  });
}

async function exchange({ url, body, contentType }: Posting["envelope"], signal: AbortSignal) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": contentType, "user-agent": "Mozilla/4.0" },
    body,
    redirect: "manual",
    signal,
  });
  return { status: response.status, body: (await bodyText(response)).slice(0, LONGEST_ANSWER) };
}
