import type { Month, StandingFact } from "@gongkai/schema";
import { admit } from "./admit.ts";
import { changeOneBy } from "./change-by.ts";
import type { Pending } from "./conversation.ts";
import { lineOf } from "./line.ts";
import { correctRecord } from "./mend.ts";
import { beginsWithYes, nodOf } from "./nod.ts";
import { optionOf } from "./question.ts";
import { deniedQuestion } from "./questions.ts";
import { isToldAsChanged } from "./said-anew.ts";
import { indicatorKeyOf, isDay } from "./stated-fact.ts";
import { restore, takeBack } from "./undo.ts";
import { periodIn } from "./which-year.ts";
import type { Work } from "./work.ts";

type Of<At extends Pending["at"]> = Extract<Pending, { at: At }>;

/** The key of the option meant, by tap or by words; `drop` when the speaker leaves the matter. */
export function chosen(work: Work, pending: Pending, key: string | undefined): string | undefined {
  if (key !== undefined) return key;
  const option = optionOf(work.turn.text, pending.question.options);
  if (option) return option.key;
  return nodOf(work.turn.text) === "drop" ? "drop" : undefined;
}

export function leave(work: Work, pending: Pending): void {
  work.settle(pending.id);
  work.say.push({ say: "dropped", words: pending.said.text });
  work.act = "ignore";
}

export function settleRecord(work: Work, pending: Of<"which-record">, key: string | undefined): boolean {
  const records = pending.among.flatMap((id) => {
    const found = work.view.find(id);
    return found ? [found] : [];
  });
  const answer =
    key ??
    byIndicator(work, records) ??
    chosen(work, pending, key) ??
    onlyOne(work, records) ??
    sameAgain(work, pending, records);
  if (answer === undefined) return false;
  if (answer === "drop" || answer === "none") {
    leave(work, pending);
    return true;
  }
  const chosenOnes = answer === "all" ? records : records.slice(Number(answer), Number(answer) + 1);
  work.settle(pending.id);
  const { upon } = pending;
  // what somebody took back since it was shown is not there to be mended
  const meant = chosenOnes.filter(({ withdrawn }) => withdrawn === (upon.do === "restore"));
  if (meant.length === 0) {
    work.say.push({ say: "stale-tap" });
    return true;
  }
  if (upon.do === "correct") for (const each of meant) correctRecord(work, each, upon.set, pending.said);
  else if (upon.do === "change-by") {
    // a figure changed since may have become too small for it
    for (const each of meant) if (!changeOneBy(work, each, upon.by, pending.said)) work.say.push({ say: "stale-tap" });
  } else if (upon.do === "deny") deny(work, meant, pending);
  else if (upon.do === "withdraw") takeBack(work, meant, pending.said);
  else restore(work, meant, pending.said);
  return true;
}

/** The line that was wrong goes, and what it should have been is asked. */
function deny(work: Work, meant: readonly StandingFact[], pending: Pending): void {
  const items = work.state.done.flatMap(({ recorded, items: said }) =>
    recorded.flatMap((id, place) => (meant.some((each) => each.id === id) && said[place] ? [said[place]] : [])),
  );
  takeBack(work, meant, pending.said);
  const [item, another] = items;
  if (item && !another) work.wait({ at: "denied", items }, deniedQuestion(meant.map(lineOf)), work.said, "target");
}

/** 是，就是周三那条许可: a yes when one record was shown. */
function onlyOne(work: Work, records: readonly StandingFact[]): string | undefined {
  if (records.length !== 1) return undefined;
  if (nodOf(work.turn.text) === "yes" || beginsWithYes(work.turn.text)) return "0";
  return nodOf(work.turn.text) === "no" ? "none" : undefined;
}

/** 11号, when it was asked whether the day is to become the 11th: the proposed day, or the whole record, over again. */
function sameAgain(work: Work, { upon }: Of<"which-record">, records: readonly StandingFact[]): string | undefined {
  const [only, another] = records;
  if (!only || another || upon.do !== "correct") return undefined;
  if (isToldAsChanged(work.view, only, upon.set, work.turn.meaning)) return "0";
  const day = upon.set.period;
  if (day === undefined || !isDay(day)) return undefined;
  const said = /^(?:是|对|就是|改成|应该是)?(?:(\d{1,2})月)?(\d{1,2})[号日](?:的)?[。.！!]?$/u.exec(
    work.turn.text.trim(),
  );
  const month = said?.[1] === undefined || Number(said[1]) === Number(day.slice(5, 7));
  return said && month && Number(said[2]) === Number(day.slice(8)) ? "0" : undefined;
}

/** 处罚那条: the only one of the records shown that is of this kind. */
function byIndicator(work: Work, records: readonly StandingFact[]): string | undefined {
  const { meaning } = work.turn;
  const said = meaning.act === "ask" && meaning.drafts.length === 1 ? meaning.drafts[0]?.indicator?.value : undefined;
  if (said === undefined) return undefined;
  const fitting = records.filter(({ fact }) => indicatorKeyOf(fact) === said);
  return fitting.length === 1 && fitting[0] ? String(records.indexOf(fitting[0])) : undefined;
}

/** 记到2025年 keeps the figure for that year as a whole; 记到今天 for the day it was said. */
export function settleYear(work: Work, pending: Of<"which-year">, key: string | undefined): boolean {
  const answer = chosen(work, pending, key);
  if (answer === undefined) return false;
  if (answer === "drop") {
    leave(work, pending);
    return true;
  }
  work.settle(pending.id);
  const item = { ...pending.item, period: periodIn(pending.item, Number(answer), work.view.today) };
  admit(work, item, pending.said, { year: true });
  return true;
}

/** The reason reopens the month; then the late facts are written. */
export function settleReopening(work: Work, pending: Of<"reopening">, key: string | undefined): boolean {
  const { meaning, text } = work.turn;
  if (key === "no" || nodOf(text) === "drop" || nodOf(text) === "no") {
    leave(work, pending);
    return true;
  }
  const isReason = nodOf(text) === undefined && ["ask", "ignore"].includes(meaning.act) && text.trim().length >= 2;
  if (key !== undefined || !isReason) return false;
  const { month } = pending;
  const waiting = work.state.pending.filter((each) => each.at === "reopening" && each.month === month);
  for (const { id } of waiting) work.settle(id);
  if (work.view.closed.has(month)) reopen(work, month, text.trim());
  for (const each of waiting.toReversed()) {
    if (each.at !== "reopening") continue;
    for (const item of each.items) admit(work, item, each.said, { reopened: true });
  }
  return true;
}

const LONGEST_REASON = 500; // characters, as the ledger keeps them

export function reopen(work: Work, month: Month, words: string): void {
  const reason = words.slice(0, LONGEST_REASON);
  work.write("reopen-month", { kind: "month-reopened", month }, { section: "", said: work.said });
  work.say.push({ say: "month-reopened", month, reason });
}
