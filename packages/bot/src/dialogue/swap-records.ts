import type { StandingFact } from "@gongkai/schema";
import type { Target } from "../utterance/meaning.ts";
import { findRecords } from "./find-record.ts";
import { correctRecord } from "./mend.ts";
import { standingOf } from "./standing-records.ts";
import { talkedQuantity } from "./stated-fact.ts";
import type { Work } from "./work.ts";

/** The two records meant: each by its name, or the last two figures of this talk. */
function twoMeant({ state, view }: Work, targets: readonly Target[]): readonly StandingFact[] {
  if (targets.length > 0) return targets.flatMap((target) => findRecords(view, state, target).records.slice(0, 2));
  return standingOf(
    view,
    state.done.flatMap(({ recorded }) => recorded.toReversed()),
  ).slice(0, 2);
}

/** 那俩数报反了: each of the two gets the figure of the other. False: it is not clear which two, or they are no figures. */
export function swapRecords(work: Work, targets: readonly Target[]): boolean {
  const [one, other, third] = twoMeant(work, targets);
  if (!one || !other || third || one.id === other.id) return false;
  const [first, second] = [one, other].map(({ fact }) => talkedQuantity(work.view, fact));
  if (first === undefined || second === undefined || first === second) return false;
  correctRecord(work, one, { quantity: second }, work.said);
  correctRecord(work, other, { quantity: first }, work.said);
  return true;
}
