/** What is to be said to whom; `body` is typed by the outbox room, the store keeps it as JSON text. */
export type NewOutboxRow = Readonly<{
  organ: string;
  /** One per thing to be said: written twice it is one row. */
  key: string;
  /** Member id in lower case. */
  to: string;
  body: string;
  /** Epoch milliseconds before which it is not sent. */
  notBefore: number;
}>;

export type OutboxRow = NewOutboxRow &
  Readonly<{ place: number; attempts: number; createdAt: number; state: "waiting" | "sent" | "given-up" }>;

export interface OutboxWriter {
  put(rows: readonly NewOutboxRow[], now: number): Promise<void>;
}

/** The sender's side; each call is its own short transaction. */
export interface OutboxQueue {
  /**
   * Claims up to `limit` waiting rows that are due, oldest first and never a later row of a person while an earlier one
   * of theirs waits (one whose `notBefore` is still to come holds up nobody: tomorrow's digest does not delay tonight's
   * answer). Claimed rows are hidden from other processes until `until`; `attempts` counts this claim.
   */
  claim(now: number, until: number, limit: number): Promise<OutboxRow[]>;
  /** `result` is what the platform returned (msgid, response_code), as JSON text. The body is dropped. */
  markSent(organ: string, key: string, result: string, now: number): Promise<void>;
  retryAt(organ: string, key: string, at: number, why: string): Promise<void>;
  giveUp(organ: string, key: string, why: string, now: number): Promise<void>;
  /** The stored result of a sent row. */
  resultOf(organ: string, key: string): Promise<string | undefined>;
  outboxDepth(): Promise<{ waiting: number; givenUp: number; oldestCreatedAt: number | null }>;
  givenUp(organ: string, limit: number): Promise<OutboxRow[]>;
}
