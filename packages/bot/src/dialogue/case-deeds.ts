import { type LocalDate, outcomeOfWords } from "@gongkai/schema";
import type { CaseDeed, CaseSaid } from "../utterance/case-said.ts";
import { answerOf } from "./case-answer.ts";
import { refuse, weigh } from "./case-course.ts";
import { decideDeed, openDispute } from "./case-disputes.ts";
import { dayOfDeed, factOfDeed, type PlainDeed } from "./case-facts.ts";
import { keepCaseFact } from "./case-keep.ts";
import { caseLabel, openOf } from "./case-names.ts";
import { casesMeant, lastCases } from "./case-which.ts";
import type { Said } from "./conversation.ts";
import { caseQuestion, stepQuestion } from "./questions.ts";
import type { KnownCase } from "./turn.ts";
import type { Work } from "./work.ts";

const MOST_SHOWN = 20; // choices of one question

/** What follows an answer; everything else is about an application still open. */
const AFTER_THE_ANSWER: ReadonlySet<CaseDeed["do"]> = new Set(["served", "reopened", "disputed"]);
/** What comes from outside is about the one case that waits for it. */
const COMES_IN: ReadonlySet<CaseDeed["do"]> = new Set([
  "correction-received",
  "consultation-received",
  "consultation-returned",
  "fee-paid",
  "served",
]);

const isPlain = (deed: CaseDeed): deed is PlainDeed =>
  deed.do !== "answered" && deed.do !== "disputed" && deed.do !== "decided";

/** Deals with a sentence about steps of a case. False: there is no case it could be about. */
export function caseDeeds(work: Work, said: CaseSaid): boolean {
  const [first] = said.deeds;
  if (!first) return false;
  const found = first.do === "decided" ? disputesMeant(work, said, first.kind) : applicationsMeant(work, said, first);
  if (found === undefined) return false;
  const { meant, sure } = found;
  if (!work.view.may("report", { by: work.view.member.id, section: work.view.member.section })) {
    work.say.push({ say: "not-allowed", deed: "report" });
    return true;
  }
  settlesEarlier(work, first);
  const [only, another] = meant;
  if (sure && only && !another) {
    deedsOf(work, only, said.deeds, work.said);
    return true;
  }
  askWhichCase(work, said, meant);
  return true;
}

const LONGEST_ANSWER = 30; // characters of an outcome said alone

/** 我们没有这个信息, right after a step of an application: it is asked whether that one is answered so. */
export function answerInContext(work: Work): boolean {
  const { text, meaning } = work.turn;
  const half = meaning.act === "ask" && meaning.sure.length === 0 && meaning.drafts.every((draft) => !draft.quantity);
  if (!work.state.echoed || (meaning.act !== "ignore" && !half) || text.length > LONGEST_ANSWER) return false;
  const outcome = outcomeOfWords(text);
  const [recent, another] = lastCases(work.view, work.state);
  if (outcome.kind === "unknown" || !recent?.open || recent.kind !== "application" || another) return false;
  const deed = { do: "answered", outcome, withheld: null, on: null, dayUnclear: false } as const;
  askWhichCase(work, { which: null, deeds: [deed], text }, [recent]);
  return true;
}

/** The same step said again with its case is what an earlier question about it waited for. */
function settlesEarlier(work: Work, { do: step }: CaseDeed): void {
  const earlier = work.state.pending.filter(
    (pending) => pending.at === "which-case-for-step" && pending.deeds[0]?.do === step,
  );
  for (const { id } of earlier) work.settle(id);
}

/** `sure`: the words point at them; else they are only what is left to be asked about. */
type Meant = Readonly<{ meant: readonly KnownCase[]; sure: boolean }>;

