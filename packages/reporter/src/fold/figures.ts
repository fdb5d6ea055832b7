import {
  type ApplicantKind,
  type CaseFact,
  type FactOf,
  FIGURE_IDS,
  type FigureId,
  type IndicatorKey,
  isCaseFact,
  type LocalDate,
  type Month,
  type ProseKey,
  type RecordId,
} from "@gongkai/schema";
import { isOpenAt } from "./applications.ts";
import type { CaseCells } from "./case-cells.ts";
import { type Denial, denialsIn } from "./denials.ts";
import { type Contribution, Figure, type Gap } from "./figure.ts";
import { gapsIn } from "./gaps.ts";
import { type Mixture, mixedOpenings, mixturesIn } from "./mixtures.ts";
import { type Overlap, overlapsIn } from "./overlaps.ts";
import { recipeOf } from "./recipe.ts";
import { runningBalance } from "./running-balance.ts";
import { type StatedBeside, statedBeside, unplacedCounts } from "./strays.ts";
import type { Unplaced } from "./unplaced.ts";
import { type FoldedLedger, YearFold } from "./year-fold.ts";
import { feedersOf } from "./year-view.ts";

export type Explanation = Readonly<{ record: RecordId; fact: FactOf<"finding-explained"> }>;
export type StoredText = Readonly<{ text: string; record: RecordId }>;
export type FiguresOf = Readonly<{
  year: number;
  asOf: LocalDate | undefined;
  only: ReadonlySet<FigureId> | undefined;
}>;

/** The figures of one year, and beside them everything that keeps them from being final. */
export class Figures {
  readonly year: number;
  readonly asOf: LocalDate | undefined;
  /** Ids of the figures asked for. */
  readonly ids: readonly FigureId[];
  /** Every month somebody owes, also of indicators that feed no figure. */
  readonly gaps: readonly Gap[];
  readonly #ledger: FoldedLedger;
  readonly #fold: YearFold;
  readonly #version: number;
  readonly #figures = new Map<FigureId, Figure>();

  private constructor(ledger: FoldedLedger, fold: YearFold, { year, asOf, only }: FiguresOf) {
    this.year = year;
    this.asOf = asOf;
    this.ids = only ? FIGURE_IDS.filter((id) => only.has(id)) : FIGURE_IDS;
    this.#ledger = ledger;
    this.#fold = fold;
    this.#version = ledger.lines.version;
    this.gaps = gapsIn(fold.view, { ...ledger, asOf });
  }

  /** Every figure asked for is taken before it is done: a snapshot. Yields between figures. */
  static *taking(ledger: FoldedLedger, of: FiguresOf): Generator<void, Figures> {
    const figures = new Figures(ledger, yield* YearFold.taking(ledger, of.year), of);
    yield;
    for (const id of figures.ids) {
      figures.at(id);
      yield;
    }
    return figures;
  }

