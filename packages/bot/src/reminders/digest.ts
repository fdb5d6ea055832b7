import type { LocalDate } from "@gongkai/schema";
import type { Reminder } from "./due-soon.ts";

/** Everything one person hears on one day, in one message. */
export type Digest = Readonly<{ key: string; to: string; reminders: readonly Reminder[] }>;

const URGENCY: readonly Reminder["about"][] = ["case-due", "report-milestone", "month-owed", "sections-owe"];
const rank = ({ about }: Reminder): number => URGENCY.indexOf(about);
const soonest = (reminder: Reminder): string => (reminder.about === "case-due" ? reminder.due : "");

/** One digest a person and day, the most urgent first. Its key is the person and the day: it is sent once. */
export function digestsOf(reminders: readonly Reminder[], day: LocalDate): readonly Digest[] {
  const people = new Map<string, Map<string, Reminder>>();
  for (const reminder of reminders) {
    const own = people.get(reminder.to) ?? new Map<string, Reminder>();
    own.set(reminder.key, reminder); // one thing is told once, however it came to be listed twice
    people.set(reminder.to, own);
  }
  return [...people].map(([to, own]) => ({
    key: `digest/${day}/${to}`,
    to,
    reminders: [...own.values()].sort(
      (one, other) => rank(one) - rank(other) || (soonest(one) < soonest(other) ? -1 : 1),
    ),
  }));
}
