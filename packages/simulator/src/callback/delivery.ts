import type { Speaker } from "../state/timeline.ts";
import type { Attempt } from "./post.ts";

/** What became of one callback. */
export type DeliveryReport = Readonly<{
  id: string;
  agentid: Speaker;
  userid: string;
  /** Absent for events. */
  msgid?: string;
  event?: string;
  /** `no-callback` when the app has no callback url. */
  outcome: "accepted" | "gave-up" | "no-callback";
  attempts: readonly Attempt[];
  /** Second posts of the same message: chaos. */
  repeats: readonly Attempt[];
  /** What the product answered to forged posts beside it, by their name. */
  forged: Readonly<Record<string, Attempt>>;
  /** What the accepted answer was. */
  answer?: "empty" | "reply" | "other-text";
}>;

/** A callback under way. Under a simulated clock a retry waits until the clock is advanced. */
export type Delivery = Readonly<{
  id: string;
  /** The app, or the bot. */
  agentid: Speaker;
  userid: string;
  msgid?: string;
  /** The newest message of all chats when this was sent: answers have higher numbers. */
  seq: number;
  settled: Promise<DeliveryReport>;
}>;
