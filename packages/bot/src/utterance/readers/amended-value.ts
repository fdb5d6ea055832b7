import { countOf } from "../binding/clause.ts";
import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";

/** What may go on with a value behind a comma: 改成5条，昨天的; 改成解读，网站上的. */
const isOfValue = (token: Token): boolean =>
  token.kind === "figure" ||
  token.kind === "date" ||
  token.kind === "break" ||
  (token.kind === "word" && /^(?:indicator|channel|applicant|via|outcome)$/.test(token.word.is)) ||
  isMark(token, "filler", "link", "nil", "newmedia", "upheld", "corrected", "otherwise", "undecided");

const sumOf = (tokens: readonly Token[]): number => tokens.reduce((sum, token) => sum + countOf(token), 0);
/** 改成2场，上午一场下午一场: what the new value is made of. */
const isMadeOf = (value: readonly Token[], parts: readonly Token[]): boolean =>
  parts.filter((token) => countOf(token) > 0).length > 1 && sumOf(value) === sumOf(parts);

/**
 * The words of a new value that begins at `from`: up to the comma where something else is said behind it (改成19件，小何说漏了俩),
 * else to the end.
 */
export function valueBetween(text: string, tokens: readonly Token[], from: number, to: number): readonly Token[] {
  const between = (start: number, end: number) => tokens.filter((token) => token.from >= start && token.to <= end);
  const comma = text.slice(from, to).search(/[,;。]/);
  if (comma > 0 && isMadeOf(between(from, from + comma), between(from + comma, to))) return between(from, from + comma);
  const end = comma > 0 && !between(from + comma, to).every(isOfValue) ? from + comma : to;
  const value = between(from, end);
  const polite = value.findLastIndex(({ text: word }) => !/^[吧呗哈啊哦呢]$/.test(word));
  return value.slice(0, polite + 1); // 改回88件吧
}

/** Points at a record or names one: 刚才那条, 信箱, 公众号那3条. */
const POINTS =
  /刚才|刚刚|上一|[那这][0-9一二两三四五六七八九十]{0,3}[条件个篇次期场份笔封]|第[0-9一二三四五六七八九十]{1,2}[条个件]/;

/**
 * The words that say which record is meant: where one clause names or points, the figures and people of the others are
 * reasons (小周那边刚报来1件) and narrow nothing.
 */
export function targetWords(tokens: readonly Token[], isNaming: (token: Token) => boolean): readonly Token[] {
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "break" && token.strength > 1) clauses.push([]);
    else clauses.at(-1)?.push(token);
  }
  const says = (clause: readonly Token[]) =>
    clause.some(isNaming) ||
    /推文|图文/.test(clause.map(({ text }) => text).join("")) ||
    POINTS.test(clause.map(({ text }) => text).join(""));
  if (!clauses.some(says)) return tokens;
  return clauses.flatMap((clause) => (says(clause) ? clause : clause.filter(({ kind }) => kind === "date")));
}
