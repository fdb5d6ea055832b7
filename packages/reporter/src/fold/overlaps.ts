import { type Catalogue, type CellId, type Channel, type IndicatorKey, overlaps, type RecordId } from "@gongkai/schema";
import type { Lines } from "./lines.ts";
import type { KnownPeriod } from "./period-table.ts";
import type { Subject } from "./subject-table.ts";
import type { YearView } from "./year-view.ts";

/** Records of one subject whose periods overlap: the same thing may be in the figure twice. */
export type Overlap = Readonly<{
  about: IndicatorKey | CellId;
  channel: Channel | null;
  section: string;
  /** In ledger order. */
  records: readonly RecordId[];
}>;

/** Only flows are added up, so only flows can be counted twice. */
function addsUp(subject: Subject, catalogue: Catalogue): boolean {
  if (subject.kind === "nil") return false;
  if (subject.kind === "cell") return !/\.(valid|pending|closing)(\.|$)/.test(subject.cell);
  const rollUp = catalogue[subject.indicator]?.rollUp;
  return rollUp === "sum" || rollUp === "case";
}

type Spoken = Readonly<{ line: number; period: KnownPeriod }>;

/**
 * Two figures overlap when their days do and at least one is for more than a day: what is said twice on one day are
 * two events, a second figure for a month is the same month again. A figure of 0 doubles nothing.
 */
function doubled(spoken: readonly Spoken[]): Spoken[] {
  const longer = spoken.filter(({ period }) => !period.day).sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
  const twice = new Set<Spoken>();
  for (const [index, figure] of longer.entries()) {
    for (const later of longer.slice(index + 1)) {
      if (later.period.from > figure.period.to) break;
      twice.add(figure).add(later);
    }
  }
  for (const figure of longer)
    for (const day of spoken) if (day.period.day && overlaps(day.period, figure.period)) twice.add(day).add(figure);
  return [...twice].sort((a, b) => a.line - b.line);
}

export function overlapsIn(view: YearView, catalogue: Catalogue): Overlap[] {
  const { lines } = view;
  const longer = subjectsWithLongerFigures(view, catalogue);
  const spoken = new Map<number, Spoken[]>([...longer].map((subject) => [subject, []]));
  view.each(longer, (line, period, quantity) => {
    if (quantity > 0) spoken.get(lines.subject.at(line))?.push({ line, period });
  });
  return [...spoken].flatMap(([place, all]) => {
    const twice = doubled(all);
    return twice.length > 0 ? [describe(lines, place, twice)] : [];
  });
}

function subjectsWithLongerFigures(view: YearView, catalogue: Catalogue): ReadonlySet<number> {
  const flows = view.subjectsWhere((subject) => addsUp(subject, catalogue));
  const longer = new Set<number>();
  view.each(flows, (line, { day }, quantity) => {
    if (!day && quantity > 0) longer.add(view.lines.subject.at(line));
  });
  return longer;
}

function describe(lines: Lines, place: number, twice: readonly Spoken[]): Overlap {
  const subject = lines.subjects.at(place);
  return {
    about: subject.kind === "cell" ? subject.cell : subject.indicator,
    channel: subject.kind === "figure" ? subject.channel : null,
    section: subject.section,
    records: twice.map(({ line }) => lines.idAt(line)),
  };
}
