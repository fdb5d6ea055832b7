import {
  type CaseFact,
  type CaseId,
  type CaseKind,
  canonicalJson,
  type DisputeKind,
  type Fact,
  groupOfRow,
  hookOfRow,
  isCaseFact,
  type LocalDate,
  outcomeOfWords,
  RECEIPT_RULES,
  type ReceiptWay,
  type Remark,
  type ResultGroup,
  yearOf,
} from "@gongkai/schema";
import type { Item } from "../utterance/meaning.ts";
import { keepAnswer } from "./case-answer.ts";
import { keepCaseFact } from "./case-keep.ts";
import { caseLabel, casesNamed, mayName, openOf } from "./case-names.ts";
import { nextCaseId } from "./case-number.ts";
import type { Said } from "./conversation.ts";
import { placeDecision } from "./disputes.ts";
import { askWhich } from "./mend.ts";
import type { LedgerPlan } from "./plan.ts";
import { caseQuestion, routeQuestion } from "./questions.ts";
import { isDay } from "./stated-fact.ts";
import type { KnownCase } from "./turn.ts";
import type { Work } from "./work.ts";

const MOST_AT_ONCE = 50; // more cases than this in one message is a slip or belongs into an import

const ROW_OF_GROUP = { granted: "open", partial: "partial" } as const;
type Answered = Extract<Fact, { kind: "application-answered" }>;

/** The item of 条例第三十一条 that the words name; a letter may be signed for or not. */
function receiptOf({ via, text }: Item): ReceiptWay | undefined {
  if (/联系不上|误投|转来/u.test(text)) return "unreachable";
  switch (via?.value) {
    case "in_person":
      return "in-person";
    case "mail":
      return /平信/u.test(text) ? "plain-mail" : /签收|挂号|快递|邮政/u.test(text) ? "signed-mail" : undefined;
    case "online":
    case "fax":
      return via.value;
    default:
      return undefined;
  }
}

/** Ways of coming in whose legal day is not the day a letter or a form arrived. */
const BY_AGREEMENT: ReadonlySet<ReceiptWay> = new Set(["plain-mail", "online", "fax", "unreachable"]);

/** 条例第三十一条: which day counts as the day of receipt, where it may be another than the one said. */
function receiptRemarks(fact: CaseFact): readonly Remark[] {
  if (fact.kind !== "application-opened" || !fact.receipt || !BY_AGREEMENT.has(fact.receipt)) return [];
  const { label, term } = RECEIPT_RULES[fact.receipt];
  return [{ article: term.article, says: `${label}的，以${term.start}为收到之日，不是这一天请改日期` }];
}

function openingFact(kind: CaseKind, id: CaseId, item: Item, receivedOn: LocalDate): CaseFact {
  const receipt = receiptOf(item);
  switch (kind) {
    case "application":
      return {
        kind: "application-opened",
        case: id,
        applicant: item.applicant?.value ?? null,
        via: item.via?.value ?? null,
        receivedOn,
        ...(receipt === undefined ? {} : { receipt }),
      };
    case "review":
      return { kind: "review-opened", case: id, against: null, receivedOn };
    case "litigation":
      return { kind: "litigation-opened", case: id, against: null, receivedOn, route: null, original: null };
  }
}

/** Who applied, how to reach him and for what: kept beside the ledger, never in it. */
function personOf(id: CaseId, { who, subject, contact }: Item): LedgerPlan["person"] {
  const said = [who, subject, contact].some((slot) => slot !== null && slot !== undefined);
  if (!said) return null;
  return { case: id, name: who?.value ?? null, subject: subject?.value ?? null, contact: contact?.value ?? null };
}

/**
 * 9月行政复议收到1件: no term runs from the day a dispute came in, so a month is enough where that year keeps counts and
 * no cases; then it goes on with counts, for a year kept in two ways adds up to nothing.
 */
