import type { LocalDate } from "@gongkai/schema";
import type { Reminder } from "./reminder.ts";

/** Everything one person hears on one day, in one message. `tells`: keys of all that is told with it. */
export type Digest = Readonly<{ key: string; to: string; reminders: readonly Reminder[]; tells: readonly string[] }>;

const URGENCY: readonly Reminder["about"][] = [
  "deadline",
  "due-moved",
  "report-milestone",
  "month-owed",
  "sections-owe",
  "summary",
];
const rank = ({ about }: Reminder): number => URGENCY.indexOf(about);
const left = (reminder: Reminder): number => ("left" in reminder ? reminder.left : 0);

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
    return {
      key: `digest/${day}/${to}`,
      to,
      reminders: own
        .filter((reminder) => !saidWithMove(reminder, own))
        .sort((one, other) => rank(one) - rank(other) || left(one) - left(other)),
      tells: [...byKey.keys()],
    };
  });
}
