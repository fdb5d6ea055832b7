import {
  type ApplicantKind,
  type Catalogue,
  type CellId,
  type Channel,
  type DisputeBlock,
  type FigureId,
  isCellId,
  type Office,
} from "@gongkai/schema";
import { atOnce } from "./at-once.ts";
import { type CaseCells, caseCells } from "./case-cells.ts";
import { type CaseFees, feesIn } from "./fees.ts";
import type { Tally } from "./figure.ts";
import type { Lines } from "./lines.ts";
import type { Published } from "./published.ts";
import { type Recipe, recipeOf } from "./recipe.ts";
import { latest, monthlyLatest, perLine, summed, together, UNSTATED, ZERO } from "./roll-up.ts";
import type { Subject } from "./subject-table.ts";
import { feedersOf, isCellOf, YearView } from "./year-view.ts";

export type FoldedLedger = Readonly<{
  lines: Lines;
  published: Published;
  office: Pick<Office, "sections" | "makesRegulations">;
  catalogue: Catalogue;
  /** First year the ledger says anything about: no balance is carried from before it. */
  firstYear: number;
}>;

/** 主动公开 counts the portal, and what was reported without a channel; posts elsewhere are 新媒体发布. */
const COUNTED_CHANNELS: Readonly<Partial<Record<FigureId, readonly (Channel | null)[]>>> = {
  "s1.disclosed": [null, "website"],
};

/** The figures of one year, each computed once and only when asked for. */
export class YearFold {
  readonly year: number;
  readonly view: YearView;
  readonly cases: CaseCells;
  readonly fees: CaseFees;
  readonly #ledger: FoldedLedger;
  readonly #tallies = new Map<FigureId, Tally>();
  #before: YearFold | undefined;

  private constructor(ledger: FoldedLedger, view: YearView, before: YearFold | undefined) {
    const { year } = view;
    this.#ledger = ledger;
    this.#before = before;
    this.year = year;
    this.view = view;
    this.cases = caseCells(ledger.lines, year);
    this.fees = feesIn(ledger.lines, year);
  }

  /** Yields now and then so that the caller may let others run. Balances are carried over from the year before. */
  static *taking(ledger: FoldedLedger, year: number): Generator<void, YearFold> {
    const before = year > ledger.firstYear ? yield* YearView.taking(ledger.lines, year - 1) : undefined;
    const view = yield* YearView.taking(ledger.lines, year);
    return new YearFold(ledger, view, before && new YearFold(ledger, before, undefined));
  }

  tally(figure: FigureId): Tally {
    const known = this.#tallies.get(figure);
    if (known) return known;
    const { catalogue, office } = this.#ledger;
    const tally = this.#follow(figure, recipeOf(figure, catalogue, office.makesRegulations));
    this.#tallies.set(figure, tally);
    return tally;
  }

  /** What was stated for a figure, whether it counts or a computed one takes its place. */
  stated(figure: FigureId): Tally {
    const { figures, nils } = this.#subjectsOf(figure);
    return summed(this.view, figures, nils);
  }

