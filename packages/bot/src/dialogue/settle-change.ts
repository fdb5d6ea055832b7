import type { StandingFact } from "@gongkai/schema";
import type { Change, Meaning, Target } from "../utterance/meaning.ts";
import { changeOneBy, quantityBy } from "./change-by.ts";
import type { Pending } from "./conversation.ts";
import { changeOf } from "./deny.ts";
import { findRecords, isNarrowed } from "./find-record.ts";
import { lineOf } from "./line.ts";
import { askWhich, correctRecord } from "./mend.ts";
import { nodOf } from "./nod.ts";
import { changeQuestion } from "./questions.ts";
import { saidAnew } from "./said-anew.ts";
import { leave } from "./settle-choice.ts";
import { standingOf } from "./standing-records.ts";
import { indicatorKeyOf, periodOf } from "./stated-fact.ts";
import { clashesInUnit } from "./unit-clash.ts";
import type { Work } from "./work.ts";

/** 少报了2件: the record is known, what it should be is asked. False when it is not clear which one is meant. */
export function askChange(work: Work, target: Target | undefined): boolean {
  const only = target && isNarrowed(target) ? namedRecord(work, target) : lastRecord(work);
  if (!only) return false;
  work.wait({ at: "correct-what", record: only.id }, changeQuestion([lineOf(only)]), work.said, "quantity");
  return true;
}

/** 少报了2件: of the one record it can mean, or it is asked which. False: by so much none can change. */
export function changeBy(work: Work, target: Target | undefined, by: number): boolean {
  const only = target && isNarrowed(target) ? namedRecord(work, target) : lastRecord(work);
  if (only) return changeOneBy(work, only, by, work.said);
  const several = target && isNarrowed(target) ? findRecords(work.view, work.state, target).records : [];
  const able = several.filter((each) => quantityBy(work, each, by) !== undefined);
  if (able.length < 2) return false;
  work.act = "correct";
  askWhich(work, able, { do: "change-by", by }, work.said);
  return true;
}

function namedRecord(work: Work, target: Target): StandingFact | undefined {
  const [only, another] = findRecords(work.view, work.state, target).records;
  return another ? undefined : only;
}

function lastRecord(work: Work): StandingFact | undefined {
  const [only, another] = standingOf(work.view, work.state.done[0]?.recorded ?? []);
  return another ? undefined : only;
}

/** 14件, 许可14件, 改成14件: the figure as it should be. 公众号1条，抖音1条: what else is told is a report. */
export function settleChange(
  work: Work,
  pending: Extract<Pending, { at: "correct-what" }>,
  hear: (work: Work, rest: Meaning) => void,
): boolean {
  const found = work.view.find(pending.record);
  if (nodOf(work.turn.text) === "drop") {
    leave(work, pending);
    return true;
  }
  const indicator = found && indicatorKeyOf(found.fact);
  const several = found && saidAnew(work.turn.meaning, found);
  const set = several?.set ?? (found && (spokenChange(work, indicator) ?? resultSaid(work, indicator)));
  if (!found || !set || isOfAnother(work, found)) return false;
  if (set.quantity !== undefined && clashesInUnit(work.view, set.indicator ?? indicator ?? "", work.turn.text))
    return false;
  work.settle(pending.id);
  correctRecord(work, found, set, pending.said);
  if (several) hear(work, several.rest);
  return true;
}

/** 3月17号公众号改成1条, when the record of the 19th is asked about: it names another. */
function isOfAnother({ turn: { meaning } }: Work, { fact }: StandingFact): boolean {
  if (meaning.act !== "correct") return false;
  const { indicator, period } = meaning.target;
  return (
    (indicator !== undefined && indicator !== indicatorKeyOf(fact)) ||
    (indicator !== undefined && period !== undefined && period !== periodOf(fact))
  );
}

const DISPUTES: Readonly<Record<string, string>> = { review: "复议", litigation: "诉讼" };
/** 改成结果纠正1件, of the record of a reconsideration: its kind is known. */
function resultSaid({ turn }: Work, indicator = ""): Change | undefined {
  const kind = DISPUTES[indicator.slice(0, indicator.indexOf("."))];
  const meaning = kind === undefined ? undefined : turn.read(`${kind}${turn.text}`);
  return meaning?.act === "correct" && meaning.set.indicator !== undefined ? meaning.set : undefined;
}

function spokenChange({ turn: { meaning } }: Work, indicator: string | undefined): Change | undefined {
  if (meaning.act === "correct") return meaning.set;
  if (meaning.act === "record") {
    const [item, another] = meaning.items;
    return item && !another && item.indicator.value === indicator ? { quantity: item.quantity.value } : undefined;
  }
  if (meaning.act !== "ask" || meaning.sure.length > 0) return undefined;
  const [draft, another] = meaning.drafts;
  const set = draft && !another ? changeOf(draft) : {};
  return Object.keys(set).length > 0 ? set : undefined;
}
