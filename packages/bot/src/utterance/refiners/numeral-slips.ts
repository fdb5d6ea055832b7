import type { Refiner } from "./refiner.ts";

/** 6月30许可: a small figure right behind a month may be its day. */
export const dayOrFigure: Refiner = {
  name: "day-or-figure",
  on: { kind: "figure" },
  refine(tokens, at) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (token?.kind !== "figure" || before?.kind !== "date" || !before.text.endsWith("月")) return undefined;
    const { figure } = token;
    if (figure.type !== "exact" || figure.measure !== "none" || figure.value > 31) return undefined;
    return { ...token, figure: { type: "malformed", measure: "none", unit: "" } };
  },
};

/** 石二件: a voice slip where the tens were said. */
const SLIPPED_BEFORE = /[石时食拾实诗士事伞散武舞溜酒久拔衣依移耳]$/;
/** 一白二十件: a numeral with a stranger in it is no numeral. */
export const brokenNumeral: Refiner = {
  name: "broken-numeral",
  on: { kind: "figure" },
  refine(tokens, at) {
    const token = tokens[at];
    const before = tokens[at - 1];
    // 发了是四条: 十 was said
    const tens = before?.text === "是" && /了$/.test(tokens[at - 2]?.text ?? "");
    if (tens && token?.kind === "figure" && /^[一二三四五六七八九]/.test(token.text))
      return { ...token, figure: { type: "malformed", measure: token.figure.measure, unit: token.figure.unit } };
    // 四是四件: 十 was said between the digits
    const between = before?.text === "是" && /(?:^|[^第])[一二三四五六七八九]$/.test(tokens[at - 2]?.text ?? "");
    if (between && token?.kind === "figure" && /^[一二三四五六七八九十]/.test(token.text))
      return { ...token, figure: { type: "malformed", measure: token.figure.measure, unit: token.figure.unit } };
    const slipped = before && SLIPPED_BEFORE.test(before.text) && before.text.length === 1;
    if (slipped && token?.kind === "figure" && /^[一二三四五六七八九]/.test(token.text))
      return { ...token, figure: { type: "malformed", measure: token.figure.measure, unit: token.figure.unit } };
    if (token?.kind !== "figure" || before?.kind !== "unknown") return undefined;
    if (SLIPPED_BEFORE.test(before.text) && /^[一二三四五六七八九十百千万]/.test(token.text))
      return { ...token, figure: { type: "malformed", measure: token.figure.measure, unit: token.figure.unit } };
    if (!/[一二三四五六七八九十百千万].?$/.test(before.text) || !/^[零〇一二三四五六七八九十百千万]/.test(token.text))
      return undefined;
    return { ...token, figure: { type: "malformed", measure: token.figure.measure, unit: token.figure.unit } };
  },
};

const SOUNDS_LIKE_A_DIGIT = /^[是事时似思斯师实就久酒旧而儿耳伞散无舞流留起气期七吧把巴衣医依]$/;
const COUNTS = /^[条件篇个次期份项通封场]/;

const SLIPPED_DIGIT = /^[是事时似思斯师实久酒旧儿耳伞散舞流留期气其起妻骑吧把爸巴衣医依].?[千百十]/;
/** 四十是条: a voice slip where a digit was said. */
export const slippedNumeral: Refiner = {
  name: "slipped-numeral",
  on: { kind: "figure" },
  refine(tokens, at) {
    const [token, slip, counted] = tokens.slice(at, at + 3);
    if (token?.kind !== "figure" || token.figure.type !== "exact") return undefined;
    // 五万四前: 千 was said
    if (slip?.text === "前" && /[万千百]$/.test(token.text.slice(0, -1)) && /[一二三四五六七八九]$/.test(token.text))
      return { ...token, figure: { type: "malformed", measure: "none", unit: "" } };
    // 三万期千: a digit was said, and its place behind it
    if (/[百千万]$/.test(token.text) && SLIPPED_DIGIT.test(slip?.text ?? ""))
      return { ...token, figure: { type: "malformed", measure: "none", unit: "" } };
    if (/[百千万][期起]$/.test(token.text) && /^[千百十]/.test(slip?.text ?? ""))
      return { ...token, figure: { type: "malformed", measure: "none", unit: "" } };
    if (!/[十百千万]$/.test(token.text)) return undefined;
    if (!SOUNDS_LIKE_A_DIGIT.test(slip?.text ?? "") || !COUNTS.test(counted?.text ?? "")) return undefined;
    return { ...token, figure: { type: "malformed", measure: "count", unit: "" } };
  },
};
