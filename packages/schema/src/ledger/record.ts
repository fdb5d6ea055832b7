import { z } from "zod";
import { Fact, MonthClosed, MonthReopened } from "./fact.ts";
import { RecordId } from "./record-id.ts";

/** Undo is one more record, never a deletion. */
export const Withdrawn = z.strictObject({ kind: z.literal("withdrawn"), target: RecordId });
/** The withdrawal of `target` is itself taken back. */
export const Restored = z.strictObject({ kind: z.literal("restored"), target: RecordId });
/** `target` is the record as first written; the latest correction stands. */
export const Corrected = z.strictObject({ kind: z.literal("corrected"), target: RecordId, becomes: Fact });

export const Statement = z.union([
  Fact,
  z.discriminatedUnion("kind", [Withdrawn, Restored, Corrected, MonthClosed, MonthReopened]),
]);
export type Statement = z.infer<typeof Statement>;

export const Moment = z.iso.datetime({ offset: true });
export const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Today's shape. An older stored shape is lifted by `upcast` before it is parsed. */
export const RECORD_VERSION = 2 as const; // stays 2 in a record made of it, and never just a number

/**
 * One line of the ledger. Strict, plain JSON, no transforms: what is stored is what is read back.
 * Words and personal data are not in it; `wordsDigest` binds them from the erasable side table.
 */
export const LedgerRecord = z.strictObject({
  v: z.literal(RECORD_VERSION),
  id: RecordId,
  organ: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
  /** Section the fact is counted for; "" where no section applies (opening balances, closing a month). */
  section: z.string().max(64),
  /** Member id of the person who spoke. */
  by: z.string().min(1).max(64),
  saidAt: Moment,
  writtenAt: Moment,
  /** Idempotency key of the message, import row or form it came from. */
  source: z.string().min(1).max(300),
  line: z.int().min(0),
  /** The period was not said and was taken from the day of speaking. */
  periodImplied: z.boolean(),
  /** SHA-256 over salt and words; null when nothing was said in words. */
  wordsDigest: Digest.nullable(),
  states: Statement,
});
export type LedgerRecord = z.infer<typeof LedgerRecord>;

/** A record with its place in its organ's chain; `seq` starts at 1 and has no gaps. */
export type ChainedRecord = Readonly<{ seq: number; record: LedgerRecord; previous: string; hash: string }>;
