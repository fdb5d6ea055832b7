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

/**
 * How long a nonce is remembered: the widest timestamp window an office may configure. Forever would refuse honest
 * messages, for the platform draws nonces from some ten digits and repeats one sooner or later.
 */
export const NONCE_MEMORY_MS = 24 * 3_600_000;

/** `nonce-reused` comes before `already`: nothing is stored, whatever the key. */
export type Acceptance = "accepted" | "already" | "nonce-reused";

export interface InboxDoor {
  /** Durable when it resolves. Concurrent calls share one commit (group commit). */
  accept(message: AcceptedMessage): Promise<Acceptance>;
}

/** A message waiting to be worked off; `place` orders the organ's messages. */
export type WaitingMessage = AcceptedMessage & Readonly<{ place: number; attempts: number }>;

export interface InboxWorker {
  /**
   * The organ's oldest waiting message that is due, or `undefined`. Never a later message of a person while an earlier
   * one of theirs waits for its retry: 撤销 must not overtake what it takes back.
   */
  oldestWaiting(organ: string, now: number): Promise<WaitingMessage | undefined>;
  /** The payload is dropped: from here on the words live in the erasable side table alone. */
  markDone(organ: string, key: string, outcome: string): Promise<void>;
  /** After a failure: try again at `retryAt`, or give up for good when it is null (the payload stays for a look). */
  markFailed(organ: string, key: string, retryAt: number | null, why: string): Promise<void>;
}

export interface InboxReader {
  /** Organs for which `oldestWaiting` would find a message. */
  organsWaiting(now: number): Promise<string[]>;
  inboxDepth(): Promise<{ waiting: number; failed: number; oldestReceivedAt: number | null }>;
}
