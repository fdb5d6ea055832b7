import { type Catalogue, type CellId, type Channel, type IndicatorKey, overlaps, type RecordId } from "@gongkai/schema";
import type { Lines } from "./lines.ts";
import type { KnownPeriod } from "./period-table.ts";
import type { Subject } from "./subject-table.ts";
import type { YearView } from "./year-view.ts";

/** Records of one subject whose periods overlap: the same thing may be in the figure twice. */
export type Overlap = Readonly<{
  about: IndicatorKey | CellId;
  channel: Channel | null;
  /** More than one only for a monthly counter, whose month is one number of the whole office. */
  sections: readonly string[];
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

/** No channel said and the portal are one: the figures count them both. A monthly counter is one for all sections. */
function sameThing(subject: Subject, catalogue: Catalogue): string {
  if (subject.kind === "cell") return `${subject.cell} ${subject.section}`;
  const { indicator, section } = subject;
  if (catalogue[indicator]?.rollUp === "monthly-latest") return indicator;
  return `${indicator} ${section} ${subject.kind === "figure" ? (subject.channel ?? "website") : ""}`;
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

/** Figures for whole months that say two things of one month; said again by the same section, the last one stands. */
function contested(spoken: readonly Spoken[], lines: Lines): Spoken[] {
  const sectionOf = ({ line }: Spoken) => lines.subjects.at(lines.subject.at(line)).section;
  const last = new Map<string, Spoken>();
  for (const figure of spoken)
    if (figure.period.wholeMonths) last.set(`${figure.period.from} ${figure.period.to} ${sectionOf(figure)}`, figure);
  const standing = [...last.values()];
  return standing
    .filter((figure) => standing.some((other) => other !== figure && overlaps(other.period, figure.period)))
    .sort((a, b) => a.line - b.line);
}

export function overlapsIn(view: YearView, catalogue: Catalogue): Overlap[] {
  const { lines } = view;
  const flows = new Map<string, Set<number>>();
  const counters = new Map<string, Set<number>>();
  for (const [place, subject] of lines.subjects) {
    const counter = subject.kind === "figure" && catalogue[subject.indicator]?.rollUp === "monthly-latest";
    if (!counter && !addsUp(subject, catalogue)) continue;
    const groups = counter ? counters : flows;
    const name = sameThing(subject, catalogue);
    groups.set(name, (groups.get(name) ?? new Set()).add(place));
  }
  const longer = subjectsWithLongerFigures(view, catalogue);
  const mayDouble = [...flows.values()].filter((group) => [...group].some((place) => longer.has(place)));
  const groups = [...mayDouble, ...counters.values()];
  const groupOf = new Map(groups.flatMap((group, at) => [...group].map((place) => [place, at] as const)));
  const spoken: Spoken[][] = groups.map(() => []);
  view.each(new Set(groupOf.keys()), (line, period, quantity) => {
    const at = groupOf.get(lines.subject.at(line)) ?? 0;
    if (quantity > 0 || at >= mayDouble.length) spoken[at]?.push({ line, period });
  });
  return spoken.flatMap((all, at) => {
    const twice = at < mayDouble.length ? doubled(all) : contested(all, lines);
    return twice.length > 0 ? [describe(lines, twice)] : [];
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

function describe(lines: Lines, twice: readonly Spoken[]): Overlap {
  const subjects = twice.map(({ line }) => lines.subjects.at(lines.subject.at(line)));
  const [subject] = subjects;
  if (!subject) throw new Error("an overlap has records; describe it only when there are some");
  const channels = subjects.map((each) => (each.kind === "figure" ? each.channel : null));
  return {
    about: subject.kind === "cell" ? subject.cell : subject.indicator,
    channel: channels.find((channel) => channel !== null) ?? null,
    sections: [...new Set(subjects.map(({ section }) => section))],
    records: twice.map(({ line }) => lines.idAt(line)),
  };
}
