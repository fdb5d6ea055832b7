import type { Fold } from "@gongkai/reporter";
import { daysOf, type IndicatorKey, type Period } from "@gongkai/schema";
import type { TalkingOffice } from "../deeds/talking-office.ts";
import { periodOf } from "../dialogue/stated-fact.ts";
import type { View } from "../dialogue/turn.ts";
import { countOf, soFar } from "./count.ts";
import type { Scope } from "./scope.ts";

export type Zeros = Readonly<{
  /** Reported, and nothing but noughts. */
  nought: readonly IndicatorKey[];
  /** Owed by somebody and stated by nobody. */
  silent: readonly IndicatorKey[];
  /** Labels of sections without a record. */
  sections: readonly string[];
}>;

/** What has stayed at nothing: of the indicators some section owes, and of the sections. */
export function zerosOf(office: TalkingOffice, fold: Fold, view: View, period: Period, scope: Scope): Zeros {
  const span = soFar(period, view.today);
  const sections = office.office.sections.filter(({ key }) => scope.section === undefined || key === scope.section);
  const owed = new Set(sections.flatMap(({ reports }) => reports));
  const keys = (Object.keys(view.catalogue) as IndicatorKey[]).filter((key) => owed.has(key)); // keys of a catalogue are its indicators
  const counts = keys.map((indicator) => countOf(fold, view, { indicator, span }, scope));
  const speaking = new Set<string>();
  for (const { fact, record } of view.standing) {
    const when = periodOf(fact);
    if (when !== undefined && daysOf(when).from <= span.to && daysOf(when).to >= span.from)
      speaking.add(record.section);
  }
  return {
    nought: counts.filter(({ value, records }) => value === 0 && records > 0).map(({ indicator }) => indicator),
    silent: counts
      .filter(({ value, records }) => value === null || (value === 0 && records === 0))
      .map(({ indicator }) => indicator),
    sections: sections.filter(({ key }) => !speaking.has(key)).map(({ label }) => label),
  };
}
