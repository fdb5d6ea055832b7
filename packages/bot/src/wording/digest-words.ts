import type { Digest } from "../reminders/digest.ts";
import type { Reminder } from "../reminders/due-soon.ts";
import { caseNumberWords, indicatorFor, type Speaking } from "./fact-words.ts";
import { periodWords } from "./period-words.ts";

type Telling = Speaking & Readonly<{ sectionLabel: (key: string) => string }>;

function reminderWords(reminder: Reminder, telling: Telling): string {
  const { today, catalogue } = telling;
  switch (reminder.about) {
    case "month-owed": {
      const month = periodWords(reminder.month, today);
      const names = reminder.indicators.map((key) => indicatorFor(catalogue, key).label).join("、");
      return `${month}还有${reminder.indicators.length}项没报：${names}。没有发生的，回复“${month}无”就行。`;
    }
    case "sections-owe":
      return `${periodWords(reminder.month, today)}没报齐的科室：${reminder.sections.map(telling.sectionLabel).join("、")}。`;
    case "case-due": {
      const name = telling.nameOf(reminder.case);
      const which = name === null ? `申请${caseNumberWords(reminder.case)}` : `${name}的申请`;
      const day = periodWords(reminder.due, today);
      if (reminder.workingDaysLeft < 0) return `${which}${day}到期，已超期${-reminder.workingDaysLeft}个工作日。`;
      if (reminder.workingDaysLeft === 0) return `${which}今天到期。`;
      return `${which}${day}到期，还有${reminder.workingDaysLeft}个工作日。`;
    }
    case "report-milestone": {
      const what = reminder.what === "submit" ? "报送" : "公布";
      return `${reminder.year}年年报${periodWords(reminder.on, today)}前要${what}。可以问“年报现在能出吗”。`;
    }
  }
}

/** One message a day. */
export function digestWords({ reminders }: Digest, telling: Telling): string {
  const [only] = reminders;
  if (only && reminders.length === 1) return reminderWords(only, telling);
  return ["今天有几件事：", ...reminders.map((each, place) => `${place + 1}. ${reminderWords(each, telling)}`)].join(
    "\n",
  );
}
