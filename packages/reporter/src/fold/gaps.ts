import {
  type Catalogue,
  hasIndicator,
  type Indicator,
  type IndicatorKey,
  indicatorOf,
  type LocalDate,
  type Month,
  monthsOfYear,
  type Office,
  yearOf,
} from "@gongkai/schema";
import type { Gap } from "./figure.ts";
import type { YearView } from "./year-view.ts";

/** Documents are kept by the year: one statement in the year, a nil included, says all. */
const keptByTheYear = (key: IndicatorKey): boolean => key.startsWith("doc.");

const EVERY_MONTH = 0xfff;
const maskOf = (month: Month): number => 1 << (Number(month.slice(5)) - 1);
const whenAny = (mask: number): number => (mask === 0 ? 0 : EVERY_MONTH);

/**
 * Months of a year that are due by the end of day `asOf`; the running month counts. Without it the whole year is due.
 * Due is not late: who is late and when to remind is another room's business.
 */
export function dueMonths(year: number, asOf: LocalDate | undefined): Month[] {
  return monthsOfYear(year).filter((month) => asOf === undefined || month <= asOf.slice(0, 7));
}

type Owed = Readonly<{ indicator: Indicator; key: IndicatorKey; section: string; due: readonly Month[] }>;

/** Which of the due months have to be covered one by one. */
function monthsToCover({ indicator, key, due }: Owed): readonly Month[] {
  if (indicator.rollUp === "case") return []; // 0 by absence
  const last = due.at(-1);
  if (last === undefined) return [];
  if (keptByTheYear(key) || indicator.rollUp === "stock") return last.endsWith("-12") ? [last] : [];
  return indicator.rollUp === "latest" ? [last] : due; // a gauge's earlier reading may stand, with its date
}

/** Whether a section owes a statement of it for every single month. */
export const isOwedMonthly = (key: IndicatorKey, { rollUp }: Indicator): boolean =>
  rollUp === "monthly-latest" || (rollUp === "sum" && !keptByTheYear(key));

type Places = ReadonlyMap<string, readonly number[]>;
const nameOf = (section: string, indicator: string) => `${indicator} ${section}`;

/** Subjects by section and indicator, figures and nils of every channel. */
function placesIn({ lines }: YearView): Places {
  const places = new Map<string, number[]>();
  for (const [place, subject] of lines.subjects) {
    if (subject.kind === "cell") continue;
    const name = nameOf(subject.section, subject.indicator);
    const known = places.get(name);
    if (known) known.push(place);
    else places.set(name, [place]);
  }
  return places;
}

/** Mask of the months its section has spoken about, a nil included. */
function coveredBy(view: YearView, places: Places, { indicator, key, section }: Owed): number {
  let covered = 0;
  for (const place of places.get(nameOf(section, key)) ?? []) {
    // a day's reading of a monthly counter is not yet the month's figure
    covered |= indicator.rollUp === "monthly-latest" ? view.wholeOf(place) : view.touchedBy(place);
  }
  const gauge = indicator.rollUp === "latest" && !indicator.feeds.includes("s1.site_visits"); // a counter is read at the end
  const onceAYear = keptByTheYear(key) || indicator.rollUp === "stock" || gauge;
  return onceAYear ? whenAny(covered) : covered;
}

export type Owing = Readonly<{
  office: Pick<Office, "sections" | "makesRegulations">;
  catalogue: Catalogue;
  asOf: LocalDate | undefined;
}>;

/** What the office's sections still owe for the year, by section, indicator and month. */
export function gapsIn(view: YearView, { office, catalogue, asOf }: Owing): Gap[] {
  const due = asOf !== undefined && yearOf(asOf) < view.year ? [] : dueMonths(view.year, asOf);
  const places = placesIn(view);
  return office.sections.flatMap(({ key: section, reports }) =>
    reports.flatMap((key) => {
      if (!hasIndicator(catalogue, key)) return []; // the config names it, the catalogue no longer knows it
      const indicator = indicatorOf(catalogue, key);
      if (key.startsWith("doc.regulation") && !office.makesRegulations) return [];
      const owed: Owed = { indicator, key, section, due };
      const covered = coveredBy(view, places, owed);
      return monthsToCover(owed)
        .filter((month) => (covered & maskOf(month)) === 0)
        .map((month) => ({ indicator: key, month, section }));
    }),
  );
}
