import type { Meaning } from "../utterance/meaning.ts";
import type { Work } from "./work.ts";

const BEHIND = /[，,。；;\s]+(?=另外|还有|此外|再记|再报|顺便)/u;

/**
 * 制定的改成1件，另外3月废止1件: a record is mended, and what stands behind is a report of its own. False: the message says
 * one thing.
 */
export function correctsAndReports(work: Work, hear: (work: Work, part: Meaning) => void): boolean {
  const { turn } = work;
  const joint = BEHIND.exec(turn.text);
  if (!joint) return false;
  const [head, rest] = [turn.text.slice(0, joint.index), turn.text.slice(joint.index + joint[0].length)];
  const [mends, reports] = [turn.read(head), turn.read(rest)];
  if (mends.act !== "correct" || reports.act !== "record") return false;
  work.onPart(head, mends, () => hear(work, mends));
  work.onPart(rest, reports, () => hear(work, reports));
  work.act = "correct";
  return true;
}
