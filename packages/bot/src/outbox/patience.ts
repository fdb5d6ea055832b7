import { isUnreachable } from "../wecom/errcode.ts";
import { WecomError } from "../wecom/wecom-error.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** Milliseconds after the first, second … failed attempt; the last one repeats until the day is over. */
const PAUSES = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE] as const;
/** An administrator has to mend it: asking more often only risks a block. */
const REPAIR_PAUSE = 10 * MINUTE;
/** Our own faults (a file that cannot be made) hold up everything else for this person: not for a whole day. */
const MOST_OWN_FAILURES = 5;

export type Verdict =
  | Readonly<{ next: "retry"; at: number; why: string; mayHaveArrived: boolean }>
  | Readonly<{ next: "give-up"; why: string; ours: boolean }>;

type Attempt = Readonly<{ attempts: number; waitingSince: number; now: number }>;

/** What to do after a failed attempt. Nothing is dropped that may still arrive within a day. */
export function judge(error: unknown, { attempts, waitingSince, now }: Attempt): Verdict {
  const tooOld = now - waitingSince > DAY;
  if (!(error instanceof WecomError)) {
    const why = error instanceof Error ? error.name : "failure";
    if (tooOld || attempts >= MOST_OWN_FAILURES) return { next: "give-up", why, ours: true };
    return { next: "retry", at: now + pauseAfter(attempts), why, mayHaveArrived: false };
  }
  const why = error.errcode === null ? error.code : `${error.code} ${error.errcode}`;
  const final = error.retry === "never" || (error.errcode !== null && isUnreachable(error.errcode));
  if (tooOld || final) return { next: "give-up", why, ours: error.code === "NOT_SENDABLE" };
  const pause = error.retry === "repair" ? REPAIR_PAUSE : pauseAfter(attempts);
  const at = now + Math.max(pause, error.retryAfterMs);
  return { next: "retry", at, why, mayHaveArrived: error.code !== "REFUSED" && error.code !== "RESTING" };
}

function pauseAfter(attempts: number): number {
  return PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? SECOND;
}
