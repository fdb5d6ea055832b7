import {
  type Channel,
  covers,
  type IndicatorKey,
  indicatorOf,
  type LocalDate,
  monthOf,
  overlaps,
  type RecordId,
  type Span,
  yearOf,
} from "@gongkai/schema";
import { atOnce } from "./at-once.ts";
import { caseEventsIn, countedDisputes } from "./case-events.ts";
import { isPendingAt } from "./disputes.ts";
import type { Contribution, Gap } from "./figure.ts";
import type { Fold } from "./fold.ts";
import { gapsIn } from "./gaps.ts";
import { standingMonths } from "./monthly-counter.ts";
import type { KnownPeriod } from "./period-table.ts";
import { YearView } from "./year-view.ts";

export type CountQuestion = Readonly<{
  indicator: IndicatorKey;
  span: Span;
  /** Only this channel; 门户网站 includes what was reported without a channel. Absent: all. */
  channel?: Channel;
  /** Only this section's records. */
  section?: string;
}>;

/** A figure for a day, of an indicator whose months count: it shows how far the month is and enters no year. */
export type DayReading = Readonly<{ record: RecordId; value: number; on: LocalDate }>;

export type Count = Readonly<{
  /** Stored units. `null`: nobody has stated anything, not even a nil. */
  value: number | null;
  /** How many records it was counted from. */
  records: number;
  contributions: readonly Contribution[];
  gaps: readonly Gap[];
  /** Day of the reading, for gauges and stocks. */
  on?: LocalDate;
  readings: readonly DayReading[];
  /** Figures whose period reaches over the edge of the span: they are not in the value. */
  straddling: readonly RecordId[];
}>;

type Stated = Readonly<{ line: number; quantity: number; period: KnownPeriod; nil: boolean }>;

/** Answers "今年许可多少件", "本月进度" and 同比 from the same lines the figures come from. */
export function countIndicator(fold: Fold, question: CountQuestion): Count {
  const { indicator, span } = question;
  const { lines, catalogue } = fold.ledger();
  const { rollUp } = indicatorOf(catalogue, indicator);
  const about = statedAbout(fold, question);
  const inside = about.filter(({ period }) => covers(span, period));
  const readings: DayReading[] = [];
  let counted: { line: number; amount: number; on?: LocalDate }[];
  switch (rollUp) {
    case "sum":
      counted = inside.map(({ line, quantity }) => ({ line, amount: quantity }));
      break;
    case "case":
      counted = [...inside.map(({ line, quantity }) => ({ line, amount: quantity })), ...fromCases(fold, question)];
      break;
    case "monthly-latest": {
      for (const { line, quantity, period } of inside)
        if (!period.wholeMonths) readings.push({ record: lines.idAt(line), value: quantity, on: period.to });
      counted = standingMonths(inside).map(({ line, quantity }) => ({ line, amount: quantity }));
      break;
    }
    case "latest":
    case "stock": {
      const last = inside.reduce<Stated | undefined>(
        (best, at) => (!best || at.period.to >= best.period.to ? at : best),
        undefined,
      );
      const pending = rollUp === "stock" ? pendingCases(fold, question) : [];
      counted =
        pending.length > 0 || !last ? pending : [{ line: last.line, amount: last.quantity, on: last.period.to }];
    }
  }
  const straddling = about.filter(({ period, nil }) => !nil && !covers(span, period));
  return {
    value: counted.length > 0 || rollUp === "case" ? counted.reduce((sum, { amount }) => sum + amount, 0) : null,
    records: counted.length,
    contributions: counted.map(({ line, amount }) => ({ record: lines.idAt(line), amount })),
    gaps: gapsOver(fold, question),
    ...(counted[0]?.on ? { on: counted[0].on } : {}),
    readings,
    straddling: straddling.map(({ line }) => lines.idAt(line)),
  };
}

/** Standing statements about the indicator that touch the span. */
function statedAbout(fold: Fold, { indicator, span, channel, section }: CountQuestion): Stated[] {
  const { lines } = fold.ledger();
  const wanted = new Map<number, boolean>();
  for (const [place, subject] of lines.subjects) {
    if (subject.kind === "cell" || subject.indicator !== indicator) continue;
    if (section !== undefined && subject.section !== section) continue;
    const nil = subject.kind === "nil";
    if (channel && !nil && subject.channel !== channel && !(channel === "website" && subject.channel === null))
      continue;
    wanted.set(place, nil);
  }
  const stated: Stated[] = [];
  if (wanted.size === 0) return stated;
  for (let line = 0; line < lines.length; line += 1) {
    const nil = wanted.get(lines.subject.at(line));
    if (nil === undefined) continue;
    const period = lines.periods.at(lines.period.at(line));
    if (overlaps(span, period)) stated.push({ line, quantity: lines.quantity.at(line), period, nil });
  }
  return stated;
}

/** A case belongs to the section of the record that opened it. */
function fromCases(fold: Fold, { indicator, span, section }: CountQuestion): { line: number; amount: number }[] {
  const { lines } = fold.ledger();
  return caseEventsIn(lines)
    .filter(({ opening }) => section === undefined || lines.sectionAt(opening) === section)
    .filter((event) => event.indicator === indicator && span.from <= event.on && event.on <= span.to)
    .map(({ line }) => ({ line, amount: 1 }));
}

/** Reconsiderations and lawsuits that wait at the end of the span. */
function pendingCases(
  fold: Fold,
  { indicator, span, section }: CountQuestion,
): { line: number; amount: number; on: LocalDate }[] {
  const { lines } = fold.ledger();
  return countedDisputes(lines)
    .filter(({ line }) => section === undefined || lines.sectionAt(line) === section)
    .filter((dispute) => indicator === `${dispute.kind}.pending` && isPendingAt(dispute, span.to))
    .map(({ line }) => ({ line, amount: 1, on: span.to }));
}

function gapsOver(fold: Fold, { indicator, span, section }: CountQuestion): Gap[] {
  const { lines, office, catalogue } = fold.ledger();
  const years = Array.from({ length: yearOf(span.to) - yearOf(span.from) + 1 }, (_, more) => yearOf(span.from) + more);
  return years
    .flatMap((year) => gapsIn(atOnce(YearView.taking(lines, year)), { office, catalogue, asOf: fold.asOf ?? span.to }))
    .filter((gap) => gap.indicator === indicator && (section === undefined || gap.section === section))
    .filter(({ month }) => monthOf(span.from) <= month && month <= monthOf(span.to));
}
