import { hasIndicator, type IndicatorKey, type Office } from "@gongkai/schema";
import type { Fold } from "../fold/fold.ts";
import { sectionLabel } from "../records/record-row.ts";
import { isOfCases } from "./month-cases.ts";
import { hasSomething, indicatorKeys, type MonthAsked, monthLine } from "./month-line.ts";
import type { MonthLine, MonthSection } from "./month-report.ts";

/** Every section with what it owes for the month or has reported this year, in the office's order. */
export function monthSections(asked: MonthAsked, office: Office): readonly MonthSection[] {
  const { catalogue } = asked.fold.ledger();
  const spoken = spokenOf(asked.fold);
  const keys = new Set([...office.sections.map(({ key }) => key), ...spoken.keys()]);
  return [...keys].flatMap((key) => {
    const owes = office.sections.find((section) => section.key === key)?.reports ?? [];
    const said = spoken.get(key) ?? new Set();
    const wanted = [...owes, ...Object.keys(catalogue).filter((name) => said.has(name) && !owes.includes(name))];
    const lines = wanted
      .filter((name): name is IndicatorKey => hasIndicator(catalogue, name) && !isOfCases(name))
      .map((indicator) => monthLine(asked, indicator, key))
      .filter(hasSomething);
    const owed = lines.filter(({ indicator, state }) => owes.includes(indicator) && state !== "none").length;
    return lines.length > 0 ? [{ key, label: sectionLabel(key, office), lines, owed }] : [];
  });
}

/** All sections together, in the catalogue's order. */
export function wholeOffice(asked: MonthAsked, sections: readonly MonthSection[]): readonly MonthLine[] {
  const known = new Set(sections.flatMap(({ lines }) => lines.map(({ indicator }) => indicator)));
  return indicatorKeys(asked)
    .filter((key) => known.has(key))
    .map((indicator) => monthLine(asked, indicator));
}

/** What each section has ever spoken about; withdrawn records may be among it, and their lines turn out empty. */
function spokenOf(fold: Fold): ReadonlyMap<string, ReadonlySet<string>> {
  const spoken = new Map<string, Set<string>>();
  for (const [, subject] of fold.ledger().lines.subjects) {
    if (subject.kind === "cell") continue;
    const said = spoken.get(subject.section) ?? new Set();
    spoken.set(subject.section, said.add(subject.indicator));
  }
  return spoken;
}
