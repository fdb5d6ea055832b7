import type { Fact, RecordId, Statement } from "@gongkai/schema";
import type { IdList } from "./id-list.ts";

type Adjusting = Extract<Statement, { kind: "withdrawn" | "restored" | "corrected" }>;

/** What adjustments act on. `Reading` is a line as it was first written, kept only for lines that changed. */
export type Adjustable<Reading> = Readonly<{
  ids: IdList;
  reading: (line: number) => Reading;
  rewrite: (line: number, fact: Fact, written: Reading) => void;
  blank: (line: number) => void;
  restore: (line: number, written: Reading) => void;
}>;

type Adjusted<Reading> = {
  line: number | undefined;
  written: Reading | undefined;
  withdrawn: boolean;
  becomes: Fact | undefined;
};

const SLICE = 20_000;

/**
 * Withdrawals, restorations and corrections, by the record they mean. They are few and come after it, so no index of a
 * million ids is kept: the targets are looked for in one walk over the lines.
 * A correction of a withdrawn record changes its wording and leaves it withdrawn.
 */
export class Adjustments<Reading> {
  readonly #lines: Adjustable<Reading>;
  readonly #adjusted = new Map<RecordId, Adjusted<Reading>>();
  readonly #pending = new Set<RecordId>();

  constructor(lines: Adjustable<Reading>) {
    this.#lines = lines;
  }

  add(states: Adjusting): void {
    let adjusted = this.#adjusted.get(states.target);
    if (!adjusted) {
      adjusted = { line: undefined, written: undefined, withdrawn: false, becomes: undefined };
      this.#adjusted.set(states.target, adjusted);
    }
    if (states.kind === "corrected") adjusted.becomes = states.becomes;
    else adjusted.withdrawn = states.kind === "withdrawn";
    this.#pending.add(states.target);
  }

  /** Plays what is pending over the lines, yielding now and then. A target not in the ledger is ignored. */
  *settling(): Generator<void> {
    const pending = [...this.#pending];
    if (pending.length === 0) return;
    yield* this.#finding(pending);
    for (const [count, target] of pending.entries()) {
      this.#pending.delete(target);
      const adjusted = this.#adjusted.get(target);
      if (adjusted?.line !== undefined) this.#play(adjusted, adjusted.line);
      if (count % SLICE === SLICE - 1) yield;
    }
  }

  *#finding(pending: readonly RecordId[]): Generator<void> {
    const unknown = new Set(pending.filter((target) => this.#adjusted.get(target)?.line === undefined));
    for (let line = this.#lines.ids.length - 1; line >= 0 && unknown.size > 0; line -= 1) {
      const id = this.#lines.ids.at(line);
      if (id !== undefined && unknown.delete(id)) {
        const adjusted = this.#adjusted.get(id);
        if (adjusted) adjusted.line = line;
      }
      if (line % SLICE === 0) yield;
    }
  }

  #play(adjusted: Adjusted<Reading>, line: number): void {
    adjusted.written ??= this.#lines.reading(line);
    if (adjusted.withdrawn) this.#lines.blank(line);
    else if (adjusted.becomes) this.#lines.rewrite(line, adjusted.becomes, adjusted.written);
    else this.#lines.restore(line, adjusted.written);
  }
}
