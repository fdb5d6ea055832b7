import { type Catalogue, type IndicatorKey, indicatorOf, type LocalDate } from "@gongkai/schema";
import type { Reminder } from "../reminders/reminder.ts";
import { deadlineWords, movedWords } from "./due-words.ts";
import { indicatorFor, type Speaking } from "./fact-words.ts";
import { periodWords } from "./period-words.ts";
import { summaryWords } from "./summary-words.ts";

export type Telling = Speaking & Readonly<{ sectionLabel: (key: string) => string }>;

/** What may be attested 0, and what has to be asked: readings and stocks. */
export function countableAndRead(indicators: readonly IndicatorKey[], catalogue: Catalogue) {
  const countable = indicators.filter((key) => indicatorOf(catalogue, key).nil);
  return { countable, read: indicators.filter((key) => !countable.includes(key)) };
}

export const namesOf = (indicators: readonly IndicatorKey[], { catalogue }: Speaking): string =>
  indicators.map((key) => indicatorFor(catalogue, key).label).join("、");

function owedWords(owed: Extract<Reminder, { about: "month-owed" }>, telling: Telling): string {
  const { countable, read } = countableAndRead(owed.indicators, telling.catalogue);
  const when = periodWords(owed.month, telling.today);
  const label = telling.sectionLabel(owed.section);
  const zero = countable.slice(0, 1).map((key) => {
    const { label: name, unit } = indicatorFor(telling.catalogue, key);
    return `${when}${name}0${unit}`;
  });
  const nothing = {
    attests: `没有发生的，回复“${when}无”。`,
    reports: `没有发生的也说一声，例如“${zero.join("")}”。`,
    "for-them": `没有发生的也说一声，例如“代${label}报：${zero.join("")}”。`,
  }[owed.speaks];
  return [
    `${owed.speaks === "for-them" ? label : ""}${when}还有${owed.indicators.length}项没报：${namesOf(owed.indicators, telling)}。`,
    owed.speaks === "for-them" ? "" : "直接发数就行。",
    countable.length > 0 ? nothing : "",
    read.length > 0 && countable.length > 0 ? `${namesOf(read, telling)}要报读数。` : "",
  ].join("");
}

function sectionsWords({ month, owed }: Extract<Reminder, { about: "sections-owe" }>, telling: Telling): string {
  const lines = owed.map(
    ({ section, indicators }) => `${telling.sectionLabel(section)}缺${namesOf(indicators, telling)}`,
  );
  return `${periodWords(month, telling.today)}还没报齐：${lines.join("；")}。`;
}

function milestoneWords(reminder: Extract<Reminder, { about: "report-milestone" }>, today: LocalDate): string {
  const what = reminder.what === "submit" ? "报送" : "公布";
  const day = reminder.on === today ? "今天" : `${periodWords(reminder.on, today)}前`;
  const left =
    reminder.left > 0
      ? `，还有${reminder.left}个工作日`
      : reminder.on === today
        ? "，今天是最后一天"
        : "，今天是最后一个工作日";
  return `${reminder.year}年年报${day}要${what}${left}。可以问“年报现在能出吗”。`;
}

export function reminderWords(reminder: Reminder, telling: Telling): string {
  const { today } = telling;
  switch (reminder.about) {
    case "deadline":
      return deadlineWords(reminder, telling);
    case "due-moved":
      return movedWords(reminder, telling);
    case "month-owed":
      return owedWords(reminder, telling);
    case "sections-owe":
      return sectionsWords(reminder, telling);
    case "report-milestone":
      return milestoneWords(reminder, today);
    case "summary":
      return summaryWords(reminder.summary, telling);
  }
}

/** One message a day. `later`: how many things more are told tomorrow, because a message has its length. */
export function digestWords(reminders: readonly Reminder[], telling: Telling, later = 0): string {
  const short = reminders.filter(({ about }) => about !== "summary").map((each) => reminderWords(each, telling));
  const long = reminders.filter(({ about }) => about === "summary").map((each) => reminderWords(each, telling));
  const numbered =
    short.length > 1 ? ["今天有几件事：", ...short.map((words, place) => `${place + 1}. ${words}`)] : short;
  const rest = later === 0 ? "" : `还有${later}件不那么急的，下一个工作日再告诉您。`;
  return [numbered.join("\n"), ...long, rest].filter((part) => part !== "").join("\n\n");
}