  /** The latest statement of a figure that is no flow. */
  statedStock(figure: FigureId): Tally {
    return latest(this.view, this.#subjectsOf(figure).figures);
  }

  #follow(figure: FigureId, recipe: Recipe): Tally {
    switch (recipe.kind) {
      case "counted": {
        const counted = together(this.stated(figure), isCellId(figure) ? this.#fromCases(figure) : UNSTATED);
        return counted.value === null && recipe.absence === "zero" ? ZERO : counted;
      }
      case "latest":
        return this.statedStock(figure);
      case "monthly-latest":
        return monthlyLatest(this.view, this.#subjectsOf(figure).figures);
      case "counter":
        return this.#counter(figure);
      case "stock":
        return this.#stock(figure, recipe.made, recipe.repealed);
      case "opening":
        return this.#opening(recipe.column);
      case "pending":
        return this.#pending(recipe.block);
      case "fees":
        return this.#fees(figure);
      case "derived":
        return this.#derived(recipe.plus, recipe.minus);
    }
  }

  #subjectsOf(figure: FigureId): { figures: ReadonlySet<number>; nils: ReadonlySet<number> } {
    const indicators = new Set<string>(feedersOf(this.#ledger.catalogue, figure));
    const channels = COUNTED_CHANNELS[figure];
    const feeds = (subject: Subject) =>
      subject.kind === "figure" && indicators.has(subject.indicator) && (channels?.includes(subject.channel) ?? true);
    const isCell = (subject: Subject) => isCellId(figure) && isCellOf(subject, figure);
    return {
      figures: this.view.subjectsWhere((subject) => feeds(subject) || isCell(subject)),
      nils: this.view.subjectsWhere((subject) => subject.kind === "nil" && indicators.has(subject.indicator)),
    };
  }

  #fromCases(cell: CellId): Tally {
    const lines = this.cases.linesAt(cell);
    return lines.length > 0 ? perLine(lines) : UNSTATED;
  }

  #counter(figure: FigureId): Tally {
    const now = this.statedStock(figure);
    const before = this.lastReading(figure);
    if (now.value === null || before.value === null) return UNSTATED;
    return {
      ...now,
      value: now.value - before.value,
      terms: (add) => {
        now.terms(add);
        before.terms((line, amount) => add(line, -amount));
      },
    };
  }

  /** The last reading of the year before. */
  lastReading(figure: FigureId): Tally {
    return this.#lastYear()?.statedStock(figure) ?? UNSTATED;
  }

  #stock(figure: FigureId, made: FigureId, repealed: FigureId): Tally {
    const stated = this.statedStock(figure);
    if (stated.value !== null) return stated;
    const opening = this.#ledger.published.at(this.year - 1, figure) ?? this.#lastYear()?.tally(figure);
    const flows = this.#derived([made], [repealed]);
    if (opening?.value === undefined || opening.value === null || flows.value === null) {
      const unmakeable = figure.startsWith("t2.reg.") && !this.#ledger.office.makesRegulations;
      return unmakeable && flows.value === 0 ? ZERO : { ...UNSTATED, operands: [made, repealed] };
    }
    return { ...together(opening, flows), operands: [made, repealed] };
  }

  /** As stated for this year, else as published last year, else as last year's ledger closes. */
  #opening(column: ApplicantKind): Tally {
    const stated = this.stated(`t3.opening.${column}`);
    if (stated.value !== null) return stated;
    const published = this.#ledger.published.at(this.year - 1, `t3.closing.${column}`);
    if (published) return published;
    const typed = this.typedBefore(column);
    if (typed) return typed.tally(`t3.closing.${column}`);
    return perLine(this.cases.linesAt(`t3.opening.${column}`));
  }

  /** Last year, where this year opens a column of table 三 with what was typed there. */
  typedBefore(column: ApplicantKind): YearFold | undefined {
    const isTold =
      this.stated(`t3.opening.${column}`).value !== null ||
      this.#ledger.published.at(this.year - 1, `t3.closing.${column}`) !== undefined;
    const lastYear = this.#lastYear();
    return !isTold && lastYear?.counts(column) ? lastYear : undefined;
  }

  /** Whether a column of table 三 was entered as numbers in this year or before; else its cases say everything. */
  counts(column: ApplicantKind): boolean {
    const subjects = this.view.subjectsWhere(
      (subject) => subject.kind === "cell" && subject.cell.startsWith("t3.") && subject.cell.endsWith(`.${column}`),
    );
    if ([...subjects].some((subject) => this.view.touchedBy(subject) !== 0)) return true;
    return subjects.size > 0 && (this.#lastYear()?.counts(column) ?? false);
  }

  #pending(block: DisputeBlock): Tally {
    const cell: CellId = `t4.${block}.pending`;
    if (this.cases.keeps(block)) return perLine(this.cases.linesAt(cell));
    const stated = this.statedStock(cell);
    return stated.value === null ? ZERO : stated;
  }

  #fees(figure: FigureId): Tally {
    const counted = this.fees.at(figure) ?? UNSTATED;
    return this.fees.kept || figure !== "s6.info_fee" ? counted : this.stated(figure);
  }

  #derived(plus: readonly FigureId[], minus: readonly FigureId[]): Tally {
    const operands = [...plus, ...minus];
    const signed = [
      ...plus.map((figure) => ({ sign: 1, tally: this.tally(figure) })),
      ...minus.map((figure) => ({ sign: -1, tally: this.tally(figure) })),
    ];
    let value: number | null = 0;
    for (const { sign, tally } of signed)
      value = value === null || tally.value === null ? null : value + sign * tally.value;
    if (value === null) return { ...UNSTATED, operands };
    return {
      value,
      operands,
      terms: (add) => {
        for (const { sign, tally } of signed) tally.terms((line, amount) => add(line, sign * amount));
      },
    };
  }

  #lastYear(): YearFold | undefined {
    if (this.year <= this.#ledger.firstYear) return undefined;
    this.#before ??= atOnce(YearFold.taking(this.#ledger, this.year - 1));
    return this.#before;
  }
}
