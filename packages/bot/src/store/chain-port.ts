import type { RecordId } from "@gongkai/schema";

/** A line of the ledger exactly as it lies in the home: what the chain was computed over. */
export type StoredLine = Readonly<{
  organ: string;
  seq: number;
  id: string;
  /** The record as canonical JSON in the shape it was first written in. */
  body: string;
  previous: string;
  hash: string;
}>;

/** Words with the salt that hides them behind their digest; `text` is null when what is stored cannot be read. */
export type StoredWords = Readonly<{ record: RecordId; salt: string; text: string | null }>;

/** A personal detail as it lies there; its digest stands beside it, not in the chain. */
export type StoredPerson = Readonly<{ case: string; salt: string; digest: string; detail: string }>;

/** For `verify`, export and backup: nothing is parsed, lifted or checked on the way out. */
export interface ChainReader {
  /** Lines with `seq > after` in order, at most `limit`. */
  storedLines(organ: string, after: number, limit: number): Promise<StoredLine[]>;
  /** Words with `record > after` in order of record id, at most `limit`. */
  storedWords(organ: string, after: string, limit: number): Promise<StoredWords[]>;
  /** Details with `case > after` in order of case id, at most `limit`. */
  storedPersons(organ: string, after: string, limit: number): Promise<StoredPerson[]>;
}
