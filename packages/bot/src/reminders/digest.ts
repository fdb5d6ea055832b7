import type { LocalDate } from "@gongkai/schema";
import type { Reminder } from "./reminder.ts";

/** Everything one person hears on one day, in one message. `silent`: keys of what needs no words of its own. */
export type Digest = Readonly<{ key: string; to: string; reminders: readonly Reminder[]; silent: readonly string[] }>;

/** The smaller, the more urgent; what has a day of its own is ordered by it, a moved day first. */
const URGENCY: Readonly<Record<Reminder["about"], number>> = {
  deadline: 0,
  "due-moved": 0,
  "report-milestone": 1,
  "month-owed": 2,
  "sections-owe": 3,
  summary: 4,
};
const moves = ({ about }: Reminder): number => (about === "due-moved" ? 0 : 1);
const left = (reminder: Reminder): number => ("left" in reminder ? reminder.left : 0);

const byUrgency = (one: Reminder, other: Reminder): number =>
  URGENCY[one.about] - URGENCY[other.about] || left(one) - left(other) || moves(one) - moves(other);

/** A step of a case whose day has just moved is told with the move. */
function saidWithMove(reminder: Reminder, own: readonly Reminder[]): boolean {
  if (reminder.about !== "deadline" || reminder.deadline.matter !== "answer") return false;
  return own.some((other) => other.about === "due-moved" && other.case === reminder.case);
}

/** One digest a person and day, the most urgent first. `told`: whether a key was told before. */
export function digestsOf(
  reminders: readonly Reminder[],
  told: (key: string) => boolean,
  day: LocalDate,
): readonly Digest[] {
  const people = new Map<string, Map<string, Reminder>>();
  for (const reminder of reminders) {
    if (told(reminder.key)) continue;
    const own = people.get(reminder.to) ?? new Map<string, Reminder>();
    own.set(reminder.key, reminder);
    people.set(reminder.to, own);
  }
  return [...people].map(([to, byKey]) => {
    const own = [...byKey.values()];
    const silent = own.filter((reminder) => saidWithMove(reminder, own));
    return {
      key: `digest/${day}/${to}`,
      to,
      reminders: own.filter((reminder) => !silent.includes(reminder)).sort(byUrgency),
      silent: silent.map(({ key }) => key),
    };
  });
}
