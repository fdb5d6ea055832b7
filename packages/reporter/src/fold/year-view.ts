import type { Catalogue, CellId, IndicatorKey } from "@gongkai/schema";
import type { Lines } from "./lines.ts";
import type { KnownPeriod } from "./period-table.ts";
import type { Subject } from "./subject-table.ts";

const SLICE = 100_000; // lines walked before others may run; a few milliseconds

/**
 * One walk over the lines for one report year: what each subject adds up to and which months it touches.
 * `touched` and `whole` are month masks, bit 0 January; `whole` counts only figures stated for whole months.
 */
export class YearView {
  readonly lines: Lines;
  readonly year: number;
  readonly #sums: Float64Array;
  readonly #touched: Uint16Array;
  readonly #whole: Uint16Array;
  readonly #inYear: Uint8Array;

  private constructor(lines: Lines, year: number) {
    this.lines = lines;
    this.year = year;
    const { subjects, periods } = lines;
    this.#inYear = new Uint8Array(periods.length);
    this.#sums = new Float64Array(subjects.length);
    this.#touched = new Uint16Array(subjects.length);
    this.#whole = new Uint16Array(subjects.length);
  }

  /** Walks the lines once, yielding now and then so that the caller may let others run. */
  static *taking(lines: Lines, year: number): Generator<void, YearView> {
    const view = new YearView(lines, year);
    const known = Array.from({ length: lines.periods.length }, (_, place) => lines.periods.at(place));
    for (const [place, at] of known.entries()) if (at.year === year) view.#inYear[place] = 1;
    const months = Uint16Array.from(known, (at) => at.months);
    const whole = Uint16Array.from(known, (at) => (at.wholeMonths ? at.months : 0));
    for (let from = 0; from < lines.length; from += SLICE) {
      view.#count(from, Math.min(from + SLICE, lines.length), { months, whole });
      yield;
    }
    return view;
  }

  #count(from: number, to: number, { months, whole }: Readonly<Record<"months" | "whole", Uint16Array>>): void {
    const { subject, period, quantity } = this.lines;
    for (let line = from; line < to; line += 1) {
      const about = subject.at(line);
      const place = period.at(line);
      if (about === 0 || this.#inYear[place] === 0) continue;
      this.#sums[about] = (this.#sums[about] ?? 0) + quantity.at(line);
      this.#touched[about] = (this.#touched[about] ?? 0) | (months[place] ?? 0);
      this.#whole[about] = (this.#whole[about] ?? 0) | (whole[place] ?? 0);
    }
  }

  sumOf(subject: number): number {
    return this.#sums[subject] ?? 0;
  }
  touchedBy(subject: number): number {
    return this.#touched[subject] ?? 0;
  }
  wholeOf(subject: number): number {
    return this.#whole[subject] ?? 0;
  }

  /** Places of the subjects that match. */
  subjectsWhere(matches: (subject: Subject) => boolean): ReadonlySet<number> {
    const places = new Set<number>();
    for (const [place, subject] of this.lines.subjects) if (matches(subject)) places.add(place);
    return places;
  }

  /** Walks the year's lines of some subjects, in ledger order. */
  each(subjects: ReadonlySet<number>, visit: (line: number, period: KnownPeriod, quantity: number) => void): void {
    if (subjects.size === 0) return;
    const { subject, period, quantity, periods } = this.lines;
    const wanted = new Uint8Array(this.lines.subjects.length);
    for (const place of subjects) wanted[place] = 1;
    for (let line = 0; line < this.lines.length; line += 1) {
      if (wanted[subject.at(line)] !== 1) continue;
      const place = period.at(line);
      if (this.#inYear[place] === 1) visit(line, periods.at(place), quantity.at(line));
    }
  }
}

const FEEDERS = new WeakMap<Catalogue, ReadonlyMap<string, readonly IndicatorKey[]>>();

/** Which indicators move a figure, by the catalogue's own word. A catalogue is turned round once. */
export function feedersOf(catalogue: Catalogue, figure: string): readonly IndicatorKey[] {
  const known = FEEDERS.get(catalogue) ?? feedersIn(catalogue);
  FEEDERS.set(catalogue, known);
  return known.get(figure) ?? [];
}

function feedersIn(catalogue: Catalogue): ReadonlyMap<string, readonly IndicatorKey[]> {
  const feeders = new Map<string, IndicatorKey[]>();
  const indicators = Object.entries(catalogue) as [IndicatorKey, Catalogue[IndicatorKey]][]; // its keys by its type
  for (const [key, { feeds }] of indicators)
    for (const figure of feeds) {
      const keys = feeders.get(figure);
      if (keys) keys.push(key);
      else feeders.set(figure, [key]);
    }
  return feeders;
}

export const isCellOf = (subject: Subject, cell: CellId): boolean => subject.kind === "cell" && subject.cell === cell;
