import type { Measure, Token, TokenOf } from "../token.ts";
import { isSomebody } from "./beside.ts";
import { figuresOf } from "./clause.ts";
import type { Features } from "./features.ts";

const PROPER = new Set(["count", "edition", "none", "money", "people", "share", "parcel", "firm", "other"]);
export const OWN: ReadonlySet<Measure> = new Set(["count", "edition", "none", "money"]);
const FOLLOWERS = /followers|visits/;

/** The figures of a clause that can be counted; 50人 and 5万元 beside 2件 are attributes. */
export function ownFigures(tokens: readonly Token[], features: Features): TokenOf<"figure">[] {
  const figures = figuresOf(tokens);
  // 挂了个解读一条: the figure that is said counts, not the measure word
  const told = figures.filter((token) => !(token.figure.type === "exact" && token.figure.implied));
  const found = told.length > 0 && features.keys.length < 2 && features.channels.length < 2 ? told : figures;
  const others = found.length > 1 ? found.filter((token) => !isSomebody(tokens, token)) : found;
  const all = others.length > 0 ? others : found; // 2个个人1个公司
  // 还有一笔收费3200块: the sum counts, not that it was one
  if (features.keys.some((key) => key.startsWith("fee.")) && all.some(({ figure }) => figure.measure === "money")) {
    const sums = all.filter(({ figure }) => figure.measure === "money" || figure.unit !== "笔");
    if (sums.length > 0) return sums;
  }
  const gauge = features.marks.has("followers") || features.keys.some((key) => FOLLOWERS.test(key));
  const own = all.filter((token) => OWN.has(token.figure.measure) || (gauge && token.figure.measure === "people"));
  return own.length > 0 ? own : all.filter((token) => PROPER.has(token.figure.measure)).slice(0, 1);
}
