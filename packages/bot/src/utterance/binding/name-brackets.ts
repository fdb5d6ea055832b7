import { type Unit, unitOf } from "../parsers/figure.ts";
import { isMark } from "../reading.ts";
import type { Figure, Token } from "../token.ts";
import { isNaming } from "./features.ts";

const isSign = (token: Token | undefined, char: string) => token?.kind === "break" && token.char === char;
/** Longest stretch in brackets, in tokens, that can belong to the name before it. */
const LONGEST = 6;

/** 58 behind （篇） is 58篇, 3.15 behind （万元） is 3.15万元. A figure with a measure of its own keeps it. */
function withUnit(token: Token, { scale, measure, unit }: Unit): Token {
  if (token.kind !== "figure" || token.figure.measure !== "none" || token.figure.type !== "exact") return token;
  const value = Math.round(token.figure.value * scale * 1e8) / 1e8;
  const figure: Figure = { type: "exact", value, measure, unit, implied: false };
  return { ...token, figure };
}

/** Words that only say more closely what the name before them names: （医疗卫生）, （一般类）, （微信）. */
const isLabel = (token: Token, name: Token): boolean =>
  (token.kind === "unknown" && /^[\u4e00-\u9fa5]+$/.test(token.text)) ||
  isMark(token, "noun", "topic", "filler", "verb", "done") ||
  saysAgain(token, name);

/** 公众号（微信）, 政策解读（图解）: the same thing by another of its words. */
function saysAgain(token: Token, name: Token): boolean {
  if (token.kind !== "word" || name.kind !== "word") return false;
  if (token.word.is === "channel") return name.word.is === "channel" && name.word.channel === token.word.channel;
  return token.word.is === "indicator" && name.word.is === "indicator" && name.word.key === token.word.key;
}

const KIND = /^[\u4e00-\u9fa5]{1,5}(?:类|类型|型|事项|领域|业务|程序|情形)$/;
const OPEN_KIND = /[未不非拟待草退废撤]/;
/** 一般类, 延续类: a kind of the thing, which is no kind of the form. */
const asKind = (inside: readonly Token[]): readonly (readonly [Token, Token])[] => {
  const text = inside.map((token) => token.text).join("");
  if (!KIND.test(text) || OPEN_KIND.test(text)) return [];
  return inside.flatMap((token) =>
    token.kind === "unknown" ? [[token, { ...token, kind: "word", word: { is: "mark", mark: "topic" } }] as const] : [],
  );
};

/**
 * 公众号（今日）：3条, 抖音（条）11, 收费（万元）3.15, 重点领域（医疗卫生）信息6条: what stands in brackets behind a name
 * belongs to it, and the name to what follows the brackets.
 */
export function withoutNameBrackets(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => isSign(token, "("))) return tokens;
  const dropped = new Set<Token>();
  const changed = new Map<Token, Token>();
  for (const [at, open] of tokens.entries()) {
    const name = tokens[at - 1];
    if (!isSign(open, "(") || !name || !isNaming(name)) continue;
    const close = tokens.slice(at + 1, at + 2 + LONGEST).findIndex((token) => isSign(token, ")"));
    if (close < 1) continue;
    const inside = tokens.slice(at + 1, at + 1 + close);
    const end = at + 1 + close;
    const colon = isSign(tokens[end + 1], ":") ? 1 : 0;
    const next = tokens[end + 1 + colon];
    if (!next || (next.kind === "break" && next.strength > 1)) continue;
    const signs = [open, ...tokens.slice(end, end + 1 + (next.kind === "figure" ? colon : 0))];
    const unit = unitOf(inside.map((token) => token.text).join(""));
    // 官微（微博）今天四条: which of the accounts
    const [account] = inside;
    const which =
      isMark(name, "newmedia") && inside.length === 1 && account?.kind === "word" && account.word.is === "channel";
    if (which) for (const one of [name, ...signs]) dropped.add(one);
    else if (unit && next.kind === "figure") {
      for (const one of [...signs, ...inside]) dropped.add(one);
      changed.set(next, withUnit(next, unit));
    } else if (unit || (inside.length === 1 && inside[0]?.kind === "date" && next.kind === "figure")) {
      for (const one of unit ? [...signs, ...inside] : signs) dropped.add(one);
    } else if (inside.every((token) => isLabel(token, name))) {
      for (const one of signs) dropped.add(one);
      for (const [token, kind] of asKind(inside)) changed.set(token, kind);
    }
  }
  if (dropped.size === 0) return tokens;
  return tokens.filter((token) => !dropped.has(token)).map((token) => changed.get(token) ?? token);
}
