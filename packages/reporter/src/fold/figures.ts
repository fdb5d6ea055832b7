import { FIGURE_IDS, type FigureId, type LocalDate, type ProseKey, type RecordId } from "@gongkai/schema";
import type { CaseCells } from "./case-cells.ts";
import { type Contribution, Figure, type Gap } from "./figure.ts";
import { gapsIn } from "./gaps.ts";
import { type Overlap, overlapsIn } from "./overlaps.ts";
import { recipeOf } from "./recipe.ts";
import { type StatedBeside, statedBeside, unplacedCounts } from "./strays.ts";
import type { Unplaced } from "./unplaced.ts";
import { type FoldedLedger, YearFold } from "./year-fold.ts";
import { feedersOf } from "./year-view.ts";

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

  constructor(ledger: FoldedLedger, { year, asOf, only }: FiguresOf) {
    this.year = year;
    this.asOf = asOf;
    this.ids = only ? FIGURE_IDS.filter((id) => only.has(id)) : FIGURE_IDS;
    this.#ledger = ledger;
    this.#fold = new YearFold(ledger, year);
    this.#version = ledger.lines.version;
    this.gaps = gapsIn(this.#fold.view, { ...ledger, asOf });
    for (const id of this.ids) this.at(id);
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

  /** Numbers stated for figures that are computed, whether they agree or not. */
  get statedBeside(): readonly StatedBeside[] {
    this.#fresh();
    return statedBeside(this.#fold);
  }

  get cases(): CaseCells {
    return this.#fold.cases;
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
