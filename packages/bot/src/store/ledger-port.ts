import type { ChainedRecord, LedgerRecord, RecordId } from "@gongkai/schema";

/** The speaker's words behind a record; erasable. The ledger keeps only their salted digest. */
export type Words = Readonly<{ record: RecordId; text: string }>;

/** An applicant's name, contact and what was asked for; erasable, shown only to those who handle the case. */
export type PersonalDetail = Readonly<{
  case: string;
  name: string | null;
  contact: string | null;
  subject: string | null;
}>;

/** A record before it has its place in the chain. `wordsDigest` is filled in by the store from `words`. */
export type NewRecord = Readonly<{ record: Omit<LedgerRecord, "wordsDigest">; words: string | null }>;

export type Appended = Readonly<{ chained: ChainedRecord; fresh: boolean }>;

/** Reading needs no transaction: a committed record never changes. */
export interface LedgerReader {
  /** Records of one organ in chain order, `seq > after`, at most `limit` (default 5 000). */
  recordsAfter(organ: string, after: number, limit?: number): Promise<ChainedRecord[]>;
  head(organ: string): Promise<{ seq: number; hash: string }>;
  /** The words behind records; a record whose words were erased or that had none is absent. */
  wordsOf(organ: string, records: readonly RecordId[]): Promise<ReadonlyMap<RecordId, string>>;
  personsOf(organ: string, cases: readonly string[]): Promise<ReadonlyMap<string, PersonalDetail>>;
  organs(): Promise<string[]>;
}

/** Writing, only inside a transaction that holds the organ's ledger lock. */
export interface LedgerWriter extends LedgerReader {
  /**
   * Appends in order, each chained to the one before. A record whose id is already there is not written again:
   * it comes back as it stands with `fresh: false`.
   */
  append(organ: string, records: readonly NewRecord[]): Promise<Appended[]>;
  keepPerson(organ: string, detail: PersonalDetail): Promise<void>;
  /** Removes words and salts; the chain still verifies. Returns how many were removed. */
  eraseWords(organ: string, records: readonly RecordId[]): Promise<number>;
  erasePersons(organ: string, cases: readonly string[]): Promise<number>;
}
