import type { LocalDate } from "@gongkai/schema";
import type { Tally, Terms } from "./figure.ts";
import { standingMonths } from "./monthly-counter.ts";
import type { KnownPeriod } from "./period-table.ts";
import type { YearView } from "./year-view.ts";

const NOTHING: Terms = () => undefined;
export const UNSTATED: Tally = { value: null, terms: NOTHING };
export const ZERO: Tally = { value: 0, terms: NOTHING };

/** Flows: the months are added up. Nothing stated, not even a nil, is no zero. */
export function summed(view: YearView, figures: ReadonlySet<number>, nils: ReadonlySet<number>): Tally {
  let value = 0;
  let stated = 0;
  for (const subject of figures) {
    value += view.sumOf(subject);
    stated |= view.touchedBy(subject);
  }
  for (const subject of nils) stated |= view.touchedBy(subject);
  if (stated === 0) return UNSTATED;
  const terms: Terms = (add) => {
    view.each(figures, (line, _period, quantity) => add(line, quantity));
    const stands = standingNils(view);
    view.each(nils, (line, period) => {
      if (stands(line, period)) add(line, 0);
    });
  };
  return { value, terms };
}

/** A nil speaks for the months for which its section has stated no figure of that indicator. */
function standingNils(view: YearView): (line: number, period: KnownPeriod) => boolean {
  const { subject, subjects } = view.lines;
  const figured = new Map<string, number>();
  const nameOf = ({ section, indicator }: { section: string; indicator: string }) => `${indicator} ${section}`;
  for (const [place, about] of subjects)
    if (about.kind === "figure") figured.set(nameOf(about), (figured.get(nameOf(about)) ?? 0) | view.touchedBy(place));
  return function stands(line, { months }) {
    const nil = subjects.at(subject.at(line));
    return nil.kind === "nil" && (months & ~(figured.get(nameOf(nil)) ?? 0)) !== 0;
  };
}

/** Gauges and stated stocks: the reading of the latest day; of two for one day the one stated later. */
export function latest(view: YearView, subjects: ReadonlySet<number>): Tally {
  let best: { line: number; to: LocalDate; quantity: number } | undefined;
  view.each(subjects, (line, { to }, quantity) => {
    if (!best || to >= best.to) best = { line, to, quantity };
  });
  const found = best;
  if (!found) return UNSTATED;
  return { value: found.quantity, on: found.to, terms: (add) => add(found.line, found.quantity) };
}

/** Monthly counters: the figure stated last for a month is that month's, then the months are added up. */
export function monthlyLatest(view: YearView, subjects: ReadonlySet<number>): Tally {
  const stated: { line: number; quantity: number; period: KnownPeriod }[] = [];
  view.each(subjects, (line, period, quantity) => stated.push({ line, quantity, period }));
  const standing = standingMonths(stated);
  if (standing.length === 0) return UNSTATED;
  const terms: Terms = (add) => {
    for (const { line, quantity } of standing) add(line, quantity);
  };
  return { value: standing.reduce((sum, { quantity }) => sum + quantity, 0), terms };
}

/** Counted from cases: the lines that opened or closed them. Absence is zero. */
export function perLine(lines: readonly number[]): Tally {
  return {
    value: lines.length,
    terms: (add) => {
      for (const line of lines) add(line, 1);
    },
  };
}

/** Two sources of one figure: an office may keep cases and enter older counts beside them. */
export function together(left: Tally, right: Tally): Tally {
  if (left.value === null) return right;
  if (right.value === null) return left;
  return {
    value: left.value + right.value,
    terms: (add) => {
      left.terms(add);
      right.terms(add);
    },
  };
}
