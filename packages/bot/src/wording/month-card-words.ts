import type { Reminder } from "../reminders/reminder.ts";
import { countableAndRead, digestWords, namesOf, type Telling } from "./digest-words.ts";
import { periodWords } from "./period-words.ts";

type MonthOwed = Extract<Reminder, { about: "month-owed" }>;

/** The texts of a monthly card. `beside`: what else its listener hears today; null when nothing. */
export type MonthCardWords = Readonly<{
  title: string;
  subtitle: string;
  beside: string | null;
  /** Null where nothing may be attested: readings are asked. */
  nothing: string | null;
  fill: string;
}>;

export const MONTH_CARD_DONE = "已经记0";

/** What is still open, by name: what one tap states as 0, and what has to be filled in. */
export function monthCardWords(owed: MonthOwed, others: readonly Reminder[], telling: Telling): MonthCardWords {
  const { countable, read } = countableAndRead(owed.indicators, telling.catalogue);
  const when = periodWords(owed.month, telling.today);
  const zeros = `没有发生的可以一次记0：${namesOf(countable, telling)}。`;
  const readings = `要填读数的：${namesOf(read, telling)}。`;
  return {
    title: `${when}还有${owed.indicators.length}项没报`,
    subtitle: [
      `${telling.sectionLabel(owed.section)}。`,
      countable.length > 0 ? zeros : "",
      read.length > 0 ? readings : "",
      countable.length > 0 ? `也可以直接发数，或者回复“${when}无”。` : "直接发数就行。",
    ].join(""),
    beside: others.length === 0 ? null : digestWords(others, telling),
    nothing: countable.length > 0 ? "都没有，记0" : null,
    fill: "我来填",
  };
}

/** The words behind a tap, kept with the records it makes. */
export const monthTapWords = (does: "nothing" | "fill"): string =>
  does === "nothing" ? "都没有，记0（点卡片）" : "我来填（点卡片）";
