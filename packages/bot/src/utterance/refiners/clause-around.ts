import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";

/** How many tokens a clause is looked over for; what is longer is no sentence anybody says. */
export const FARTHEST = 24;

export type Stretch = Readonly<{ from: number; to: number }>;

export const isBreak = (token: Token) => token.kind === "break" && token.strength > 1;
export const isPost = (token: Token) =>
  isMark(token, "newmedia") ||
  (token.kind === "word" && token.word.is === "channel" && token.word.channel !== "website");
export const isAnyName = (token: Token) =>
  token.kind === "word" && (token.word.is === "indicator" || token.word.is === "channel");

/** The clause that holds `at`. */
export function clauseAround(tokens: readonly Token[], at: number): Stretch {
  let from = at;
  while (from > 0 && at - from < FARTHEST && !isBreak(tokens[from - 1] as Token)) from -= 1;
  let to = at;
  while (to < tokens.length && to - at < FARTHEST && !isBreak(tokens[to] as Token)) to += 1;
  return { from, to };
}
