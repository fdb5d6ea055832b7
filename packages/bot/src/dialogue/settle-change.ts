import type { StandingFact } from "@gongkai/schema";
import type { Change, Meaning, Target } from "../utterance/meaning.ts";
import type { Pending } from "./conversation.ts";
import { changeOf } from "./deny.ts";
import { findRecords, isNarrowed } from "./find-record.ts";
import { lineOf } from "./line.ts";
import { correctRecord } from "./mend.ts";
import { nodOf } from "./nod.ts";
import { changeQuestion } from "./questions.ts";
import { saidAnew } from "./said-anew.ts";
import { leave } from "./settle-choice.ts";
import { indicatorKeyOf } from "./stated-fact.ts";
import { clashesInUnit } from "./unit-clash.ts";
import type { Work } from "./work.ts";

/** 少报了2件: the record is known, what it should be is asked. False when it is not clear which one is meant. */
export function askChange(work: Work, target: Target | undefined): boolean {
  const only = target && isNarrowed(target) ? namedRecord(work, target) : lastRecord(work);
  if (!only) return false;
  work.wait({ at: "correct-what", record: only.id }, changeQuestion([lineOf(only)]), work.said, "quantity");
  return true;
}

/** 少报了2件, of the one record it can mean: as many more. False: it is not clear which, or by so much it cannot change. */
export function changeBy(work: Work, target: Target | undefined, by: number): boolean {
  const only = target && isNarrowed(target) ? namedRecord(work, target) : lastRecord(work);
  if (only?.fact.kind !== "figure-reported") return false;
  const { fact } = only;
  const indicator = Object.entries(work.view.catalogue).find(([key]) => key === fact.indicator)?.[1];
  const quantity = indicator && fact.quantity / indicator.scale + by;
  if (quantity === undefined || quantity < 0 || indicator?.rollUp !== "sum") return false;
  correctRecord(work, only, { quantity }, work.said);
  return true;
}

function namedRecord(work: Work, target: Target): StandingFact | undefined {
  const [only, another] = findRecords(work.view, work.state, target).records;
  return another ? undefined : only;
}

function lastRecord(work: Work): StandingFact | undefined {
  const [done] = work.state.done;
  const records = (done?.recorded ?? []).flatMap((id) => {
    const found = work.view.find(id);
    return found && !found.withdrawn ? [found] : [];
  });
  const [only, another] = records;
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
  if (!found || !set) return false;
  if (set.quantity !== undefined && clashesInUnit(work.view, set.indicator ?? indicator ?? "", work.turn.text))
    return false;
  work.settle(pending.id);
  correctRecord(work, found, set, pending.said);
  if (several) hear(work, several.rest);
  return true;
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
