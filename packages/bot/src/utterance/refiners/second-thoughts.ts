import { isMark } from "../reading.ts";
import type { Refiner } from "./refiner.ts";

/** 哦等等，是人大建议: what follows takes the place of what was said before. */
export const secondThoughts: Refiner = {
  name: "second-thoughts",
  on: { begins: "等慢且" },
  refine(tokens, at) {
    const token = tokens[at];
    if (!token || at === 0 || !/^(?:等等|等一下|等下|等会|慢着|且慢)$/.test(token.text)) return undefined;
    const next = tokens.slice(at + 1).find(({ kind }) => kind !== "break");
    const mends = next && (/^(?:应该是|不是|是)$/.test(next.text) || isMark(next, "repair"));
    return mends ? { ...token, kind: "word", word: { is: "mark", mark: "repair" } } : undefined;
  },
};
