import type { OutboxQueue } from "../store/outbox-port.ts";
import type { Log } from "../wecom/log.ts";
import type { SendOptions, Sent } from "../wecom/message-send.ts";
import type { Speaker } from "../wecom/speaker.ts";
import type { OutboxBody } from "./body.ts";
import type { Features } from "./features.ts";
import type { FileMaker } from "./file-maker.ts";

/** One row on its way. */
export type Parcel = Readonly<{
  speaker: Speaker;
  organ: string;
  to: string;
  body: OutboxBody;
  /** An earlier try may have reached the person without our knowing. */
  mayHaveArrived: boolean;
  /** Epoch milliseconds from which on it could be sent. */
  waitingSince: number;
  features: Features;
  makeFile: FileMaker;
  /** Results of rows sent before: a card's update needs its code. */
  queue: Pick<OutboxQueue, "resultOf">;
  log: Log;
  now: () => number;
}>;

/** What stays with the row: the platform's handles on what it delivered. */
export type Delivered = Sent & Readonly<{ sentAt: number }>;

/** Seconds; the platform looks back four hours at most (document/path/90236). */
const LONGEST_LOOK_BACK = 14_400;

/**
 * A first try must not have the duplicate check: the same short answer twice in a row is legitimate. A repeated one is
 * compared with what was said since it could first have gone out, and with nothing older.
 */
export function sendOptions({ mayHaveArrived, waitingSince, features, now }: Parcel): SendOptions {
  if (!mayHaveArrived) return {};
  const waited = Math.floor((now() - waitingSince) / 1000) + 1;
  const duplicateWithin = Math.min(Math.max(waited, 1), LONGEST_LOOK_BACK);
  return features.duplicateCheck ? { mayHaveArrived, duplicateWithin } : { mayHaveArrived };
}
