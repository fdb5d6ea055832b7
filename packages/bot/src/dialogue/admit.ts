import { crossesYearEnd, indicatorOf, monthsOf, yearOf } from "@gongkai/schema";
import type { Item } from "../utterance/meaning.ts";
import { answerCase, openCases } from "./cases.ts";
import type { Said } from "./conversation.ts";
import { decideDispute } from "./disputes.ts";
import { lineOf } from "./line.ts";
import { closedFor } from "./mend.ts";
import { earlierReading, standingBefore } from "./overlapping.ts";
import type { CardReason } from "./question.ts";
import { cardQuestion, overlapQuestion, reopeningQuestion, yearQuestion } from "./questions.ts";
import { DECIDES, figureOf, OPENS, sectionOf, storedQuantity, TOTAL_WORDS } from "./stated-fact.ts";
import type { Work } from "./work.ts";

/** Doubts about an item that its speaker has already answered. */
export type Cleared = Readonly<{ section?: string; year?: true; reopened?: true; overlap?: true }>;

type Admission = Readonly<{ work: Work; item: Item; said: Said; cleared: Cleared; section: string }>;

/**
 * Every doubt that keeps a settled item from being written, in the order they are raised. A doubt returns true when it
 * dealt with the item. Section and year come first: the later doubts look at what stands there.
 */
const DOUBTS: readonly ((admission: Admission) => boolean)[] = [
  crossesYears,
  brokenNumber,
  zeroOfReading,
  whichYear,
  closedMonth,
  caseFact,
  periodTwice,
];

/** Writes an item, or raises the first doubt about it. */
export function admit(work: Work, item: Item, said: Said, cleared: Cleared = {}): void {
  const section = cleared.section ?? sectionOf(work.view, item, said.text);
  if (!work.view.may("report", { by: work.view.member.id, section: section ?? "" })) {
    work.say.push({ say: "not-allowed", deed: "report" });
    return;
  }
  if (section === undefined) {
    readBack(work, [item], said, "unknown-section");
    return;
  }
  // once agreed, the section goes with the item through every further question
  const placed =
    cleared.section === undefined
      ? item
      : { ...item, section: { value: section, certainty: "said", text: "" } as const };
  const admission = { work, item: placed, said, cleared, section };
  if (DOUBTS.some((doubt) => doubt(admission))) return;
  writeFigure(admission);
}

/** Shows items as a card that is written only after a yes. */
export function readBack(work: Work, items: readonly Item[], said: Said, because: CardReason): void {
  const lines = items.map((item) => ({
    record: null,
    fact: figureOf(work.view, item),
    section: sectionOf(work.view, item) ?? work.view.member.section,
    periodImplied: item.period.certainty === "implied",
  }));
  const question = cardQuestion(lines, because, items[0]?.section?.text ?? said.text);
  work.wait({ at: "card", items, oddity: because }, question, said, "intent");
  work.act = "record";
  work.card = items;
}

function crossesYears({ work, item }: Admission): boolean {
  if (!crossesYearEnd(item.period.value)) return false;
  const [first, last] = [item.period.value.slice(0, 4), item.period.value.split("/")[1]?.slice(0, 4) ?? ""];
  work.say.push({ say: "across-years", words: item.text, years: [Number(first), Number(last)] });
  work.asks.push("period");
  if (!work.wroteFacts) work.act = "ask";
  return true;
}

function brokenNumber({ work, item }: Admission): boolean {
  if (item.nil || storedQuantity(work.view, item) !== undefined) return false;
  work.say.push({ say: "cannot-change", what: "whole-number" });
  work.asks.push("quantity");
  if (!work.wroteFacts) work.act = "ask";
  return true;
}

function zeroOfReading({ work, item }: Admission): boolean {
  if (!item.nil || indicatorOf(work.view.catalogue, item.indicator.value).nil) return false;
  work.say.push({ say: "cannot-change", what: "nil-gauge" });
  work.asks.push("quantity");
  if (!work.wroteFacts) work.act = "ask";
  return true;
}

/** In January an undated done thing is today; an undated total may be the old year's. */
function whichYear({ work, item, said, cleared }: Admission): boolean {
  const { today } = work.view;
  if (cleared.year || item.period.certainty === "said" || !today.slice(5).startsWith("01-")) return false;
  const { rollUp } = indicatorOf(work.view.catalogue, item.indicator.value);
  const totalLike = rollUp === "stock" || TOTAL_WORDS.test(item.text) || TOTAL_WORDS.test(said.text);
  if (!totalLike) return false;
  const years = [yearOf(today) - 1, yearOf(today)];
  work.wait({ at: "which-year", item, years }, yearQuestion(item, years), said, "period");
  return true;
}

function closedMonth({ work, item, said, cleared }: Admission): boolean {
  const month = monthsOf(item.period.value).find((each) => work.view.closed.has(each));
  if (month === undefined || cleared.reopened) return false;
  const line = {
    record: null,
    fact: figureOf(work.view, item),
    section: work.view.member.section,
    periodImplied: false,
  };
  if (work.view.may("close-month", {})) {
    work.wait({ at: "reopening", month, items: [item] }, reopeningQuestion(month, [line]), said, "intent");
  } else {
    work.plans.push({ do: "tell-clerks", month, text: item.text });
    work.say.push({ say: "month-closed", month, lines: [line], clerksTold: true });
    if (!work.wroteFacts) work.act = "ask";
  }
  return true;
}

function caseFact({ work, item, said, section }: Admission): boolean {
  if (item.nil) return false;
  const kind = OPENS[item.indicator.value];
  if (kind) return openCases(work, item, kind, said, section);
  if (item.indicator.value === "application.outcome") return answerCase(work, item, said, section);
  const decides = DECIDES[item.indicator.value];
  return decides !== undefined && decideDispute(work, item, decides, said, section);
}

function periodTwice({ work, item, said, cleared, section }: Admission): boolean {
  const { figures, nils } = standingBefore(work.view, item, section, said.text);
  if (figures.length > 0 && !cleared.overlap) {
    const lines = figures.map((standing) => lineOf(standing));
    const question = overlapQuestion(item, figureOf(work.view, item), lines);
    work.wait({ at: "overlap", item, standing: figures.map(({ id }) => id) }, question, said, "target");
    return true;
  }
  const ends = item.nil ? [] : nils;
  for (const nil of ends) {
    if (closedFor(work, [nil.fact]) !== undefined) continue;
    if (!work.view.may("report", { by: nil.record.by, section })) continue;
    work.withdraw(nil.id, section, said);
    work.end(lineOf(nil));
  }
  return false;
}

function writeFigure({ work, item, said, section }: Admission): void {
  const fact = figureOf(work.view, item);
  const earlier = earlierReading(work.view, item, section);
  if (earlier) {
    work.withdraw(earlier.id, section, said);
    work.end(lineOf(earlier));
  }
  work.keep(fact, item, { section, said });
  if (section !== work.view.member.section) tellHeads(work, section);
}

/** The head of a section hears of what somebody else reported for it; once a turn. */
export function tellHeads(work: Work, section: string): void {
  const told = work.plans.some((plan) => plan.do === "tell-heads" && plan.section === section);
  if (!told) work.plans.push({ do: "tell-heads", section, records: [] });
}
