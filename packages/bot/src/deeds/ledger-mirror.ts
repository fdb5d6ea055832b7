import { Fold } from "@gongkai/reporter";
import {
  type CaseKind,
  type Catalogue,
  type ChainedRecord,
  type Month,
  type Office,
  StandingFacts,
  yearOf,
} from "@gongkai/schema";
import type { LedgerReader } from "../store/ledger-port.ts";

const KIND_OF: Readonly<Record<string, CaseKind>> = { A: "application", R: "review", L: "litigation" };
const PAGE = 5_000;
const NO_HASH = "";

/** What the records up to one point come to. */
export class Reflection {
  readonly facts = new StandingFacts();
  readonly fold: Fold;
  readonly closed = new Set<Month>();
  readonly #highest = new Map<string, number>();
  seq = 0;
  hash = NO_HASH;

  constructor(fold: Fold) {
    this.fold = fold;
  }

  add(chained: ChainedRecord): void {
    this.facts.add(chained);
    this.fold.add(chained);
    const { states } = chained.record;
    if (states.kind === "month-closed") this.closed.add(states.month);
    if (states.kind === "month-reopened") this.closed.delete(states.month);
    if ("case" in states && "receivedOn" in states) this.#number(states.case);
    this.seq = chained.seq;
    this.hash = chained.hash;
  }

  /** Numbers of withdrawn cases are not given again. */
  nextCaseNumber(kind: CaseKind, year: number): number {
    return (this.#highest.get(`${kind} ${year}`) ?? 0) + 1;
  }

  #number(id: string): void {
    const kind = KIND_OF[id.slice(0, 1)] ?? "application";
    const key = `${kind} ${yearOf(id.slice(2, 6))}`;
    this.#highest.set(key, Math.max(this.#highest.get(key) ?? 0, Number(id.slice(7))));
  }
}

/**
 * The organ's ledger as it stands, kept between turns and caught up by what is new. Records of a transaction that was
 * rolled back are noticed by the chain: then everything is read afresh.
 */
export class LedgerMirror {
  readonly #office: Office;
  readonly #catalogue: Catalogue;
  #reflection: Reflection;

  constructor(office: Office, catalogue: Catalogue) {
    this.#office = office;
    this.#catalogue = catalogue;
    this.#reflection = this.#fresh();
  }

  /** Brings the mirror up to the ledger as `reader` sees it, inside a transaction that holds the organ's lock. */
  async catchUp(reader: LedgerReader): Promise<Reflection> {
    const { key } = this.#office;
    const head = await reader.head(key);
    if (head.seq < this.#reflection.seq) this.#reflection = this.#fresh();
    if (head.seq === this.#reflection.seq) {
      if (head.seq === 0 || head.hash === this.#reflection.hash) return this.#reflection;
      this.#reflection = this.#fresh();
    }
    for (;;) {
      const page = await reader.recordsAfter(key, this.#reflection.seq, PAGE);
      const [first] = page;
      if (!first) break;
      if (this.#reflection.seq > 0 && first.previous !== this.#reflection.hash) {
        this.#reflection = this.#fresh();
        continue;
      }
      for (const chained of page) this.#reflection.add(chained);
    }
    return this.#reflection;
  }

  #fresh(): Reflection {
    return new Reflection(new Fold({ office: this.#office, catalogue: this.#catalogue }));
  }
}
