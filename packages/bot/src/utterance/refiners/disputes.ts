import type { IndicatorKey } from "@gongkai/schema";
import { names } from "../binding/features.ts";
import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import { clauseAround } from "./clause-around.ts";
import type { Refiner } from "./refiner.ts";

const isDispute = (token: Token | undefined) => isMark(token, "review", "litigation");
const isEnd = (token: Token) => isMark(token, "upheld", "corrected", "otherwise", "undecided", "step");
const opensList = (tokens: readonly Token[]): boolean => {
  const came = tokens.findIndex((token) => isMark(token, "arrived", "added"));
  const dispute = tokens.findIndex(isDispute);
  return came >= 0 && dispute > came && tokens[dispute + 1]?.kind === "figure" && !tokens.some(isEnd);
};

/** 收到行政复议2件，行政诉讼1件: what came in governs the list behind it, unless how a case ended is told. */
export const disputeListed: Refiner = {
  name: "dispute-listed",
  on: { begins: "行复诉" },
  refine(tokens, at) {
    const token = tokens[at];
    if (!token || !isDispute(token)) return undefined;
    const { from, to } = clauseAround(tokens, at);
    if (from !== at || to !== at + 2 || tokens[at + 1]?.kind !== "figure" || from < 2) return undefined;
    const before = clauseAround(tokens, from - 2);
    if (!opensList(tokens.slice(before.from, before.to)) || tokens.slice(to).some(isEnd)) return undefined;
    const key: IndicatorKey = isMark(token, "review") ? "review.received" : "litigation.received";
    return { ...token, kind: "word", word: { is: "indicator", key } };
  },
};

/** 维持2件、纠正1件、其他1件: the result as the form calls it, in a list of results. */
export const otherResult: Refiner = {
  name: "other-result",
  on: { begins: "其" },
  refine(tokens, at) {
    const token = tokens[at];
    if (!token || !/^其[他它]的?$/.test(token.text) || tokens[at + 1]?.kind !== "figure") return undefined;
    const near = tokens.slice(Math.max(0, at - FARTHEST), at);
    const listed =
      near.some((one) => isMark(one, "upheld", "corrected", "undecided")) &&
      near.some((one) => isDispute(one) || names(one, /^(?:review|litigation)\./));
    return listed ? { ...token, kind: "word", word: { is: "mark", mark: "otherwise" } } : undefined;
  },
};
/** How far before it the list may begin. */
const FARTHEST = 16;
