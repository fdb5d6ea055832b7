import { type IndicatorKey, type LocalDate, previousDay } from "@gongkai/schema";
import { ask, implied, periodChoices, said } from "../ask.ts";
import type { Now } from "../dates/when.ts";
import type { Ask, Slot } from "../meaning.ts";
import type { TokenOf } from "../token.ts";

export type Dated = Readonly<{ period: Slot<string> } | { ask: Ask }>;

/** 规章 and 规范性文件 are kept by the year: a year's figure may stand (convention 22). */
const KEPT_BY_YEAR = /^doc\./;
const AFTER_MIDNIGHT = 5;
const dayLabel = (day: LocalDate) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** The period of an entry. None said and the thing done: today, which the speaker is shown as implied. */
export function dateOf(
  dates: readonly TokenOf<"date">[],
  key: IndicatorKey | undefined,
  now: Now,
  done: boolean,
): Dated {
  const distinct =
    dates.length < 2 ? dates : [...new Map(dates.map((date) => [JSON.stringify(date.when), date])).values()];
  const [date, other] = distinct;
  if (!date) {
    if (now.hour < AFTER_MIDNIGHT) return { ask: midnight(now, "") };
    return { period: implied(now.day) };
  }
  const words = dates.map((one) => one.text).join("、");
  if (other) return { ask: ask("period-which", words) };
  const { when, text } = date;
  switch (when.type) {
    case "day":
    case "month":
    case "range":
      return { period: said(when.period, text) };
    case "long":
      if (key && KEPT_BY_YEAR.test(key) && /^\d{4}$/.test(when.period)) return { period: said(when.period, text) };
      return { ask: ask("period-long", text) };
    case "open":
      if (when.sure && done) return { period: said(when.past, text) };
      return { ask: ask("period-which", text, periodChoices([[dayLabel(when.past), when.past]])) };
    case "ahead":
      return { ask: ask("period-ahead", text) };
    case "impossible":
      return { ask: ask("period-impossible", text) };
    case "vague":
      if (when.why === "after-midnight") return { ask: midnight(now, text) };
      return {
        ask: ask(
          "period-vague",
          text,
          periodChoices([
            ["今天", now.day],
            ["本月", now.day.slice(0, 7)],
          ]),
        ),
      };
  }
}

function midnight(now: Now, words: string): Ask {
  const before = previousDay(now.day);
  return ask("after-midnight", words, [
    ...periodChoices([
      [dayLabel(before), before],
      [dayLabel(now.day), now.day],
    ]),
  ]);
}

const TODAY = /^(?:今天|今日|今儿|今早|today)/;
export const isToday = ({ text }: TokenOf<"date">): boolean => TODAY.test(text);
/** A day said of something else, which need not be that of what follows. */
export const uncertain = (date: TokenOf<"date">): TokenOf<"date"> => ({
  ...date,
  when: { type: "vague", period: null, why: "vague" },
});
