import type { StandingFact } from "@gongkai/schema";
import { indicatorOf } from "@gongkai/schema";
import type { Target } from "../utterance/meaning.ts";
import { findRecords } from "./find-record.ts";
import { correctRecord } from "./mend.ts";
import type { Work } from "./work.ts";

/** The two records meant: each by its name, or the last two figures of this talk. */
function twoMeant({ state, view }: Work, targets: readonly Target[]): readonly StandingFact[] {
  if (targets.length > 0) return targets.flatMap((target) => findRecords(view, state, target).records.slice(0, 2));
  const recent = state.done.flatMap(({ recorded }) => recorded.toReversed());
  return recent
    .flatMap((id) => {
      const found = view.find(id);
      return found && !found.withdrawn ? [found] : [];
    })
    .slice(0, 2);
}

/** 那俩数报反了: each of the two gets the figure of the other. False: it is not clear which two, or they are no figures. */
export function swapRecords(work: Work, targets: readonly Target[]): boolean {
  const [one, other, third] = twoMeant(work, targets);
  if (!one || !other || third || one.id === other.id) return false;
  const talked = ({ fact }: StandingFact): number | undefined => {
    if (fact.kind !== "figure-reported") return undefined;
    const { scale } = indicatorOf(work.view.catalogue, fact.indicator as Parameters<typeof indicatorOf>[1]); // of a fact that stands
    return fact.quantity / scale;
  };
  const [first, second] = [talked(one), talked(other)];
  if (first === undefined || second === undefined || first === second) return false;
  correctRecord(work, one, { quantity: second }, work.said);
  correctRecord(work, other, { quantity: first }, work.said);
  return true;
}
