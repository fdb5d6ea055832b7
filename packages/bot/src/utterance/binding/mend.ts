import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import { isNaming } from "./features.ts";

const isStop = (token: Token) => token.kind === "break" && token.strength > 1;
const isAside = (token: Token) =>
  token.kind === "break" || isMark(token, "only", "filler", "noun", "repair", "doubt", "verb", "done");

/** What a stretch says, for putting it in the place of what was said before. */
type Said = Readonly<{ figure: number; name: number; date: number; rest: number }>;
function weigh(tokens: readonly Token[]): Said {
  const count = (test: (token: Token) => boolean) => tokens.filter(test).length;
  return {
    figure: count((token) => token.kind === "figure"),
    name: count(isNaming),
    date: count((token) => token.kind === "date"),
    rest: count((token) => !isAside(token) && token.kind !== "figure" && token.kind !== "date" && !isNaming(token)),
  };
}

const lastOf = (tokens: readonly Token[], test: (token: Token) => boolean) => tokens.findLastIndex(test);
const replaceAt = (tokens: readonly Token[], index: number, token: Token): Token[] =>
  tokens.map((old, at) => (at === index ? token : old));

/** The figure said last, mended. */
const withFigure = (tokens: readonly Token[], figure: Token): Token[] =>
  replaceAt(
    tokens,
    lastOf(tokens, (token) => token.kind === "figure"),
    figure,
  );

/** How many tokens may stand between what is denied and what is true. */
const FARTHEST = 12;

/** 不是3条，是4条 and 没有12件，只有11件: the denied figure goes, the other stays. */
function dropDenied(tokens: readonly Token[]): readonly Token[] {
  for (const [index, token] of tokens.entries()) {
    if (!isMark(token, "not", "nil")) continue;
    const full = /^[满够足到]$/.test(tokens[index + 1]?.text ?? "") ? 1 : 0; // 没发满5条，只发了4条
    const next = tokens[index + 1 + full];
    if (next?.kind !== "figure" || !/^(?:不是|没有|没|并非|并没有|未|没发|没推|没办|没上)$/.test(token.text)) continue;
    const near = tokens
      .slice(index + 2 + full, index + 2 + full + FARTHEST)
      .findIndex((one) => isMark(one, "only") || /^(?:而是|是|实际|其实)$/.test(one.text));
    const only = near < 0 ? -1 : index + 2 + full + near;
    if (only < 0 || tokens.slice(index + 2 + full, only).some((one) => one.kind === "figure")) continue;
    if (!tokens.slice(only, only + 4).some((one) => one.kind === "figure")) continue;
    return [...tokens.slice(0, index), ...tokens.slice(index + 2 + full)];
  }
  return tokens;
}

/** 不对五条公交调整的: what they were about, behind the right figure. */
function tailOf(fix: readonly Token[]): readonly Token[] | undefined {
  const at = fix.findIndex((token) => token.kind === "figure");
  const tail = at < 0 ? [] : fix.slice(at + 1);
  const plain = (token: Token) =>
    token.kind === "unknown" || isMark(token, "topic", "noun", "filler", "foreign", "chat", "info", "that-one");
  return tail.some((token) => token.kind === "unknown" || isMark(token, "topic", "that-one")) &&
    tail.every(plain) &&
    fix.slice(0, at).every((token) => isAside(token))
    ? tail
    : undefined;
}

/** 不对两条两条: the right figure, said twice. */
const withoutStammer = (fix: readonly Token[]): readonly Token[] =>
  fix.filter(
    (token, at) => !(token.kind === "figure" && fix[at - 1]?.kind === "figure" && fix[at - 1]?.text === token.text),
  );

/**
 * One message that repairs itself (三条不对是四条) says only what it ends with. Undefined: there is a repair, but what
 * it replaces cannot be told.
 */
export function mend(tokens: readonly Token[]): readonly Token[] | undefined {
  let said = dropDenied(tokens);
  for (let round = 0; round < 3; round += 1) {
    const at = said.findIndex((token) => isMark(token, "repair"));
    if (at < 0) return said;
    const before = said.slice(0, at);
    let after = said.slice(at);
    const kernel = after.findIndex((token) => !isAside(token));
    after = kernel < 0 ? [] : after.slice(kernel);
    // 两条不对是三条还有抖音一条: what comes on top mends nothing
    const stop = after.findIndex((token, place) => isStop(token) || (place > 0 && isMark(token, "more")));
    const fix = withoutStammer(stop < 0 ? after : after.slice(0, stop));
    const rest = stop < 0 ? [] : after.slice(stop);
    const want = weigh(fix);
    const had = weigh(before);
    if (had.figure === 0 && had.name === 0 && had.date === 1 && fix[0]?.kind === "date" && want.figure > 0) {
      said = [...before.filter((token) => token.kind !== "date"), ...fix, ...rest];
      continue;
    }
    const tail = tailOf(fix);
    if (tail && had.figure > 0) {
      const figure = fix.find((token) => token.kind === "figure");
      if (figure) said = [...withFigure(before, figure), ...tail, ...rest];
      continue;
    }
    if (had.figure === 0 || want.rest > 0) return undefined;
    const figure = fix.find((token) => token.kind === "figure");
    const name = fix.find(isNaming);
    const date = fix.find((token) => token.kind === "date");
    if (want.figure === 1 && want.name === 0 && want.date === 0 && figure)
      said = [...withFigure(before, figure), ...rest];
    else if (want.figure === 0 && want.name === 1 && want.date === 0 && name) {
      const same = (token: Token) =>
        token.kind === "word" && token.word.is === name.word.is && (name.word.is !== "mark" || isNaming(token));
      const place = lastOf(before, same);
      if (place < 0 || before.filter(same).length > 1) return undefined;
      said = [...replaceAt(before, place, name), ...rest];
    } else if (want.figure === 0 && want.name === 0 && want.date === 1 && date) {
      if (had.date > 1) return undefined;
      const place = lastOf(before, (token) => token.kind === "date");
      said = place < 0 ? [date, ...before, ...rest] : [...replaceAt(before, place, date), ...rest];
    } else if (want.figure === 1 && want.name >= 1 && want.date === 0 && had.figure === 1) {
      said = [...before.filter((token) => token.kind === "date"), ...fix, ...rest];
    } else return undefined;
  }
  return undefined;
}
