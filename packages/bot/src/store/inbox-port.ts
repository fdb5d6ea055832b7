/** A proved and decrypted callback, accepted before it is understood. */
export type AcceptedMessage = Readonly<{
  organ: string;
  /** Idempotency key: corp, agent and MsgId, or a digest of an event. */
  key: string;
  /** Member id in lower case. */
  from: string;
  /** Epoch milliseconds at which the platform says it was sent. */
  sentAt: number;
  /** Epoch milliseconds at which we accepted it. */
  receivedAt: number;
  /** The typed message as JSON; the inbox does not look inside. */
  payload: string;
  /** The callback's nonce and the SHA-256 of its ciphertext: a known nonce with another body is refused. */
  nonce: string;
  bodyDigest: string;
}>;

export type Acceptance = "accepted" | "already" | "nonce-reused";

export interface InboxDoor {
  /** Durable when it resolves. Concurrent calls share one commit (group commit). */
  accept(message: AcceptedMessage): Promise<Acceptance>;
}

/** A message waiting to be worked off; `place` orders the organ's messages. */
export type WaitingMessage = AcceptedMessage & Readonly<{ place: number; attempts: number }>;

export interface InboxWorker {
  /** The organ's oldest waiting message that is due, or `undefined`. */
  oldestWaiting(organ: string, now: number): Promise<WaitingMessage | undefined>;
  markDone(organ: string, key: string, outcome: string): Promise<void>;
  /** After a failure: try again at `retryAt`, or give up for good when it is null. */
  markFailed(organ: string, key: string, retryAt: number | null, why: string): Promise<void>;
}

export interface InboxReader {
  /** Organs with waiting messages. */
  organsWaiting(now: number): Promise<string[]>;
  inboxDepth(): Promise<{ waiting: number; failed: number; oldestReceivedAt: number | null }>;
}
