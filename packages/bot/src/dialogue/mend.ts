import type { Fact, Month, RecordId, StandingFact } from "@gongkai/schema";
import { canonicalJson, isCaseFact, monthsOf } from "@gongkai/schema";
import type { Change, Target } from "../utterance/meaning.ts";
import { factWords, type Speaking } from "../wording/fact-words.ts";
import { refuse, weigh } from "./case-course.ts";
import { mayName } from "./case-names.ts";
import { changedFact } from "./change-fact.ts";
import type { Said } from "./conversation.ts";
import { findRecords } from "./find-record.ts";
import { lineOf } from "./line.ts";
import { countedTwice } from "./overlapping.ts";
import type { Upon } from "./question.ts";
import { recordQuestion } from "./questions.ts";
import { isOfToday } from "./standing-records.ts";
import { periodOf } from "./stated-fact.ts";
import type { View } from "./turn.ts";
import type { Work } from "./work.ts";

const speakingOf = (view: View): Speaking => ({
  catalogue: view.catalogue,
  today: view.today,
  nameOf: (id) => {
    const known = view.cases.find((each) => each.id === id);
    return known && mayName(view, known) ? known.named.name : null;
  },
});

/** Asks which of several records is meant, or whether it is the one shown. */
export function askWhich(work: Work, records: readonly StandingFact[], upon: Upon, said: Said): void {
  const lines = records.map(lineOf);
  const speaking = speakingOf(work.view);
  const labels = lines.map(({ fact }) => factWords(fact, periodOf(fact), speaking));
  const question = recordQuestion(upon, lines, labels);
  work.state = { ...work.state, listed: records.map(({ id }) => id) };
  work.wait({ at: "which-record", among: records.map(({ id }) => id), upon }, question, said, "target");
}

/** A closed month the facts fall into; one that this very turn reopens is open. */
export function closedFor(work: Work, facts: readonly Fact[]): Month | undefined {
  const reopened = new Set(
    work.plans.flatMap((plan) =>
      "states" in plan && plan.states.kind === "month-reopened" ? [plan.states.month] : [],
    ),
  );
  return facts
    .flatMap((fact) => {
      const period = periodOf(fact);
      return period === undefined ? [] : monthsOf(period);
    })
    .find((month) => work.view.closed.has(month) && !reopened.has(month));
}

/** Whether facts may still be written; a month that was closed meanwhile is told. */
export function isOpen(work: Work, facts: readonly Fact[]): boolean {
  const month = closedFor(work, facts);
  if (month === undefined) return true;
  work.say.push({ say: "month-closed", month, lines: [], clerksTold: false });
  if (!work.wroteFacts) work.act = "ask";
  return false;
}

/** A record may be mended by its speaker, its section's head or the disclosure office, and not in a closed month. */
export function mayMend(work: Work, { record }: StandingFact, facts: readonly Fact[]): boolean {
  if (!work.view.may("mend", { by: record.by, section: record.section })) {
    work.say.push({ say: "not-allowed", deed: "mend" });
    return false;
  }
  return isOpen(work, facts);
}

/** 改成微博, of a permit and a post: only the post has a platform. */
function takes(view: View, { fact }: StandingFact, set: Change): boolean {
  const changed = changedFact(view, fact, set);
  return "fact" in changed && canonicalJson(changed.fact) !== canonicalJson(fact);
}
/** 人家是科研院所不是企业, of a case that is answered: its opening says who applied. */
function openingOf(view: View, standing: StandingFact, set: Change): StandingFact {
  const { fact } = standing;
  if (takes(view, standing, set) || !("case" in fact)) return standing;
  const own = [...view.standing].find(
    (each) => "case" in each.fact && each.fact.case === fact.case && takes(view, each, set),
  );
  return own ?? standing;
}
const isRecent = ({ view }: Work, [each]: readonly StandingFact[]): boolean =>
  each !== undefined && each.record.by === view.member.id && isOfToday(view, each);

/** 复议那两件是上周五就收到的: every one of the cases that were counted so. */
const isAllOf = (records: readonly StandingFact[], { quantity }: Target): boolean =>
  quantity !== undefined &&
  quantity > 1 &&
  records.length === quantity &&
  records.every(({ fact }) => isCaseFact(fact));

/** 改成5条: finds the record, shows before and after, or asks which. */
export function correct(work: Work, target: Target, set: Change, said: Said): void {
  work.act = "correct";
  const found = findRecords(work.view, work.state, target);
  const taking = found.records.length > 1 ? found.records.filter((each) => takes(work.view, each, set)) : found.records;
  const records = taking.length > 0 ? taking : found.records.map((each) => openingOf(work.view, each, set));
  const sure = found.sure || (taking.length === 1 && found.records.length > 1 && isRecent(work, taking));
  const [first] = records;
  if (!first) {
    work.say.push({ say: "not-found", what: typeof target.ref === "object" ? "line" : "record", words: target.text });
    work.asks.push("target");
    work.act = "ask";
    return;
  }
  if (!sure && isAllOf(records, target)) for (const each of records) correctRecord(work, each, set, said);
  else if (sure) correctRecord(work, first, set, said);
  else askWhich(work, records, { do: "correct", set }, said);
}

export function correctRecord(work: Work, standing: StandingFact, set: Change, said: Said): void {
  work.act = "correct";
  const changed = changedFact(work.view, standing.fact, set);
  if ("refused" in changed) {
    work.say.push({ say: "cannot-change", what: changed.refused });
    return;
  }
  const before = lineOf(standing);
  if (canonicalJson(changed.fact) === canonicalJson(standing.fact)) {
    work.say.push({ say: "unchanged", line: before });
    return;
  }
  if (!mayMend(work, standing, [standing.fact, changed.fact])) return;
  const weighed = isCaseFact(changed.fact) ? weigh(work, changed.fact, standing.id) : undefined;
  if (weighed?.kind === "refused" && isCaseFact(changed.fact)) {
    refuse(work, changed.fact.case, weighed);
    return;
  }
  const twice = countedTwice(work.view, standing, changed.fact);
  if (twice.length > 0) {
    work.say.push({ say: "would-count-twice", line: { ...before, fact: changed.fact }, standing: twice.map(lineOf) });
    return;
  }
  work.correct(standing.id, standing.fact, changed.fact, standing.record.section, said);
  work.say.push({ say: "corrected", before, after: { ...before, fact: changed.fact, periodImplied: false } });
}

/** Steps that hang on an opened case: it cannot go while they stand. */
const hangingOn = (view: View, standing: StandingFact): boolean => {
  const { fact } = standing;
  if (!("receivedOn" in fact) || !("case" in fact)) return false;
  for (const other of view.standing) {
    if (other.id !== standing.id && "case" in other.fact && other.fact.case === fact.case) return true;
  }
  return false;
};

export function withdrawRecords(work: Work, records: readonly StandingFact[], said: Said): readonly RecordId[] {
  const gone: RecordId[] = [];
  for (const standing of records) {
    if (hangingOn(work.view, standing) && !records.some(({ id }) => id !== standing.id)) {
      work.say.push({ say: "cannot-change", what: "case-answered" });
      continue;
    }
    if (!mayMend(work, standing, [standing.fact])) continue;
    work.withdraw(standing.id, standing.record.section, said);
    gone.push(standing.id);
  }
  return gone;
}
