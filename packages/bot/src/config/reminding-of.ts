import type { Reminding } from "../reminders/due-today.ts";
import { type ReminderSettings, WEEKDAYS } from "./settings.ts";

/** The settings' days as the reminders need them. */
export function remindingOf({ submitBy, publishBy, summaries }: ReminderSettings): Reminding {
  const daysOf = ({ weekly, monthly }: ReminderSettings["summaries"]["leaders"]) => ({
    week: weekly === undefined ? null : WEEKDAYS.indexOf(weekly) + 1,
    month: monthly === undefined ? null : monthly === "月底" ? ("end" as const) : monthly,
  });
  return {
    milestones: { submitBy, publishBy },
    summaries: { leaders: daysOf(summaries.leaders), clerks: daysOf(summaries.clerks) },
  };
}
