import type { OutboxDraft } from "../outbox/body.ts";
import type { Reminder } from "../reminders/reminder.ts";
import { digestWords, type Telling } from "../wording/digest-words.ts";

/** One message with everything a person hears today. */
export function digestBody(reminders: readonly Reminder[], telling: Telling, _id: string): OutboxDraft {
  return { kind: "text", content: digestWords({ reminders }, telling) };
}
