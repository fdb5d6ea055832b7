import type { Case, FigureId, HolidayCalendar, IndicatorKey, Office, ProseKey } from "@gongkai/schema";
import type { Figures } from "../fold/figures.ts";

/** Stored units (fen for money). An absent figure is one the report does not give, and so is `null`. */
export type ReportFigures = ReadonlyMap<FigureId, number | null>;
export type ReportProse = Readonly<Partial<Record<ProseKey, string>>>;

/** Something other than a number that stood in a figure's place. */
export type OddEntry = Readonly<{ place: string; text: string }>;

/** Text somebody wrote digits into, though only figures may bring numbers. */
export type UnboundDigits = Readonly<{ key: ProseKey; digits: string; around: string; byTemplate: boolean }>;

/** What only our own ledger knows; rules that need it are silent on another body's report. */
export type LedgerSide = Readonly<{
  figures: Figures;
  office: Pick<Office, "sections">;
  labelOf: (indicator: IndicatorKey) => string;
  cases: readonly Case[];
  calendar: HolidayCalendar;
  /** The day the report is looked at, when known. */
  today: string | null;
}>;

/** A report as the rules see it: ours as compiled, or any body's as handed in. */
export type CheckedReport = Readonly<{
  organ: string;
  year: number;
  kind: Office["kind"] | null;
  makesRegulations: boolean | null;
  figures: ReportFigures;
  odd: readonly OddEntry[];
  /** `null`: no text was handed in. */
  prose: ReportProse | null;
  /** Headings of levels one and two in printed order, `null` when they were not handed in. */
  headings: readonly string[] | null;
  title: string | null;
  /** Header rows repeated on a further page, by table; `null` when the layout was not handed in. */
  repeatedRows: Readonly<Record<string, number>> | null;
  unbound: readonly UnboundDigits[];
  /** Names in 【】 that are no figure. */
  unknownNames: readonly Readonly<{ key: ProseKey; name: string }>[];
  /** Places given a number that the form does not have. */
  strangers: readonly string[];
  /** Text before the first heading. */
  preamble: string | null;
  publishedOn: string | null;
  /** The reports a government's report rolls up, its own among them; `null` when they were not handed in. */
  bodies: readonly Readonly<{ organ: string; figures: ReportFigures }>[] | null;
  previous: Readonly<{ figures: ReportFigures; prose: ReportProse | null }> | null;
  ledger: LedgerSide | null;
}>;

export const at = (report: Pick<CheckedReport, "figures">, id: FigureId): number | null =>
  report.figures.get(id) ?? null;

/** The sum, or `null` when one of them is not given. */
export function sumOf(report: Pick<CheckedReport, "figures">, ids: readonly FigureId[]): number | null {
  let sum = 0;
  for (const id of ids) {
    const value = at(report, id);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
