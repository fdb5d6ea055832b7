import { type Count, type CountQuestion, countIndicator, type Fold } from "@gongkai/reporter";
import {
  addDays,
  type Channel,
  daysOf,
  type FigureId,
  type IndicatorKey,
  indicatorOf,
  type LocalDate,
  type Month,
  monthOf,
  monthsOf,
  type Period,
  type Span,
  yearOf,
} from "@gongkai/schema";
import type { View } from "../dialogue/turn.ts";
import type { Compared, Counted } from "./answered.ts";
import { inScope, type Scope } from "./scope.ts";

/** A running period up to the end of the running month: the month's own figure is reported before it is over. */
export const soFar = (period: Period, today: LocalDate): Span => {
  const { from, to } = daysOf(period);
  if (from > today) return { from, to };
  const monthEnds = daysOf(monthOf(today)).to;
  if (to > monthEnds) return { from, to: monthEnds };
  return { from, to };
};

const narrowed = (scope: Scope) => (scope.section === undefined ? {} : { section: scope.section });

export function countOf(fold: Fold, view: View, question: CountQuestion, scope: Scope): Counted {
  const count = countIndicator(fold, { ...question, ...narrowed(scope) });
  const own = scope.by === undefined ? count : onlyOf(view, count, scope);
  const { indicator } = question;
  return {
    indicator,
    value: own.value,
    records: own.records,
    on: count.on ?? null,
    gaps: count.gaps.length,
    straddling: count.straddling.length,
  };
}

function onlyOf(view: View, count: Count, scope: Scope): Pick<Count, "value" | "records"> {
  const own = count.contributions.filter(({ record }) => inScope(view, scope)(record));
  return { value: own.length === 0 ? null : own.reduce((sum, { amount }) => sum + amount, 0), records: own.length };
}

const yearBefore = (day: LocalDate): LocalDate => {
  const moved = `${yearOf(day) - 1}${day.slice(4)}`;
  return moved.endsWith("02-29") ? moved.replace("02-29", "02-28") : moved;
};

const isWholeMonths = ({ from, to }: Span): boolean => from.endsWith("-01") && addDays(to, 1).endsWith("-01");

const monthsEarlier = (month: Month, many: number): Month => {
  const months = yearOf(month) * 12 + Number(month.slice(5)) - 1 - many;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
};

/** 同比: the same months, or days, a year before. 环比: as many whole months, or days, just before. */
export function spanBefore(span: Span, how: "yoy" | "mom"): Span {
  if (isWholeMonths(span)) {
    const many = how === "yoy" ? 12 : monthsOf(`${monthOf(span.from)}/${monthOf(span.to)}`).length;
    const [from, to] = [monthsEarlier(monthOf(span.from), many), monthsEarlier(monthOf(span.to), many)];
    return daysOf(`${from}/${to}`);
  }
  if (how === "yoy") return { from: yearBefore(span.from), to: yearBefore(span.to) };
  const days = Math.round((Date.parse(span.to) - Date.parse(span.from)) / 86_400_000);
  return { from: addDays(span.from, -days - 1), to: addDays(span.from, -1) };
}

function periodNamed(span: Span): Period {
  const [from, to] = isWholeMonths(span) ? [monthOf(span.from), monthOf(span.to)] : [span.from, span.to];
  return from === to ? from : `${from}/${to}`;
}

export function compared(
  fold: Fold,
  view: View,
  asked: Readonly<{ indicator: IndicatorKey; channel: Channel | null; span: Span; how: "yoy" | "mom" }>,
  scope: Scope,
): Compared {
  const { indicator, channel, how } = asked;
  const before = spanBefore(asked.span, how);
  const question = { indicator, span: before, ...(channel ? { channel } : {}) };
  const { value, records } = countOf(fold, view, question, scope);
  const period = periodNamed(before);
  const [figure]: readonly (FigureId | undefined)[] = indicatorOf(view.catalogue, indicator).feeds;
  const published =
    records === 0 && how === "yoy" && figure !== undefined && channel === null
      ? fold.figures(yearOf(asked.span.from), new Set([figure])).published(yearOf(before.from), figure)
      : null;
  return { how, period, value: records === 0 ? null : value, published };
}
