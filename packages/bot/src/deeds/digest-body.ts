import { OutboxBody, type OutboxDraft } from "../outbox/body.ts";
import { monthCard } from "../outbox/month-card.ts";
import type { Digest } from "../reminders/digest.ts";
import { digestWords, type Telling } from "../wording/digest-words.ts";
import { monthCardWords } from "../wording/month-card-words.ts";

/**
 * One message with everything a person hears today: a head's month comes as a card to tap, with the rest beside it.
 * What does not fit on a card is said as text, which can be answered in words.
 */
export function digestBody({ to, reminders }: Digest, telling: Telling, cards: boolean): OutboxDraft {
  const text = digestWords({ reminders }, telling);
  const owed = reminders.find((each) => each.about === "month-owed" && each.speaks === "attests");
  if (cards && owed?.about === "month-owed") {
    const others = reminders.filter((each) => each !== owed);
    const { section, month } = owed;
    const card = monthCard({ section, month, to, today: telling.today }, monthCardWords(owed, others, telling));
    const whole = card && OutboxBody.safeParse({ ...card, otherwise: text }).data; // also where cards are refused
    if (whole) return whole;
  }
  return { kind: "text", content: text };
}
