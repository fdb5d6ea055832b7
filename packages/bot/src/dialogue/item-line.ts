import type { Item } from "../utterance/meaning.ts";
import type { Line } from "./line.ts";
import { figureOf, sectionOf } from "./stated-fact.ts";
import type { Work } from "./work.ts";

/** An item as it would be written. */
export function lineOfItem({ view, state }: Work, item: Item): Line {
  return {
    record: null,
    fact: figureOf(view, item),
    section: sectionOf(view, item) ?? state.speaksFor ?? view.member.section,
    periodImplied: item.period.certainty === "implied",
  };
}
