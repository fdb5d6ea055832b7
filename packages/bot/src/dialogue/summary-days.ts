import { addDays, daysInMonth, daysOf, type LocalDate, monthOf, weekdayOf, yearOf } from "@gongkai/schema";
import { type SummaryDaysSaid, summaryDaysSaid } from "../utterance/readers/summary-days.ts";
import type { Work } from "./work.ts";

/** 每周一给我发周报, 月底小结发我, 不用发周报了: kept for the speaker, for good. */
export function summaryDays(work: Work): boolean {
  const chosen = summaryDaysSaid(work.turn.text);
  if (!chosen) return false;
  if (!work.view.may("read-summaries", {})) {
    work.say.push({ say: "not-allowed", deed: "read-summaries" });
    return true;
  }
  work.plans.push({ do: "choose-summary", chosen });
  work.say.push({ say: "summary-days", chosen, first: firstDay(chosen, work.view.today) });
  return true;
}

/** The first chosen day after today; where it is a day off the summary comes on the working day after it. */
function firstDay({ week, month }: SummaryDaysSaid, today: LocalDate): LocalDate | null {
  const days: LocalDate[] = [];
  if (typeof week === "number") days.push(addDays(today, ((week - weekdayOf(today) + 6) % 7) + 1));
  if (typeof month === "number") {
    const running = monthOf(today);
    const on = (at: string) => `${at}-${pad(Math.min(month, daysInMonth(yearOf(at), Number(at.slice(5)))))}`;
    const here = on(running);
    days.push(here > today ? here : on(monthOf(addDays(daysOf(running).to, 1))));
  }
  return days.sort()[0] ?? null;
}
const pad = (value: number): string => String(value).padStart(2, "0");
