import { isNaming } from "../binding/features.ts";
import type { Reading } from "../reading.ts";

const OTHER_PART =
  /[,;。](?:另外?|还有|其余|剩下)的?那?[0-9一二两三]?[条件个篇次场封](?:[发推办上挂]的)?(?:是|属于?|算是?|在)[^,;。]{1,12}[。!]?$/;

/** 只有4件，另一件是昨天的: what the rest of a mended record was; `ours` where it may have to be kept as well. */
export function otherPart({ text, tokens }: Reading): Readonly<{ at: number; ours: boolean }> | undefined {
  const at = text.search(OTHER_PART);
  if (at < 0) return undefined;
  const ours = tokens.some((token) => token.from > at && (isNaming(token) || token.kind === "date"));
  return { at, ours };
}
