import { ask } from "../ask.ts";
import { figuresOf } from "../binding/clause.ts";
import { isNaming } from "../binding/features.ts";
import type { Answer, Draft, Hearing } from "../meaning.ts";
import { readingOf } from "../understand.ts";
import { retold } from "./draft-retold.ts";

/** 4月20件，5月18件，6月20件, in answer to a quarter in one figure: an item for every month. Null: told otherwise. */
export function byMonth(draft: Draft, hearing: Hearing): Answer | null {
  if (!draft.asks.some(({ about }) => about === "period")) return null;
  const text = hearing.text.replace(/^(?:分开(?:说|报|算)?|拆开|按月份?|分月|分别)(?:是|为|：|:|，|,)*/, "");
  const reply = { ...hearing, text };
  const { tokens } = readingOf(reply);
  if (tokens.filter(({ kind }) => kind === "date").length < 2 || figuresOf(tokens).length < 2) return null;
  if (tokens.some(isNaming)) return null;
  const items = retold(draft, reply);
  const [first, ...others] = items;
  if (!first || others.length === 0) return null;
  const sum = items.reduce((all, { quantity }) => all + quantity.value, 0);
  if (draft.quantity && Math.abs(sum - draft.quantity.value) > 1e-6)
    return {
      kind: "answers",
      draft: { ...draft, asks: [ask("totals-disagree", hearing.text), ...draft.asks] },
      rest: null,
    };
  return { kind: "answers", draft: { ...first, asks: [] }, rest: { act: "record", items: others, oddities: [] } };
}
