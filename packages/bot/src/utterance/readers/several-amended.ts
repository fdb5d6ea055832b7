import { figuresOf } from "../binding/clause.ts";
import { isNaming } from "../binding/features.ts";
import { isMark, type Reading, type Said } from "../reading.ts";
import type { Token } from "../token.ts";
import { changeOf } from "./change.ts";
import { narrowedBy, targetOf } from "./target.ts";

const INTO = /(?:改|更正|修改|调整|更新|订正)(?:一下)?(?:成|为|到|回)/;
/** 这俩报反了，热线12，网上咨询45: the figures of several records changed places. */
const SWAPPED =
  /^(?:哎呀?|不好意思|不对|[,。!])*(?:[^,。;]{0,12})?(?:(?:报|记|写|填|弄|搞|说|打|录)反了?|颠倒了?|对调了?|串了|换过来|张冠李戴)[^,。;]{0,4}[,。;](?=.)/;

/** 3月部分公开改成1件，不予公开改成2件: each clause names a record and its new value; a month said once is of all. */
export function severalAmended(tokens: readonly Token[], reading: Reading): Said | undefined {
  const { text } = reading;
  const found: Extract<Said, { act: "correct" }>[] = [];
  const swapped = SWAPPED.exec(text)?.[0].length ?? 0;
  let month: Token | undefined;
  for (const match of text.slice(swapped).matchAll(/[^,;。\n]+/g)) {
    const from = swapped + match.index;
    const own = tokens.filter((token) => token.from >= from && token.to <= from + match[0].length);
    const into = INTO.exec(match[0]);
    const figure = swapped > 0 ? figuresOf(own)[0] : undefined;
    if (!into && !figure && found.length === 0) continue; // why, before the first of them
    if (!into && !figure) return undefined;
    const [till, since] = into
      ? [from + into.index, from + into.index + into[0].length]
      : [figure?.from ?? 0, figure?.from ?? 0];
    const before = own.filter((token) => token.to <= till && !isMark(token, "only", "filler"));
    const value = own.filter((token) => token.from >= since);
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
