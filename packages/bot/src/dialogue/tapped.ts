import type { StandingFact } from "@gongkai/schema";
import type { Done } from "./conversation.ts";
import { hear } from "./hear.ts";
import { lineOf } from "./line.ts";
import { monthTap } from "./month-tap.ts";
import { changeQuestion } from "./questions.ts";
import { settle } from "./settle.ts";
import { standingOf } from "./standing-records.ts";
import type { Tap } from "./turn.ts";
import { redo, revert, takeBackDone } from "./undo.ts";
import type { Work } from "./work.ts";

/** A tapped button. What it was about is looked up among the speaker's own deeds: a card of somebody else's does nothing. */
export function tapped(work: Work): boolean {
  const { tap } = work.turn;
  if (!tap) return false;
  if (!act(work, tap)) work.say.push({ say: "stale-tap" });
  return true;
}

/** False: the button is about something that is no more. */
function act(work: Work, tap: Tap): boolean {
  switch (tap.tap) {
    case "option": {
      const pending = work.state.pending.find(({ id }) => id === tap.question);
      const offered = pending?.question.options.some(({ key }) => key === tap.key);
      return pending !== undefined && offered === true && settle(work, pending, tap.key, hear);
    }
    case "month":
      monthTap(work, tap);
      return true;
    case "redo":
      redo(work, { text: "" }, work.said);
      return true;
    case "undo":
    case "change": {
      if (tap.tap === "undo") work.act = "undo";
      const done = work.state.done.find(({ source }) => source === tap.source);
      if (!done) return false;
      const standing = recordsOf(work, done);
      if (standing.length === 0) return tap.tap === "undo" && takeBackWording(work, done);
      if (!isAsShown(work, standing, tap.version)) return true;
      if (tap.tap === "undo") takeBackDone(work, done, work.said);
      else askWhatElse(work, standing);
      return true;
    }
    default:
      return tap satisfies never;
  }
}

const recordsOf = (work: Work, { recorded }: Done): readonly StandingFact[] => standingOf(work.view, recorded);

/** A correction has no records of its own: what it worded anew goes back to what it was. */
function takeBackWording(work: Work, done: Done): boolean {
  const stands = done.corrected.some(({ record }) => work.view.find(record)?.withdrawn === false);
  if (stands) revert(work, done, work.said);
  return stands;
}

/** A figure worded anew since is not what the button shows: it is said how it stands, and left alone. */
function isAsShown(work: Work, standing: readonly StandingFact[], version: number | undefined): boolean {
  const moved = version === undefined ? [] : standing.filter((each) => (each.correctedBy === null ? 0 : 1) > version);
  for (const each of moved) work.say.push({ say: "changed-since", line: lineOf(each) });
  return moved.length === 0;
}

function askWhatElse(work: Work, standing: readonly StandingFact[]): void {
  const [only, another] = standing;
  const question = changeQuestion(standing.map(lineOf));
  work.state = { ...work.state, listed: standing.map(({ id }) => id) };
  if (!only || another) {
    work.say.push({ say: "ask", id: null, question }); // 第2条改成5 is a message of its own
    return;
  }
  const waits = work.state.pending.some((each) => each.at === "correct-what" && each.record === only.id);
  if (!waits) work.wait({ at: "correct-what", record: only.id }, question, work.said, "quantity");
}
