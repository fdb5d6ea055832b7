import type { Tap } from "../dialogue/turn.ts";
import type { Door } from "../wecom/message-base.ts";

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
  /** What a pressed button asks for; its text is then the button's. */
  tap?: Tap;
  /** The card that was pressed. */
  card?: PressedCard;
  /** Which door it came through, so that the answer goes the same way; the app's own chat when left out. */
  door?: Door;
}>;

/** A pressed card can be updated once, by the code that came with the click. */
export type PressedCard = Readonly<{ taskId: string; code: string; mintedAt: number }>;
