import type { IndicatorKey, LocalDate, Month, Office } from "@gongkai/schema";
import type { Register } from "../document/register.ts";
import type { Count } from "../fold/count-indicator.ts";

/**
 * How an indicator stands in the month. `nil`: somebody stated 0. `gap`: it is owed and nobody said anything.
 * `wider`: only a figure for more than this month speaks of it. `none`: nothing was stated and nothing is owed.
 */
export type MonthState = "reported" | "nil" | "gap" | "wider" | "none";

/** One indicator in the month, of one section or of all of them. Values are in stored units. */
export type MonthLine = Readonly<{
  indicator: IndicatorKey;
  label: string;
  unit: string;
  /** Stored units in one printed unit. */
  scale: number;
  /** It adds up over the months; a gauge or a stock shows its last reading instead. */
  addsUp: boolean;
  month: Count;
  /** January to the end of the month. */
  soFar: Count;
  /** The same month a year before; `null` where the ledger does not say. */
  lastYear: number | null;
  state: MonthState;
}>;

export type MonthSection = Readonly<{
  key: string;
  label: string;
  lines: readonly MonthLine[];
  /** How many of the lines the section owes for the month. */
  owed: number;
}>;

/** The month's work as the ledger has it, before it is put into tables. Every number is the fold's own. */
export type MonthReport = Readonly<{
  office: Office;
  month: Month;
  /** Last day that counts, while the month is still running. */
  until?: LocalDate;
  closed: boolean;
  /** All sections together. */
  whole: readonly MonthLine[];
  sections: readonly MonthSection[];
  /** Applications, reconsiderations and lawsuits: they are the office's and no section's. */
  cases: readonly MonthLine[];
  /** Applications not yet answered when the month ended. */
  waiting: number;
  /** Figures that cover the month and more, by record. */
  wider: ReadonlyMap<string, WiderFigure>;
  readings: Register;
  records: Register;
}>;

/** `days` as printed: 1月至3月. `value` in stored units. */
export type WiderFigure = Readonly<{ days: string; value: number }>;
