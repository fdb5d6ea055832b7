import { crossesYearEnd, indicatorOf, monthsOf } from "@gongkai/schema";
import type { Item } from "../utterance/meaning.ts";
import { answerCase, openCases } from "./cases.ts";
import type { Said } from "./conversation.ts";
import { decideDispute } from "./disputes.ts";
import { lineOfItem } from "./item-line.ts";
import { type Line, lineOf } from "./line.ts";
import { closedFor } from "./mend.ts";
import { earlierReading, standingBefore } from "./overlapping.ts";
import type { CardReason } from "./question.ts";
import { cardQuestion, overlapQuestion, reopeningQuestion, yearQuestion } from "./questions.ts";
import { DECIDES, figureOf, OPENS, sectionOf, sectionSaid, storedQuantity } from "./stated-fact.ts";
import { askSection } from "./which-section.ts";
import { yearsOf } from "./which-year.ts";
import type { Work } from "./work.ts";

/** Doubts about an item that its speaker has already answered. */
export type Cleared = Readonly<{
  section?: string;
  year?: true;
  reopened?: true;
  overlap?: true;
  /** None of the cases shown was meant: the count stands for itself. */
  case?: true;
}>;

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
  const section = cleared.section ?? placeOf(work, item, said);
  if (!work.view.may("report", { by: work.view.member.id, section: section ?? "" })) {
    work.say.push({ say: "not-allowed", deed: "report" });
    return;
  }
  if (section === undefined) {
    if (work.view.member.section === "") askSection(work, item, said, sectionSaid(item, said.text) ?? null);
    else readBack(work, [item], said, "unknown-section");
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

/** The section an item counts for; one without sections keeps everything for itself. */
function placeOf({ view, state }: Work, item: Item, said: Said): string | undefined {
  if (view.office.sections.length === 0) return "";
  const named = sectionSaid(item, said.text) !== undefined;
  return sectionOf(view, item, said.text) ?? (named ? undefined : (state.speaksFor ?? undefined));
}

/** Shows items as a card that is written only after a yes. */
export function readBack(work: Work, items: readonly Item[], said: Said, because: CardReason): void {
  const question = cardQuestion(
    items.map((item) => lineOfItem(work, item)),
    because,
    items[0]?.section?.text ?? said.text,
  );
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

function whichYear({ work, item, said, cleared, section }: Admission): boolean {
  const years = cleared.year ? [] : yearsOf(work.view, item, section, said.text);
  if (years.length === 0) return false;
  work.wait({ at: "which-year", item, years }, yearQuestion(item, years), said, "period");
  return true;
}

function closedMonth({ work, item, said, cleared }: Admission): boolean {
  const month = monthsOf(item.period.value).find((each) => work.view.closed.has(each));
  if (month === undefined || cleared.reopened) return false;
  const line = { ...lineOfItem(work, item), periodImplied: false };
  if (work.view.may("close-month", {})) askReason(work, month, item, line, said);
  else tellLate(work, month, item, line);
  return true;
}

/** Several late facts of one month wait for one reason. */
function askReason(work: Work, month: string, item: Item, line: Line, said: Said): void {
  const asked = work.askedNow.find((each) => each.at === "reopening" && each.month === month);
  if (asked?.at === "reopening" && asked.question.asked.name === "reopening") {
    const question = reopeningQuestion(month, [...asked.question.asked.lines, line]);
    work.widen(asked.id, { at: "reopening", month, items: [...asked.items, item] }, question);
  } else work.wait({ at: "reopening", month, items: [item] }, reopeningQuestion(month, [line]), said, "intent");
}

/** The disclosure office is told once a month and message, of everything that came too late for it. */
function tellLate(work: Work, month: string, item: Item, line: Line): void {
  const at = work.plans.findIndex((plan) => plan.do === "tell-clerks" && plan.month === month);
  const told = work.plans[at];
  if (told?.do === "tell-clerks") work.plans[at] = { ...told, text: `${told.text}，${item.text}` };
  else work.plans.push({ do: "tell-clerks", month, text: item.text });
  const said = work.say.findIndex((saying) => saying.say === "month-closed" && saying.month === month);
  const closed = work.say[said];
  if (closed?.say === "month-closed") work.say[said] = { ...closed, lines: [...closed.lines, line] };
  else work.say.push({ say: "month-closed", month, lines: [line], clerksTold: true });
  if (!work.wroteFacts) work.act = "ask";
}

function caseFact({ work, item, said, section, cleared }: Admission): boolean {
  if (item.nil || cleared.case) return false;
  const kind = OPENS[item.indicator.value];
  if (kind) return openCases(work, item, kind, said, section);
  if (item.indicator.value === "application.outcome") return answerCase(work, item, said, section);
  const decides = DECIDES[item.indicator.value];
  return decides !== undefined && decideDispute(work, item, decides, said, section);
}

/** 4月还有一笔收费3200块，再加上: said to come on top of what stands. */
const COMES_ON_TOP = /(?:还有|另有|另外)(?:一|1)[笔件条个次].*(?:再加|加上|补上)|再加上[。！!]?$/u;
function periodTwice({ work, item, said, cleared, section }: Admission): boolean {
  const { figures, nils } = standingBefore(work.view, item, section, said.text, work.kept);
  if (figures.length > 0 && !cleared.overlap && !COMES_ON_TOP.test(said.text)) {
    const question = overlapQuestion(item, figureOf(work.view, item), figures);
    work.wait({ at: "overlap", item, standing: figures }, question, said, "target");
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
