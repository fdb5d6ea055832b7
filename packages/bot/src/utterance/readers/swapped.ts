import { figuresOf } from "../binding/clause.ts";
import { isNaming } from "../binding/features.ts";
import type { Target } from "../meaning.ts";
import type { Reading } from "../reading.ts";
import type { Token } from "../token.ts";
import { targetOf } from "./target.ts";

const SWAPPED = /(?:报|记|写|填|弄|搞|说|打)反了|(?:数|数字)?(?:对调|互换|调换|换)(?:一下|过来|了)|颠倒了|张冠李戴/;
const TWO = /[俩两]|跟|和|与|、|对调|互换/;

/** 6月人大跟政协那俩数报反了，对调一下: the records whose figures changed places; none named: the last two. Undefined: told otherwise. */
export function swapped(tokens: readonly Token[], reading: Reading): readonly Target[] | undefined {
  const { text } = reading;
  if (!SWAPPED.test(text) || !TWO.test(text)) return undefined;
  if (figuresOf(tokens).some(({ text: said }) => !/^[俩两2二]/.test(said))) return undefined;
  const dates = tokens.filter(({ kind }) => kind === "date");
  const named = tokens.filter(isNaming);
  if (named.length === 0) return [];
  const targets = named.map((token) => targetOf([...dates, token], reading));
  return targets.length === 2 ? targets : undefined;
}
