import type { Fact } from "./fact.ts";
import type { ChainedRecord, LedgerRecord } from "./record.ts";
import type { RecordId } from "./record-id.ts";

/** A fact that stands: not withdrawn, in its latest wording. */
export type StandingFact = Readonly<{
  /** The record as first written; corrections keep its id. */
  id: RecordId;
  seq: number;
  record: LedgerRecord;
  fact: Fact;
  /** The correction that gave it this wording, if any. */
  correctedBy: RecordId | null;
}>;

type Line = StandingFact & Readonly<{ withdrawn: boolean }>;

/**
 * Plays withdrawals, restorations and corrections over the facts, in ledger order.
 * A correction of a withdrawn record changes its wording and leaves it withdrawn.
 */
export class StandingFacts {
  /** A line is replaced when it changes and never written to: whoever holds one keeps what he saw. */
  readonly #lines = new Map<RecordId, Line>();

  add({ seq, record }: Pick<ChainedRecord, "seq" | "record">): void {
    const { states } = record;
    switch (states.kind) {
      case "withdrawn":
      case "restored": {
        const line = this.#lines.get(states.target);
        if (line) this.#lines.set(line.id, { ...line, withdrawn: states.kind === "withdrawn" });
        return;
      }
      case "corrected": {
        const line = this.#lines.get(states.target);
        if (line) this.#lines.set(line.id, { ...line, fact: states.becomes, correctedBy: record.id });
        return;
      }
      case "month-closed":
      case "month-reopened":
        return;
      default:
        this.#lines.set(record.id, { id: record.id, seq, record, fact: states, correctedBy: null, withdrawn: false });
    }
  }

  /** In ledger order. */
  *[Symbol.iterator](): Generator<StandingFact> {
    for (const line of this.#lines.values()) if (!line.withdrawn) yield line;
  }

  /** A fact by its record id, also when it is withdrawn. */
  find(id: RecordId): Line | undefined {
    return this.#lines.get(id);
  }
}

export function standingFacts(records: Iterable<Pick<ChainedRecord, "seq" | "record">>): StandingFacts {
  const facts = new StandingFacts();
  for (const record of records) facts.add(record);
  return facts;
}
