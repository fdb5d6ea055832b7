import type { Tap } from "../dialogue/turn.ts";

/** One message of a member, proved and accepted. */
export type Message = Readonly<{
  /** Idempotency key: the same message always has the same. */
  source: string;
  /** Member id it came from, in lower case. */
  from: string;
  text: string;
  /** Moment it was said, ISO with any offset. */
  now: string;
  /** Moment it is worked off; the moment it was said when left out. */
  writtenAt?: string;
  tap?: Tap;
}>;
