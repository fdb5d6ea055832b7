import { daysBetween } from "@gongkai/schema";
import { isMark } from "../reading.ts";
import type { Token, TokenOf } from "../token.ts";
import { type Now, rangeOf } from "./when.ts";

const JOINS = /^(?:加|加上|和|跟|与|及|、)$/;
const BOTH = /^(?:这|那)?两[天日]$/;
const isDay = (token: Token | undefined): token is TokenOf<"date"> =>
  token?.kind === "date" && token.when.type === "day";

/** How many tokens between two days and their figure only say that it is for both; NaN where it is not said. */
function sumsUp(rest: readonly Token[]): number {
  const total = rest.findIndex((token) => isMark(token, "total"));
  const way = rest.slice(0, Math.max(total, 0));
  const said = way.every((token) => token.kind === "break" || BOTH.test(token.text) || isMark(token, "filler"));
  return total >= 0 && total < 4 && said ? way.length : Number.NaN;
}

/** 昨天加前天，两天一共9条: one figure for two days that follow each other is one for that stretch. */
export function summedDays(tokens: readonly Token[], now: Now): readonly Token[] {
  const at = tokens.findIndex(
    (token, place) => isDay(token) && JOINS.test(tokens[place + 1]?.text ?? "") && isDay(tokens[place + 2]),
  );
  const [one, , other] = tokens.slice(at, at + 3);
  if (at < 0 || !isDay(one) || !isDay(other)) return tokens;
  const [first, last] =
    one.when.type === "day" && other.when.type === "day" && one.when.period < other.when.period
      ? [one, other]
      : [other, one];
  const between = sumsUp(tokens.slice(at + 3));
  if (first.when.type !== "day" || last.when.type !== "day" || Number.isNaN(between)) return tokens;
  if (daysBetween(first.when.period, last.when.period) !== 1) return tokens;
  const text = tokens
    .slice(at, at + 3)
    .map((token) => token.text)
    .join("");
  const both: Token = { kind: "date", when: rangeOf(now, first.when, last.when), from: one.from, to: other.to, text };
  return [...tokens.slice(0, at), both, ...tokens.slice(at + 3 + between)];
}
