import {
  type ChainedRecord,
  type LedgerRecord,
  RECORD_VERSION,
  RecordId,
  recordIdOf,
  type Statement,
} from "@gongkai/schema";

type Told = Readonly<{ section?: string; writtenAt?: string; by?: string }>;
type Line = Pick<ChainedRecord, "seq" | "record">;

/** A ledger for tests of the fold: facts go in, records come out in chain order, each with an id of its own. */
export class TestLedger implements Iterable<Line> {
  readonly records: Line[] = [];
  readonly #organ: string;

  constructor(organ = "demo") {
    this.#organ = organ;
  }

  /** Writes one statement; returns the record's id. */
  tell(
    states: Statement,
    { section = "law", writtenAt = "2025-01-01T09:00:00+08:00", by = "zhang" }: Told = {},
  ): RecordId {
    const seq = this.records.length + 1;
    const source = `m${seq}`;
    const id = RecordId.parse(recordIdOf({ organ: this.#organ, source, line: 0 }));
    const record: LedgerRecord = {
      v: RECORD_VERSION,
      id,
      organ: this.#organ,
      section,
      by,
      saidAt: writtenAt,
      writtenAt,
      source,
      line: 0,
      periodImplied: false,
      wordsDigest: null,
      states,
    };
    this.records.push({ seq, record });
    return id;
  }

  figure(
    indicator: string,
    quantity: number,
    period: string,
    told: Told & { channel?: "website" | "wechat" | "weibo" | "douyin" } = {},
  ): RecordId {
    const { channel = null, ...rest } = told;
    return this.tell({ kind: "figure-reported", indicator, quantity, period, channel, outcome: null }, rest);
  }

  nil(indicator: string, period: string, told: Told = {}): RecordId {
    return this.tell({ kind: "nil-attested", indicator, period }, told);
  }

  withdraw(target: RecordId): RecordId {
    return this.tell({ kind: "withdrawn", target });
  }

  restore(target: RecordId): RecordId {
    return this.tell({ kind: "restored", target });
  }

  *[Symbol.iterator](): Generator<Line> {
    yield* this.records;
  }
}
