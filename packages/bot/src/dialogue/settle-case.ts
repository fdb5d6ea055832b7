import { DISPUTE_RESULTS, type HeardOutcome, hookOfRow, outcomeOfWords, RESULT_ROWS } from "@gongkai/schema";
import { admit } from "./admit.ts";
import { keepAnswer } from "./case-answer.ts";
import { deedsOf } from "./case-deeds.ts";
import { keepCaseFact } from "./case-keep.ts";
import { placeAnswer } from "./cases.ts";
import type { CaseStepChoice, Pending } from "./conversation.ts";
import { nodOf, THAT_VERY_ONE } from "./nod.ts";
import { rowOffered } from "./row-offered.ts";
import { chosen, leave } from "./settle-choice.ts";
import { sectionOf } from "./stated-fact.ts";
import type { Work } from "./work.ts";

type Of<At extends Pending["at"]> = Extract<Pending, { at: At }>;

/** Which case an answer or a step belongs to. */
export function settleCase(
  work: Work,
  pending: Of<"which-case" | "which-case-for-step">,
  key: string | undefined,
): boolean {
  if (key === undefined && isOfAnotherDay(work, pending)) return false;
  const answer = chosen(work, pending, key) ?? onlyOne(work, pending);
  if (answer === undefined) return key === undefined && settleAnswered(work, pending);
  if (answer === "drop") {
    leave(work, pending);
    return true;
  }
  const known = work.view.cases.find(({ id }) => id === pending.among[Number(answer)]);
  work.settle(pending.id);
  if (pending.at === "which-case-for-step") {
    if (known) deedsOf(work, known, pending.deeds, pending.said);
    else work.say.push({ say: "not-found", what: "case", words: pending.said.text });
    return true;
  }
  const section = sectionOf(work.view, pending.item, pending.said.text) ?? work.view.member.section;
  // an application answered since by somebody else is looked for anew
  if (known?.kind === "application" && !known.open) admit(work, pending.item, pending.said, { section, year: true });
  else if (known) placeAnswer(work, pending.item, known, pending.said, section);
  else admit(work, pending.item, pending.said, { section, year: true, case: true });
  return true;
}

/** 无法提供，我们没有这材料, when one case was shown that was answered: so it is that one, and how. */
function settleAnswered(work: Work, pending: Of<"which-case" | "which-case-for-step">): boolean {
  const outcome = outcomeFor(pending, work.turn.text);
  const known = work.view.cases.find(({ id }) => id === pending.among[0]);
  if (pending.at !== "which-case-for-step" || !outcome || !known) return false;
  work.settle(pending.id);
  const deeds = pending.deeds.map((deed) => (deed.do === "answered" ? { ...deed, outcome } : deed));
  deedsOf(work, known, deeds, pending.said);
  return true;
}

/** How the one case in question was answered, where its question did not say so yet. */
export function outcomeFor(pending: Pending, text: string): HeardOutcome | undefined {
  if (pending.at !== "which-case-for-step" || pending.among.length !== 1) return undefined;
  const [deed, another] = pending.deeds;
  if (deed?.do !== "answered" || another || deed.outcome.kind !== "unknown") return undefined;
  const outcome = outcomeOfWords(text);
  return outcome.kind === "unknown" ? undefined : outcome;
}

/** 是, 就是5月20号收的那件: a yes when one case was shown. */
function onlyOne({ turn }: Work, { among }: Of<"which-case" | "which-case-for-step">): string | undefined {
  const [id, another] = among;
  if (id === undefined || another !== undefined) return undefined;
  if (nodOf(turn.text) === "yes") return "0";
  return THAT_VERY_ONE.test(turn.text.trim()) ? "0" : undefined;
}

/** 就是5月21号收的那件, where one of the 20th was shown. */
function isOfAnotherDay({ turn, view }: Work, { among }: Of<"which-case" | "which-case-for-step">): boolean {
  const [id, another] = among;
  if (another !== undefined || !THAT_VERY_ONE.test(turn.text.trim())) return false;
  const [, month, date] = /(?:([0-9]{1,2})月)?([0-9]{1,2})[日号]/u.exec(turn.text.normalize("NFKC")) ?? [];
  const fact = view.cases.find((known) => known.id === id)?.opened.fact;
  const [, ofMonth, ofDate] = (fact && "receivedOn" in fact ? fact.receivedOn : "").split("-").map(Number);
  const same = (said: string | undefined, known: number | undefined) => said === undefined || Number(said) === known;
  return !(same(month, ofMonth) && same(date, ofDate));
}

const STEP_OF: Readonly<Record<string, CaseStepChoice>> = {
  "correction-asked": "correction-asked",
  "correction-received": "correction-received",
  "consultation-sent": "consultation-sent",
  "consultation-returned": "consultation-returned",
};

/** 我们发的补正通知, 他交来的: which of the steps the same word names. */
export function settleStep(work: Work, pending: Of<"which-step">, key: string | undefined): boolean {
  const { meaning } = work.turn;
  const deeds = key === undefined && meaning.act === "ask" ? (meaning.case?.deeds ?? []) : [];
  const [told, another] = deeds;
  const answer = told && !another ? (STEP_OF[told.do] ?? chosen(work, pending, key)) : chosen(work, pending, key);
  if (answer === undefined) return false;
  if (answer === "drop") {
    leave(work, pending);
    return true;
  }
  const step = pending.steps.find((each) => each === answer);
  if (!step) return false;
  work.settle(pending.id);
  const fact = { kind: "application-step", case: pending.case, step, on: pending.on, days: null } as const;
  keepCaseFact(work, fact, { daySaid: pending.on !== pending.said.at.slice(0, 10), said: pending.said });
  return true;
}

/** The row of table 三 for words that left several groups open. */
export function settleOutcome(work: Work, pending: Of<"which-outcome">, key: string | undefined): boolean {
  const answer = chosen(work, pending, key) ?? rowOffered(work.turn.text, pending.question);
  if (answer === undefined) return false;
  if (answer === "drop" || answer === "none") {
    leave(work, pending);
    return true;
  }
  const outcome = pending.choices.find((choice) => choice === answer) ?? RESULT_ROWS.find((row) => row === answer);
  if (!outcome) return false;
  work.settle(pending.id);
  const row = RESULT_ROWS.find((each) => each === outcome);
  const fact = { kind: "application-answered", case: pending.case, outcome, on: pending.on } as const;
  const daySaid = pending.on !== pending.said.at.slice(0, 10);
  keepAnswer(work, fact, { daySaid, said: pending.said, hook: row ? hookOfRow(row) : null });
  return true;
}

/** The column of table 四 for a decision the office's table does not have. */
export function settleDecision(work: Work, pending: Of<"which-decision">, key: string | undefined): boolean {
  const answer = chosen(work, pending, key);
  if (answer === undefined) return false;
  if (answer === "drop") {
    leave(work, pending);
    return true;
  }
  const result = DISPUTE_RESULTS.find((each) => each === answer);
  if (!result) return false;
  work.settle(pending.id);
  const fact = { kind: "dispute-decided", case: pending.case, result, on: pending.on } as const;
  keepCaseFact(work, fact, { daySaid: pending.on !== pending.said.at.slice(0, 10), said: pending.said });
  return true;
}
