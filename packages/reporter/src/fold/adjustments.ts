import type { Fact, RecordId, Statement } from "@gongkai/schema";
import type { IdList } from "./id-list.ts";

type Adjusting = Extract<Statement, { kind: "withdrawn" | "restored" | "corrected" }>;

/** What adjustments act on. `Reading` is a line in its standing form, kept only while the line is withdrawn. */
export type Adjustable<Reading> = Readonly<{
  ids: IdList;
  reading: (line: number) => Reading;
  rewrite: (line: number, fact: Fact) => void;
  blank: (line: number) => void;
  restore: (line: number, reading: Reading) => void;
}>;

/** What came for one record since the lines were last settled; of each sort the last says all. */
type Pending = { withdrawn?: boolean; becomes?: Fact };

const SLICE = 5_000;

/**
 * Withdrawals, restorations and corrections, by the record they mean. They are few and come after it, so no index of a
 * million ids is kept: the targets are looked for in one walk over the lines, and forgotten once they are played.
 * A correction of a withdrawn record changes its wording and leaves it withdrawn.
 */
export class Adjustments<Reading> {
  readonly #lines: Adjustable<Reading>;
  readonly #pending = new Map<RecordId, Pending>();
  readonly #withdrawn = new Map<number, Reading>();

  constructor(lines: Adjustable<Reading>) {
    this.#lines = lines;
  }

  add(states: Adjusting): void {
    const pending = this.#pending.get(states.target) ?? {};
    if (states.kind === "corrected") pending.becomes = states.becomes;
    else pending.withdrawn = states.kind === "withdrawn";
    this.#pending.set(states.target, pending);
  }

  /**
   * Plays what is pending over the lines, latest first, yielding now and then. A target not in the ledger is ignored.
   * No record may be added before the walk is over.
   */
  *settling(): Generator<void> {
    for (let line = this.#lines.ids.length - 1; line >= 0 && this.#pending.size > 0; line -= 1) {
      const id = this.#lines.ids.at(line);
      const pending = id === undefined ? undefined : this.#pending.get(id);
      if (id !== undefined && pending) {
        this.#pending.delete(id);
        this.#play(pending, line);
      }
      if (line % SLICE === 0) yield;
    }
    this.#pending.clear();
  }

  #play({ withdrawn, becomes }: Pending, line: number): void {
    const kept = this.#withdrawn.get(line);
    if (kept !== undefined) {
      this.#lines.restore(line, kept);
      this.#withdrawn.delete(line);
    }
    if (becomes) this.#lines.rewrite(line, becomes);
    if (withdrawn ?? kept !== undefined) {
      this.#withdrawn.set(line, this.#lines.reading(line));
      this.#lines.blank(line);
    }
  }
}