function askWhichCase(work: Work, { which, deeds, text }: CaseSaid, meant: readonly KnownCase[]): void {
  if (meant.length === 0) {
    work.say.push({ say: "not-found", what: "case", words: text });
    work.asks.push("target");
    work.act = "ask";
    return;
  }
  const among = meant.slice(0, MOST_SHOWN);
  const labels = among.map((known) => caseLabel(work.view, known));
  const named = which === null ? 0 : meant.length;
  const question = caseQuestion(labels, { words: text, who: null, named });
  work.wait({ at: "which-case-for-step", among: among.map(({ id }) => id), deeds }, question, work.said, "target");
}

/** Applications a sentence may mean; undefined where the ledger holds none at all. */
function applicationsMeant(work: Work, said: CaseSaid, first: CaseDeed): Meant | undefined {
  const { view, state } = work;
  const all = view.cases.filter(({ kind }) => kind === "application");
  if (all.length === 0) return undefined;
  const meant = casesMeant(view, state, said.which, "application");
  const open = meant.filter((known) => known.open);
  if (said.which !== null) {
    if (meant.length === 0 && said.which.number === undefined)
      return { meant: openOf(view, "application"), sure: false };
    return { meant: open.length > 0 && !AFTER_THE_ANSWER.has(first.do) ? open : meant, sure: true };
  }
  const likely = COMES_IN.has(first.do) ? meant.filter((known) => mayFollow(work, known, first)) : open;
  return { meant: likely.length > 0 ? likely : openOf(view, "application"), sure: true };
}

function mayFollow(work: Work, { id }: KnownCase, deed: CaseDeed): boolean {
  if (!isPlain(deed)) return false;
  const made = factOfDeed(work, id, deed, dayOfDeed(deed, work.said));
  return made.kind === "fact" && weigh(work, made.fact).kind === "accepted";
}

/** The disputes a decision may mean: pointed at by their own number, or through the application they attack. */
function disputesMeant(work: Work, { which }: CaseSaid, kind: "review" | "litigation"): Meant | undefined {
  const { view, state } = work;
  const all = view.cases.filter((known) => known.kind === kind);
  if (all.length === 0) return undefined;
  const preferOpen = (cases: readonly KnownCase[]) => {
    const open = cases.filter((known) => known.open);
    return open.length > 0 ? open : cases;
  };
  if (which === null || which.last) return { meant: preferOpen(all), sure: true };
  if (which.kind === kind) return { meant: casesMeant(view, state, which, kind), sure: true };
  const attacked = new Set<string>(casesMeant(view, state, which, "application").map(({ id }) => id));
  const linked = all.filter(
    ({ opened: { fact } }) => "against" in fact && fact.against !== null && attacked.has(fact.against),
  );
  return linked.length > 0 ? { meant: preferOpen(linked), sure: true } : { meant: preferOpen(all), sure: false };
}

/** Writes what was said of one case, in its order; a step the law refuses ends it. */
export function deedsOf(work: Work, known: KnownCase, deeds: readonly CaseDeed[], said: Said): void {
  for (const deed of deeds) {
    if (deed.dayUnclear) {
      work.say.push({ say: "cannot-change", what: "case-day" });
      work.asks.push("period");
      if (!work.wroteFacts) work.act = "ask";
      return;
    }
    const on = dayOfDeed(deed, said);
    if (deed.do === "answered") answerOf(work, known.id, deed, on, said);
    else if (deed.do === "disputed") openDispute(work, known, deed, on, said);
    else if (deed.do === "decided") decideDeed(work, known, deed, on, said);
    else if (!plainDeed(work, known, deed, on, said)) return;
  }
}

function plainDeed(work: Work, { id }: KnownCase, deed: PlainDeed, on: LocalDate, said: Said): boolean {
  const made = factOfDeed(work, id, deed, on);
  switch (made.kind) {
    case "which-step":
      work.wait({ at: "which-step", case: id, on, steps: made.steps }, stepQuestion(made.steps, id), said, "intent");
      return false;
    case "lacks":
      refuse(work, id, made);
      return false;
    case "fact":
      return keepCaseFact(work, made.fact, { daySaid: deed.on !== null, said, remarks: made.remarks }) !== undefined;
  }
}
