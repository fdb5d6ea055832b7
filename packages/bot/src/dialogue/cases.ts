import { type CaseId, type CaseKind, caseIdOf, type Fact, type LocalDate, yearOf } from "@gongkai/schema";
import type { Item } from "../utterance/meaning.ts";
import { caseLabel, casesNamed, mayName, openOf } from "./case-names.ts";
import type { Said } from "./conversation.ts";
import { placeDecision } from "./disputes.ts";
import { askWhich, isOpen } from "./mend.ts";
import { caseQuestion, routeQuestion, rowQuestion } from "./questions.ts";
import { isDay } from "./stated-fact.ts";
import type { KnownCase } from "./turn.ts";
import type { Work } from "./work.ts";

const MOST_AT_ONCE = 50; // more cases than this in one message is a slip or belongs into an import

const ROUGH: ReadonlySet<string> = new Set(["denied", "unavailable", "not_processed", "other"]);
const ROW_OF_GROUP = { granted: "open", partial: "partial" } as const;
type Answered = Extract<Fact, { kind: "application-answered" }>;

function openingFact(kind: CaseKind, id: CaseId, item: Item, receivedOn: LocalDate): Fact {
  switch (kind) {
    case "application":
      return {
        kind: "application-opened",
        case: id,
        applicant: item.applicant?.value ?? null,
        via: item.via?.value ?? null,
        receivedOn,
      };
    case "review":
      return { kind: "review-opened", case: id, against: null, receivedOn };
    case "litigation":
      return { kind: "litigation-opened", case: id, against: null, receivedOn, route: null, original: null };
  }
}

/** `收到申请 n 件` opens n cases: one record each, the name in the personal table. The term runs from a day, so a day is asked. */
export function openCases(work: Work, item: Item, kind: CaseKind, said: Said, section: string): boolean {
  const day = item.period.value;
  if (!isDay(day) || item.quantity.value > MOST_AT_ONCE) {
    work.say.push({ say: "cannot-change", what: "case-day" });
    work.asks.push("period");
    if (!work.wroteFacts) work.act = "ask";
    return true;
  }
  const year = yearOf(day);
  const already = work.plans.filter(
    (plan) =>
      "states" in plan && "case" in plan.states && plan.states.case.startsWith(caseIdOf(kind, year, 1).slice(0, 6)),
  ).length;
  const first = work.view.nextCaseNumber(kind, year) + already;
  for (let place = 0; place < item.quantity.value; place += 1) {
    const id = caseIdOf(kind, year, first + place);
    const [name, subject] = [item.who?.value ?? null, item.subject?.value ?? null];
    const person = kind === "application" && (name !== null || subject !== null) ? { case: id, name, subject } : null;
    const fact = openingFact(kind, id, item, day);
    const record = work.keep(fact, item, { section, said, person });
    if (fact.kind === "litigation-opened") {
      work.wait({ at: "lawsuit-route", record }, routeQuestion(), said, "indicator");
    }
  }
  return true;
}

/** An answer closes the case it names; several that fit are asked; none known leaves it unplaced in the ledger. */
export function answerCase(work: Work, item: Item, said: Said, section: string): boolean {
  if (asksToChangeAnswer(work, item, said)) return true;
  const open = openOf(work.view, "application");
  const named = item.who === null ? open : casesNamed(open, item.who.value);
  if (item.quantity.value !== 1 || open.length === 0 || /上年|去年|结转/u.test(item.text)) return false;
  const [only] = named;
  if (only && named.length === 1) {
    placeAnswer(work, item, only, said, section);
    return true;
  }
  const among = named.length > 0 ? named : open;
  const labels = among.map((known) => caseLabel(work.view, known));
  const question = caseQuestion(labels, { words: item.text, who: item.who?.value ?? null, named: named.length });
  work.wait({ at: "which-case", item, among: among.map(({ id }) => id) }, question, said, "target");
  return true;
}

/** 张三那件其实是部分公开, when it is answered already: it is asked whether the answer is to be changed. */
function asksToChangeAnswer(work: Work, item: Item, said: Said): boolean {
  const { who, outcome } = item;
  if (who === null || outcome === null || casesNamed(openOf(work.view, "application"), who.value).length > 0)
    return false;
  const closed = casesNamed(
    work.view.cases.filter((known) => known.kind === "application" && !known.open && mayName(work.view, known)),
    who.value,
  ).map(({ id }) => id);
  const answers = [...work.view.standing].filter(
    ({ fact }) => fact.kind === "application-answered" && closed.includes(fact.case),
  );
  if (answers.length === 0) return false;
  askWhich(work, answers, { do: "correct", set: { outcome: outcome.value } }, said);
  return true;
}

/** Closes one case; a group said without its exact row is kept at once and the row asked. */
export function placeAnswer(work: Work, item: Item, known: KnownCase, said: Said, section: string): void {
  if (known.kind !== "application") {
    placeDecision(work, item, known.id, said, section);
    return;
  }
  const group = item.outcome?.value;
  const day = item.period.value;
  if (group === undefined || !isDay(day)) {
    work.say.push({ say: "cannot-change", what: "case-day" });
    work.asks.push("period");
    if (!work.wroteFacts) work.act = "ask";
    return;
  }
  const outcome = group === "granted" || group === "partial" ? ROW_OF_GROUP[group] : group;
  const fact: Answered = { kind: "application-answered", case: known.id, outcome, on: day };
  if (!isOpen(work, [fact])) return;
  const record = work.keep(fact, item, { section, said });
  if (ROUGH.has(outcome)) {
    work.wait({ at: "result-row", record }, rowQuestion(group, known.id), said, "outcome");
  }
}
