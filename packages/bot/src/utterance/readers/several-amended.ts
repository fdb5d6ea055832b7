import { figuresOf } from "../binding/clause.ts";
import { isNaming } from "../binding/features.ts";
import type { Reading, Said } from "../reading.ts";
import type { Token } from "../token.ts";
import { changeOf } from "./change.ts";
import { narrowedBy, targetOf } from "./target.ts";

const INTO = /(?:改|更正|修改|调整|更新|订正)(?:一下)?(?:成|为|到|回)/;

/** 3月部分公开改成1件，不予公开改成2件: each clause names a record and its new value; a month said once is of all. */
export function severalAmended(tokens: readonly Token[], reading: Reading): Said | undefined {
  const { text } = reading;
  const found: Extract<Said, { act: "correct" }>[] = [];
  let month: Token | undefined;
  for (const match of text.matchAll(/[^,;。\n]+/g)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const into = INTO.exec(match[0]);
    if (!into) return undefined;
    const own = tokens.filter((token) => token.from >= from && token.to <= to);
    const before = own.filter((token) => token.to <= from + into.index);
    const value = own.filter((token) => token.from >= from + into.index + into[0].length);
    if (!before.some(isNaming) || figuresOf(value).length !== 1) return undefined;
    const date = before.find(({ kind }) => kind === "date");
    month ??= date;
    const target = date || !month ? before : [month, ...before];
    const set = changeOf(value, reading, before);
    if (!set) return undefined;
    found.push({ act: "correct", target: { ...targetOf(target, reading), ...narrowedBy(target) }, set });
  }
  const [first, ...also] = found;
  return first && also.length > 0 ? { ...first, also: also.map(({ target, set }) => ({ target, set })) } : undefined;
}
