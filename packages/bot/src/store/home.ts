import type { ChainReader } from "./chain-port.ts";
import type { HomeCopy } from "./copy-port.ts";
import type { InboxDoor, InboxReader, InboxWorker } from "./inbox-port.ts";
import type { JobQueue, JobWriter } from "./job-port.ts";
import type { LedgerReader, LedgerWriter } from "./ledger-port.ts";
import type { NoteKeeper } from "./note-port.ts";
import type { OutboxQueue, OutboxWriter } from "./outbox-port.ts";
import type { MissKeeper, TalkKeeper } from "./talk-port.ts";

/** Everything a deed may touch: ledger, message state, conversation, outbox and jobs live or die together. */
export interface Transaction
  extends LedgerWriter,
    InboxWorker,
    OutboxWriter,
    TalkKeeper,
    MissKeeper,
    JobWriter,
    NoteKeeper {}

/** One durable home of the ledger and its queues: SQLite or PostgreSQL. */
export interface Home
  extends ChainReader,
    HomeCopy,
    LedgerReader,
    InboxDoor,
    InboxReader,
    OutboxQueue,
    JobQueue,
    Pick<MissKeeper, "misses"> {
  /**
   * Runs `work` in one transaction holding the organ's lock: one at a time per organ, over all processes.
   * Commits when it resolves, rolls everything back when it rejects. Never call the home itself from inside (that is
   * refused with an Error), await every call before the next, and never wait for the network in there.
   */
  transact<T>(organ: string, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Resolves when a trivial write went through; rejects when the home cannot be written. */
  probe(): Promise<void>;
  close(): Promise<void>;
}
