import type { Chart } from "@gongkai/reporter";
import type { IndicatorKey, LocalDate, Month, Period, RecordId } from "@gongkai/schema";
import type { Line } from "../dialogue/line.ts";
import type { CasesTold } from "./cases-answer.ts";
import type { SectionMonths } from "./section-months.ts";
import type { Zeros } from "./zeros.ts";

/** A number with everything one has to know to trust it. Values are in stored units; `null`: nobody has stated anything. */
export type Counted = Readonly<{
  indicator: IndicatorKey;
  value: number | null;
  records: number;
  /** Day of the reading, for gauges and stocks. */
  on: LocalDate | null;
  gaps: number;
  /** Figures that reach over the edge of the period and are not in the value. */
  straddling: number;
}>;

/** The number it is compared with. `published`: only last year's printed figure is known, for the whole year. */
export type Compared = Readonly<{ how: "yoy" | "mom"; period: Period; value: number | null; published: number | null }>;

/** A month of a year beside the same month of the year before; `null`: nobody has stated anything. Stored units. */
export type MonthBeside = Readonly<{ month: Month; value: number | null; before: number | null }>;

/** What a query comes to, as data; the wording room turns it into sentences. */
export type Answered =
  | Readonly<{
      answer: "count";
      period: Period;
      scope: string | null;
      counts: readonly Readonly<{ counted: Counted; channel: string | null; compared: Compared | null }>[];
    }>
  | Readonly<{
      answer: "progress";
      period: Period;
      counts: readonly Counted[];
      gaps: number;
      records: number;
      share: number | null;
      /** Of the whole year the period is in. */
      sections: readonly SectionMonths[];
    }>
  | Readonly<{ answer: "list"; period: Period; lines: readonly Line[]; all: number; scope: string | null }>
  | Readonly<{ answer: "status"; month: Month; counts: readonly Counted[] }>
  | Readonly<{
      answer: "missing";
      months: readonly Month[];
      own: boolean;
      owed: readonly Readonly<{
        section: string;
        indicators: readonly Readonly<{ indicator: IndicatorKey; months: readonly Month[] }>[];
      }>[];
    }>
  | Readonly<{
      answer: "ranking";
      period: Period;
      indicator: IndicatorKey | null;
      rows: readonly Readonly<{ label: string; value: number; records: number }>[];
    }>
  | Readonly<{
      answer: "trend";
      indicator: IndicatorKey;
      year: number;
      months: readonly MonthBeside[];
      scope: string | null;
    }>
  | Readonly<{ answer: "top"; period: Period; counts: readonly Counted[]; scope: string | null }>
  | Readonly<{ answer: "zeros"; period: Period; zeros: Zeros }>
  | CasesTold
  | Readonly<{
      answer: "readiness";
      year: number;
      /** What must be mended before it can leave, each in one sentence; the first few. */
      must: readonly string[];
      mustCount: number;
      explainCount: number;
      gaps: number;
      months: readonly Month[];
    }>
  | Readonly<{ answer: "unknown-scope"; scope: string }>;

export type Answer = Readonly<{
  answered: Answered;
  words: string;
  records: readonly RecordId[];
  /** The same as a picture, where one says more than the words. */
  chart: Chart | null;
}>;
