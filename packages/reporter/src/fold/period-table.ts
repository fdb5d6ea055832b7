import { daysOf, type LocalDate, monthsOf, type Period, yearOf } from "@gongkai/schema";

/** What the fold needs to know of a period; parsed once however many records name it. */
export type KnownPeriod = Readonly<{
  period: Period;
  from: LocalDate;
  to: LocalDate;
  /** `null`: it crosses 31 December and belongs to no report year. */
  year: number | null;
  /** Bit 0 is January of `year`. */
  months: number;
  day: boolean;
  /** It begins on the first and ends on the last day of months: a figure stated for the month, not a reading. */
  wholeMonths: boolean;
}>;

function know(period: Period): KnownPeriod {
  const { from, to } = daysOf(period);
  const year = yearOf(from) === yearOf(to) ? yearOf(from) : null;
  const touched = monthsOf(period);
  const lastMonth = touched.at(-1) ?? from;
  return {
    period,
    from,
    to,
    year,
    months: touched.reduce((mask, month) => mask | (1 << (Number(month.slice(5)) - 1)), 0),
    day: from === to,
    wholeMonths: from.endsWith("-01") && to === daysOf(lastMonth).to,
  };
}

/** Every period met so far, by a small number. */
export class PeriodTable {
  readonly #places = new Map<Period, number>();
  readonly #known: KnownPeriod[] = [];

  get length(): number {
    return this.#known.length;
  }

  placeOf(period: Period): number {
    const place = this.#places.get(period);
    if (place !== undefined) return place;
    this.#known.push(know(period));
    this.#places.set(period, this.#known.length - 1);
    return this.#known.length - 1;
  }

  at(place: number): KnownPeriod {
    const known = this.#known[place];
    if (!known) throw new Error(`no period at ${place}; places come from placeOf`);
    return known;
  }
}
