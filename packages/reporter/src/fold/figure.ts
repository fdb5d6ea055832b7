import type { FigureId, IndicatorKey, LocalDate, Month, RecordId } from "@gongkai/schema";

/** A record's signed share of a figure, in stored units (fen for money). */
export type Contribution = Readonly<{ record: RecordId; amount: number }>;

/** A month for which a section owes an indicator and has stated nothing, not even a nil. It is not a zero. */
export type Gap = Readonly<{ indicator: IndicatorKey; month: Month; section: string }>;

/** Calls `add` once for every line that has a share. Walked again whenever somebody asks for the contributions. */
export type Terms = (add: (line: number, amount: number) => void) => void;

/** A value before its records are named. `null`: nobody has stated anything it could be counted from. */
export type Tally = Readonly<{
  value: number | null;
  terms: Terms;
  /** Figures it was computed from. */
  operands?: readonly FigureId[];
  /** Day of the reading, for a gauge or a stated stock. */
  on?: LocalDate;
}>;

/**
 * A counted figure. `value` is in stored units and is what its contributions add up to; the contributions are
 * built when asked for, so that figures of a million records stay small.
 */
export class Figure {
  readonly value: number | null;
  readonly gaps: readonly Gap[];
  readonly operands?: readonly FigureId[];
  readonly on?: LocalDate;
  readonly #contributions: () => Contribution[];

  constructor({ value, operands, on }: Tally, gaps: readonly Gap[], contributions: () => Contribution[]) {
    this.value = value;
    this.gaps = gaps;
    if (operands) this.operands = operands;
    if (on) this.on = on;
    this.#contributions = contributions;
  }

  get contributions(): readonly Contribution[] {
    return this.#contributions();
  }
}
