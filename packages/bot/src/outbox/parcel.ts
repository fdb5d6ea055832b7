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
  features: Features;
  makeFile: FileMaker;
  /** Results of rows sent before: a card's update needs its code. */
  queue: Pick<OutboxQueue, "resultOf">;
  log: Log;
  now: () => number;
}>;

/** What stays with the row: the platform's handles on what it delivered. */
export type Delivered = Sent & Readonly<{ sentAt: number }>;

/** Seconds in which a repeated try is dropped by the platform when the first one had arrived. */
const DUPLICATE_WITHIN = 300;

/** A first try must not have the duplicate check: the same short answer twice in a row is legitimate. */
export function sendOptions({ mayHaveArrived, features }: Parcel): SendOptions {
  if (!mayHaveArrived) return {};
  return features.duplicateCheck ? { mayHaveArrived, duplicateWithin: DUPLICATE_WITHIN } : { mayHaveArrived };
}