  at(id: FigureId): Figure {
    const known = this.#figures.get(id);
    if (known) return known;
    const tally = this.#fold.tally(id);
    const figure = new Figure(tally, this.#gapsOf(id, new Set()), () => {
      this.#fresh();
      const contributions: Contribution[] = [];
      tally.terms((line, amount) => contributions.push({ record: this.#ledger.lines.idAt(line), amount }));
      return contributions;
    });
    this.#figures.set(id, figure);
    return figure;
  }

  /** A figure of an earlier published report, in stored units. */
  published(year: number, id: FigureId): number | null {
    return this.#ledger.published.at(year, id)?.value ?? null;
  }

  get unplaced(): readonly Unplaced[] {
    this.#fresh();
    return [...this.cases.unplaced, ...unplacedCounts(this.#fold)];
  }

  get overlaps(): readonly Overlap[] {
    this.#fresh();
    return overlapsIn(this.#fold.view, this.#ledger.catalogue);
  }

  get mixtures(): readonly Mixture[] {
    this.#fresh();
    return [...mixturesIn(this.#fold, this.#ledger), ...mixedOpenings(this.#fold, this.#ledger)];
  }

  /** Numbers stated for figures that are computed, whether they agree or not. */
  get statedBeside(): readonly StatedBeside[] {
    this.#fresh();
    return statedBeside(this.#fold);
  }

  /** Applications waiting at the end of each month, January first. */
  waitingByMonth(column: ApplicantKind): readonly number[] {
    this.#fresh();
    return runningBalance(this.#fold, column);
  }

  /** Cases of a column open on 31 December, by the record that opened them; `null` where the column is typed in as numbers. */
  openCases(column: ApplicantKind): readonly RecordId[] | null {
    if (this.#fold.counts(column)) return null;
    const lastDay = `${this.year}-12-31`;
    return this.cases.applications
      .filter((application) => application.applicant === column && isOpenAt(application, lastDay))
      .map(({ line }) => this.#ledger.lines.idAt(line));
  }

  /** Readings of a running counter at the end of the year and of the one before; `undefined` for any other figure. */
  counterReadings(id: FigureId): Readonly<{ now: number | null; before: number | null }> | undefined {
    const { catalogue, office } = this.#ledger;
    if (recipeOf(id, catalogue, office.makesRegulations).kind !== "counter") return undefined;
    return { now: this.#fold.statedStock(id).value, before: this.#fold.lastReading(id).value };
  }

  /** Nils stated although a figure for those days stood already, whatever its channel. */
  get denials(): readonly Denial[] {
    this.#fresh();
    return denialsIn(this.#fold.view);
  }

  /** Months of the year that are closed, in order. */
  get closedMonths(): readonly Month[] {
    return [...this.#ledger.lines.closedMonths].filter((month) => month.startsWith(`${this.year}-`)).sort();
  }

  /** Indicators of a figure for which something was counted, in the catalogue's order. */
  reportedKinds(id: FigureId): readonly IndicatorKey[] {
    const { view } = this.#fold;
    return feedersOf(this.#ledger.catalogue, id).filter((key) =>
      [...view.subjectsWhere((at) => at.kind === "figure" && at.indicator === key)].some((at) => view.sumOf(at) > 0),
    );
  }

  /** Facts of the cases that stand, of whatever year, each with the record that stated it. */
  get caseFacts(): readonly Readonly<{ record: RecordId; fact: CaseFact }>[] {
    this.#fresh();
    return this.#ledger.lines
      .facts()
      .flatMap(([line, fact]) => (isCaseFact(fact) ? [{ record: this.#ledger.lines.idAt(line), fact }] : []));
  }

  /** Reconsiderations reported as received in numbers, without a case; they move no cell by themselves. */
  get receivedDisputes(): Readonly<{ count: number; records: readonly RecordId[] }> {
    const { view } = this.#fold;
    const received = view.subjectsWhere((at) => at.kind === "figure" && at.indicator === "review.received");
    const records: RecordId[] = [];
    let count = 0;
    view.each(received, (line, _period, quantity) => {
      count += quantity;
      if (quantity > 0) records.push(this.#ledger.lines.idAt(line));
    });
    return { count, records };
  }

  get cases(): CaseCells {
    return this.#fold.cases;
  }

  /** Reasons given for findings on this year, in ledger order. */
  get explanations(): readonly Explanation[] {
    this.#fresh();
    return this.#ledger.lines
      .facts()
      .flatMap(([line, fact]) =>
        fact.kind === "finding-explained" && fact.year === this.year
          ? [{ record: this.#ledger.lines.idAt(line), fact }]
          : [],
      );
  }

  /** The texts stored for the year; of several for one place the latest stands. */
  get texts(): ReadonlyMap<ProseKey, StoredText> {
    this.#fresh();
    const texts = new Map<ProseKey, StoredText>();
    for (const [line, fact] of this.#ledger.lines.facts())
      if (fact.kind === "text-stored" && fact.year === this.year)
        texts.set(fact.key, { text: fact.text, record: this.#ledger.lines.idAt(line) });
    return texts;
  }

  #gapsOf(id: FigureId, seen: Set<FigureId>): readonly Gap[] {
    seen.add(id);
    const { catalogue, office } = this.#ledger;
    const recipe = recipeOf(id, catalogue, office.makesRegulations);
    const operands =
      recipe.kind === "derived" ? [...recipe.plus, ...recipe.minus] : (this.#fold.tally(id).operands ?? []);
    const feeders = new Set(feedersOf(catalogue, id));
    const own = this.gaps.filter(({ indicator }) => feeders.has(indicator));
    return [
      ...new Set([...own, ...operands.flatMap((operand) => (seen.has(operand) ? [] : this.#gapsOf(operand, seen)))]),
    ];
  }

  #fresh(): void {
    if (this.#ledger.lines.version !== this.#version)
      throw new Error("records were added after these figures were taken; take figures again before looking into them");
  }
}
