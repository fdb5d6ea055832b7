import {
  type Catalogue,
  type ChainedRecord,
  type FigureId,
  type LocalDate,
  type Office,
  yearOf,
} from "@gongkai/schema";
import { atOnce } from "./at-once.ts";
import { Figures } from "./figures.ts";
import { Lines } from "./lines.ts";
import { Published } from "./published.ts";
import { writtenBy } from "./written-by.ts";
import type { FoldedLedger } from "./year-fold.ts";

export type FoldOf = Readonly<{
  office: Pick<Office, "sections" | "makesRegulations">;
  catalogue: Catalogue;
  /** Only records written by the end of this day, in Shanghai. */
  asOf?: LocalDate | undefined;
}>;

/**
 * The ledger being counted: records go in one by one in ledger order, figures of any year come out.
 * Nothing else counts.
 */
export class Fold {
  readonly #of: FoldOf;
  readonly #lines = new Lines();
  readonly #admits: (writtenAt: string) => boolean;
  #settled: { version: number; ledger: FoldedLedger } | undefined;

  constructor(of: FoldOf) {
    this.#of = of;
    this.#admits = of.asOf === undefined ? () => true : writtenBy(of.asOf);
  }

  get asOf(): LocalDate | undefined {
    return this.#of.asOf;
  }

  add(chained: Pick<ChainedRecord, "seq" | "record">): void {
    if (this.#admits(chained.record.writtenAt)) this.#lines.add(chained);
  }

  /** Plays corrections and withdrawals over what was added, yielding between slices; `figures` does the rest of it. */
  settling(): Generator<void> {
    return this.#lines.settling();
  }

  /** @throws plain Error when records are added later and the figures are then asked for their records. */
  figures(year: number, only?: ReadonlySet<FigureId>): Figures {
    return atOnce(this.taking(year, only));
  }

  /** The same, yielding between slices. No record may be added while it is under way. */
  *taking(year: number, only?: ReadonlySet<FigureId>): Generator<void, Figures> {
    yield* this.settling();
    return yield* Figures.taking(this.ledger(), { year, asOf: this.#of.asOf, only });
  }

  /** The settled ledger, for the other ways of counting in this room. */
  ledger(): FoldedLedger {
    this.#lines.settle();
    if (this.#settled?.version === this.#lines.version) return this.#settled.ledger;
    const published = new Published(this.#lines);
    const { office, catalogue } = this.#of;
    const firstYear = firstYearOf(this.#lines, published);
    const ledger = { lines: this.#lines, published, office, catalogue, firstYear };
    this.#settled = { version: this.#lines.version, ledger };
    return ledger;
  }
}

function firstYearOf(lines: Lines, published: Published): number {
  const years = published.years.map((year) => year + 1); // its closing opens the next year
  for (let place = 1; place < lines.periods.length; place += 1) years.push(yearOf(lines.periods.at(place).from));
  for (const [, fact] of lines.facts()) if ("receivedOn" in fact) years.push(yearOf(fact.receivedOn));
  return years.reduce((first, year) => Math.min(first, year), Number.POSITIVE_INFINITY);
}
