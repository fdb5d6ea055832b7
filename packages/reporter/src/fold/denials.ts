import type { IndicatorKey, RecordId } from "@gongkai/schema";
import type { KnownPeriod } from "./period-table.ts";
import type { YearView } from "./year-view.ts";

/** A nil that was stated after figures for the same days: the figures count, and one of the two is wrong. */
export type Denial = Readonly<{
  indicator: IndicatorKey;
  section: string;
  period: string;
  nil: RecordId;
  figures: readonly RecordId[];
  /** What the figures add up to, in stored units. */
  stated: number;
}>;

type Said = Readonly<{ line: number; period: KnownPeriod; quantity: number }>;
const nameOf = ({ section, indicator }: { section: string; indicator: string }) => `${indicator} ${section}`;
const share = (one: KnownPeriod, other: KnownPeriod) => one.from <= other.to && other.from <= one.to;

/** A nil that a figure follows has merely ended; one that follows a figure denies it. */
export function denialsIn(view: YearView): readonly Denial[] {
  const { subject, subjects } = view.lines;
  const nils: Said[] = [];
  view.each(
    view.subjectsWhere((at) => at.kind === "nil"),
    (line, period, quantity) => nils.push({ line, period, quantity }),
  );
  const named = new Map<string, Said[]>();
  for (const { line } of nils) {
    const at = subjects.at(subject.at(line));
    if (at.kind !== "cell") named.set(nameOf(at), []);
  }
  const contradicted = view.subjectsWhere((at) => at.kind === "figure" && named.has(nameOf(at)));
  view.each(contradicted, (line, period, quantity) => {
    const at = subjects.at(subject.at(line));
    if (at.kind === "figure" && quantity > 0) named.get(nameOf(at))?.push({ line, period, quantity });
  });
  return nils.flatMap(({ line, period }) => {
    const at = subjects.at(subject.at(line));
    if (at.kind !== "nil") return [];
    const figures = named.get(nameOf(at))?.filter((said) => said.line < line && share(said.period, period)) ?? [];
    if (figures.length === 0) return [];
    return {
      indicator: at.indicator,
      section: at.section,
      period: period.period,
      nil: view.lines.idAt(line),
      figures: figures.map((said) => view.lines.idAt(said.line)),
      stated: figures.reduce((sum, { quantity }) => sum + quantity, 0),
    };
  });
}
