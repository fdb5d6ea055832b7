import type { Catalogue } from "@gongkai/schema";
import { isMark } from "../reading.ts";
import type { Token, TokenOf } from "../token.ts";
import { narrows } from "./candidate.ts";
import { featuresOf, isNaming } from "./features.ts";
import { nameOf } from "./naming.ts";

/** What a public account sends, by other words. */
const OF_A_POST = /^(?:短|小|微)?视频$|^(?:推文|图文|文章|动态|稿件|帖子|博文)$/;
const isFigure = (token: Token): token is TokenOf<"figure"> => token.kind === "figure";
const COUNTS = new Set(["count", "edition", "none", "money"]);
const MOST_TRIES = 400;
const MOST_FIGURES = 24;

/** Names exactly one thing, with no more than one day. */
function isWhole(tokens: readonly Token[], catalogue: Catalogue): string | undefined {
  const figure = tokens.find(isFigure)?.figure;
  if (!figure) return undefined;
  const value = figure.type === "exact" ? figure.value : null;
  const name = nameOf(featuresOf(tokens), { catalogue, measure: figure.measure, unit: figure.unit, value });
  const dates = new Set(tokens.flatMap((token) => (token.kind === "date" ? [JSON.stringify(token.when)] : [])));
  if (dates.size > 1) return undefined;
  if (name.type === "named") return `${name.key}|${name.channel}|${value}|${[...dates].join()}`;
  if (name.type === "foreign") return `foreign|${value}`;
  return name.type === "ask" &&
    name.ask.why !== "two-things" &&
    name.ask.why !== "channel-split" &&
    name.ask.why !== "website-which"
    ? `${name.ask.why}|${value}`
    : undefined;
}

/** Where a cut between two figures makes sense: before a word that names something or a date, or right after the figure. */
function cutsIn(gap: readonly Token[]): number[] {
  const cuts = gap.flatMap((token, at) =>
    at > 0 && (isNaming(token) || token.kind === "date" || isMark(token, "made", "repealed", "arrived", "added"))
      ? [at]
      : [],
  );
  return [0, ...cuts, gap.length];
}

/**
 * Cuts a clause with several figures into one stretch for each, so that every stretch names one thing. `undefined`
 * when there is no such cut, `"two"` when there are two that differ: 公众号3条解读2条网站.
 */
export function splitFigures(tokens: readonly Token[], catalogue: Catalogue): Token[][] | "two" | undefined {
  const places = tokens.flatMap((token, at) => (isFigure(token) && COUNTS.has(token.figure.measure) ? [at] : []));
  if (places.length > MOST_FIGURES) return "two";
  const found = new Map<string, Token[][]>();
  let tries = 0;
  const walk = (from: number, next: number, done: readonly Token[][], key: string): void => {
    if (found.size > 1 || tries > MOST_TRIES) return;
    const place = places[next];
    if (place === undefined) return;
    const following = places[next + 1];
    if (following === undefined) {
      tries += 1;
      const last = tokens.slice(from);
      const name = isWhole(last, catalogue);
      if (name !== undefined) found.set(`${key};${name}`, [...done, last]);
      return;
    }
    const gap = tokens.slice(place + 1, following);
    for (const cut of new Set(cutsIn(gap))) {
      tries += 1;
      const stretch = tokens.slice(from, place + 1 + cut);
      const name = isWhole(stretch, catalogue);
      if (name !== undefined) walk(place + 1 + cut, next + 1, [...done, stretch], `${key};${name}`);
    }
  };
  walk(0, 0, [], "");
  if (found.size > 1 || tries > MOST_TRIES) return "two";
  const split = [...found.values()][0];
  const tail = split?.at(-1) ?? [];
  const after = tail.slice(tail.findLastIndex(isFigure) + 1);
  // 公众号2条解读1条通知: a thing behind the last figure says that the figures stand before what they count
  const opens = tokens.findIndex(isFigure) > tokens.findIndex(isNaming) && tokens.some(isNaming);
  const posts = !tokens.some((token) => token.kind === "word" && token.word.is === "indicator");
  const counts = (token: Token) =>
    token.kind === "unknown" || (isMark(token, "noun", "topic", "info") && !(posts && OF_A_POST.test(token.text)));
  return opens && after.some(counts) ? "two" : split;
}

/** 一件个人一件企业: every figure with what it counts behind it. Undefined where one has nothing behind it. */
export function splitBeforeFigures(tokens: readonly Token[]): Token[][] | undefined {
  const first = tokens.findIndex((token) => !isMark(token, "filler", "verb", "link") && token.kind !== "break");
  if (!tokens[first] || !isFigure(tokens[first])) return undefined;
  const parts: Token[][] = [];
  for (const token of tokens.slice(first)) {
    if (isFigure(token) && COUNTS.has(token.figure.measure)) parts.push([token]);
    else parts.at(-1)?.push(token);
  }
  return parts.length > 1 && parts.every(narrows) ? parts : undefined;
}

/** The plain cut, right after every figure: for stretches that take their name from what stands before. */
export function splitAfterFigures(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    parts.at(-1)?.push(token);
    if (
      isFigure(token) &&
      COUNTS.has(token.figure.measure) &&
      tokens.slice(at + 1).some((one) => isFigure(one) && COUNTS.has(one.figure.measure))
    )
      parts.push([]);
  }
  return parts;
}
