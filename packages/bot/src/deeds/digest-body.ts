import type { OutboxDraft } from "../outbox/body.ts";
import { monthCard } from "../outbox/month-card.ts";
import type { Digest } from "../reminders/digest.ts";
import { digestWords, type Telling } from "../wording/digest-words.ts";
import { monthCardWords } from "../wording/month-card-words.ts";

/**
 * One message with everything a person hears today: a head's month comes as a card to tap, with the rest beside it.
 * `later`: how many less urgent things have no room and are told tomorrow.
 */
export function digestBody(
  { to, reminders }: Pick<Digest, "to" | "reminders">,
  telling: Telling,
  later: number,
): OutboxDraft {
  const content = digestWords(reminders, telling, later);
  const owed = reminders.find((each) => each.about === "month-owed" && each.speaks === "attests");
  if (owed?.about !== "month-owed" || later > 0) return { kind: "text", content };
  const others = reminders.filter((each) => each !== owed);
  const { section, month } = owed;
  return monthCard({ section, month, to, today: telling.today }, monthCardWords(owed, others, telling), content);
}
