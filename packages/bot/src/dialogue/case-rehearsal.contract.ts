import { answer } from "../utterance/answering/answer.ts";
import { understand } from "../utterance/understand.ts";
import { vocabularyOf } from "../utterance/vocabulary.ts";
import { OFFICE, PEOPLE, Rehearsal, record, type Spoken } from "./rehearsal.contract.ts";
import type { Step } from "./turn.ts";

const { vocabulary } = vocabularyOf(
  OFFICE,
  Object.values(PEOPLE).map(({ name }) => name),
);

/** A talk about cases in staff's own words. Days are `2026-03-10`; every message is said at ten in the morning. */
export class CaseRehearsal extends Rehearsal {
  tell(day: string, text: string, spoken: Omit<Spoken, "text" | "now"> = {}): Step {
    const now = `${day}T10:00:00+08:00`;
    const meaning = understand({ text, now, vocabulary });
    return this.hear(meaning, {
      text,
      now,
      answer: (draft, words = text) => answer(draft, { text: words, now, vocabulary }),
      ...spoken,
    });
  }

  /** `correction-asked 2026-03-10`, one a step or answer that stands, in ledger order. */
  get steps(): string[] {
    return [...this.facts].flatMap(({ fact }) => {
      if (fact.kind === "application-step") return [`${fact.case.slice(7)} ${fact.step} ${fact.on}`];
      if (fact.kind === "application-answered") return [`${fact.case.slice(7)} ${fact.outcome} ${fact.on}`];
      return [];
    });
  }
}

/** Day the applications of `caseOffice` were received. */
export const RECEIVED = "2026-03-04";

/** `names`: one application each, received on 4 March. */
export function caseOffice(...names: readonly string[]): CaseRehearsal {
  const talk = new CaseRehearsal();
  for (const who of names)
    talk.hear(record({ indicator: "application.received", applicant: "nat", via: "online", who, period: RECEIVED }), {
      text: `收到依申请公开1件，${who}`,
      now: `${RECEIVED}T09:00:00+08:00`,
    });
  return talk;
}
