import { CELL_IDS, type CellId, type FigureId, type IndicatorKey, type RecordId, yearOf } from "@gongkai/schema";
import type { Unplaced } from "./unplaced.ts";
import type { YearFold } from "./year-fold.ts";

/** Applications, answers and lawsuits stated as bare numbers: tables 三 四 need the case, or the exact cell. */
const needsCase = (indicator: IndicatorKey): boolean =>
  indicator.startsWith("application.") || indicator.startsWith("litigation.");

/** Counts that belong to no year, or to no cell without more being known. */
export function unplacedCounts({ view, year }: YearFold): Unplaced[] {
  const { lines } = view;
  const { subject, period, quantity, subjects, periods } = lines;
  const about = Array.from({ length: subjects.length }, (_, place) => (place === 0 ? undefined : subjects.at(place)));
  const caseless = about.map((at) => at?.kind === "figure" && needsCase(at.indicator));
  const crossing = Array.from({ length: periods.length }, (_, place) => {
    const at = periods.at(place);
    return at.year === null && yearOf(at.from) <= year && yearOf(at.to) >= year;
  });
  const unplaced: Unplaced[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    const place = period.at(line);
    const at = about[subject.at(line)];
    if (!at || quantity.at(line) === 0) continue;
    const missing = caseless[subject.at(line)] && periods.at(place).year === year;
    if (!missing && !crossing[place]) continue;
    unplaced.push({
      why: crossing[place] ? "crosses-year" : "case-missing",
      record: lines.idAt(line),
      quantity: quantity.at(line),
      when: periods.at(place).period,
      ...(at.kind === "cell" ? { cell: at.cell } : { indicator: at.indicator }),
    });
  }
  return unplaced;
}

/** A number stated for a figure that the fold computes. It moves nothing; where it differs somebody has to look. */
export type StatedBeside = Readonly<{ figure: FigureId; stated: number; records: readonly RecordId[] }>;

const STOCK = /\.(closing|pending)(\.|$)/;

/** Cells of tables 三 四 that are never typed, and the pending ones where cases are kept. */
const isComputed = (fold: YearFold, cell: CellId): boolean =>
  cell.endsWith(".pending") || (!cell.startsWith("t2.") && fold.tally(cell).operands !== undefined);

export function statedBeside(fold: YearFold): StatedBeside[] {
  const computed: FigureId[] = CELL_IDS.filter((cell) => isComputed(fold, cell));
  if (fold.fees.kept) computed.push("s6.info_fee");
  return computed.flatMap((figure) => {
    const stated = STOCK.test(figure) ? fold.statedStock(figure) : fold.stated(figure);
    if (stated.value === null) return [];
    const records: RecordId[] = [];
    stated.terms((line) => records.push(fold.view.lines.idAt(line)));
    return [{ figure, stated: stated.value, records }];
  });
}
