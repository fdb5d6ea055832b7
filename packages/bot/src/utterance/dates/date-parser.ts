import type { Now, When } from "./when.ts";

/** A date that begins at `at`, or undefined: not ours. `sticky` patterns keep every parser linear. */
export type DateFound = Readonly<{ to: number; when: When }>;
export type DateParser = Readonly<{
  name: string;
  parse: (text: string, at: number, now: Now) => DateFound | undefined;
}>;

/** Runs a sticky pattern exactly at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

const DIGIT_OF: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 1 to 99 in figures or characters (三, 十二, 二十三, 廿五, 元); NaN when it is none. */
export function smallNumber(text: string): number {
  if (/^[0-9]+$/.test(text)) return Number(text);
  if (text === "元" || text === "正") return 1;
  const spelt = text.replace(/^廿/, "二十").replace(/^卅/, "三十");
  const ten = spelt.indexOf("十");
  if (ten < 0) return spelt.length === 1 ? (DIGIT_OF[spelt] ?? Number.NaN) : Number.NaN;
  const tens = ten === 0 ? 1 : (DIGIT_OF[spelt.slice(0, ten)] ?? Number.NaN);
  const ones = spelt.length === ten + 1 ? 0 : (DIGIT_OF[spelt.slice(ten + 1)] ?? Number.NaN);
  return tens * 10 + ones;
}

/** 2026, 26, 二〇二六, 二六; NaN when it is none. Two digits are this century. */
export function yearNumber(text: string): number {
  const digits = [...text].map((char) => (/[0-9]/.test(char) ? char : String(DIGIT_OF[char] ?? "x"))).join("");
  const value = Number(digits);
  return digits.length === 2 ? 2000 + value : value;
}

export const NUM =
  "(?:[0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])";
/** A month's number; 元月 is January. */
export const MONTH_NUM = `(?:${NUM}|元)`;
export const YEAR = "(?:20[0-9]{2}|[0-9]{2}|二[〇零][〇零一二三四五六七八九]{2}|二[一二三四五六七八九])";