function isCountedYear({ view }: Work, kind: DisputeKind, period: string): boolean {
  const year = yearOf(period);
  const counted = () =>
    [...view.standing].some(
      ({ fact }) =>
        fact.kind === "figure-reported" && fact.indicator.startsWith(`${kind}.`) && yearOf(fact.period) === year,
    );
  const kept = view.cases.some((known) => known.kind === kind && yearOf(known.id.slice(2)) === year);
  return !kept && (!isDay(period) || counted());
}

/** `收到申请 n 件` opens n cases: one record each, the name in the personal table. The term runs from a day, so a day is asked. */
export function openCases(work: Work, item: Item, kind: CaseKind, said: Said, section: string): boolean {
  const day = item.period.value;
  if (kind !== "application" && isCountedYear(work, kind, day)) return false;
  if (!isDay(day) || item.quantity.value > MOST_AT_ONCE) {
    work.say.push({ say: "cannot-change", what: "case-day" });
    work.asks.push("period");
    if (!work.wroteFacts) work.act = "ask";
    return true;
  }
  for (let place = 0; place < item.quantity.value; place += 1) {
    const id = nextCaseId(work, kind, day);
    const person = kind === "application" ? personOf(id, item) : null;
    const fact = openingFact(kind, id, item, day);
    const daySaid = item.period.certainty === "said";
    const record = keepCaseFact(work, fact, {
      daySaid,
      said,
      item,
      section,
      person,
      quiet: item.quantity.value > 1,
      remarks: receiptRemarks(fact),
    });
    if (record !== undefined && fact.kind === "litigation-opened") {
      work.wait({ at: "lawsuit-route", record }, routeQuestion(), said, "indicator");
    }
  }
  return true;
}

/** Cases that nothing tells apart: received alike on one day, nobody named, no step taken yet. Any of them may be meant. */
function areAlike({ view }: Work, cases: readonly KnownCase[]): boolean {
  const ids = new Set(cases.map(({ id }) => id));
  const steps = [...view.standing].some(
    ({ fact }) => isCaseFact(fact) && ids.has(fact.case) && fact.kind !== "application-opened",
  );
  const opened = new Set(cases.map(({ opened: { fact } }) => canonicalJson({ ...fact, case: "" })));
  return !steps && opened.size === 1 && cases.every(({ named }) => named.name === null && named.subject === null);
}

/** An answer closes the case it names; several that fit are asked; none known leaves it unplaced in the ledger. */
export function answerCase(work: Work, item: Item, said: Said, section: string): boolean {
  if (asksToChangeAnswer(work, item, said)) return true;
  const day = item.period.value;
  // an answer of the day before the only case came in belongs to one that is not in the register
  const open = openOf(work.view, "application").filter(
    ({ opened: { fact } }) => item.who !== null || !isDay(day) || !("receivedOn" in fact) || fact.receivedOn <= day,
  );
  const shown = open.filter((known) => mayName(work.view, known));
  const named = item.who === null ? open : casesNamed(shown, item.who.value);
  if (item.quantity.value !== 1 || open.length === 0 || /上年|去年|结转/u.test(item.text)) return false;
  const [only] = named;
  if (only && (named.length === 1 || (item.who === null && areAlike(work, named)))) {
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
  const { outcome, hook } = rowSaid(group, item.text);
  const fact: Answered = { kind: "application-answered", case: known.id, outcome, on: day };
  keepAnswer(work, fact, { daySaid: item.period.certainty === "said", said, hook, item, section });
}

/** The exact row, where the words beside the group name it: 不予公开，涉及商业秘密. */
function rowSaid(group: ResultGroup, words: string): Readonly<{ outcome: Answered["outcome"]; hook: string | null }> {
  const heard = outcomeOfWords(words);
  if (heard.kind === "row" && groupOfRow(heard.row) === group) return { outcome: heard.row, hook: heard.hook };
  if (group === "granted" || group === "partial") {
    const outcome = ROW_OF_GROUP[group];
    return { outcome, hook: hookOfRow(outcome) };
  }
  return { outcome: group, hook: null };
}
