import { type Month, reportTitle } from "@gongkai/schema";
import { widthInCharacters } from "./gongwen-style.ts";

/** 2号 characters in 156 mm. */
const LINE = 20;
/** Lines nearer than this in length make a block, neither 梯形 nor 菱形 (GB/T 9704-2012, 7.3.1). */
const STEP = 2;

/**
 * The title in lines that break no word: one line when it fits, else the name of the organ above the rest, else the
 * name with its year above; a name too long for one line is broken after an administrative division.
 */
export function titleLines(organ: string, year: number): readonly string[] {
  return linesOf(reportTitle(organ, year), organ, `${organ}${year}年`);
}

/** A title in the office's own words, broken in the same places where it begins with the organ's name. */
export function brokenTitle(whole: string, organ: string, year: number): readonly string[] {
  return whole.startsWith(organ) ? linesOf(whole, organ, `${organ}${year}年`) : [whole];
}

/** 某某局2025年3月政府信息公开工作月报, broken in the same way. `month` is YYYY-MM. */
export function monthTitleLines(organ: string, month: Month): readonly string[] {
  const dated = `${organ}${monthWords(month)}`;
  return linesOf(`${dated}政府信息公开工作月报`, organ, dated);
}

const monthWords = (month: Month): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

function linesOf(whole: string, organ: string, dated: string): readonly string[] {
  if (widthInCharacters(whole) <= LINE) return [whole];
  const choices = [organ, dated]
    .filter((upper) => whole.startsWith(upper))
    .map((upper) => [upper, whole.slice(upper.length)]);
  const fitting = choices.filter((lines) => lines.every((line) => widthInCharacters(line) <= LINE));
  return fitting.find(isStepped) ?? fitting[0] ?? [...brokenName(organ), whole.slice(organ.length)];
}

function isStepped([upper = "", lower = ""]: readonly string[]): boolean {
  return Math.abs(widthInCharacters(upper) - widthInCharacters(lower)) >= STEP;
}

/** A break after 省 市 县 …, nearest the middle; a name without one is left whole. */
function brokenName(organ: string): readonly string[] {
  const breaks = [...organ.matchAll(/[省市县区州旗盟镇乡]/g)]
    .map(({ index }) => index + 1)
    .filter((at) => at < organ.length);
  const middle = organ.length / 2;
  const [at] = breaks.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
  return at === undefined ? [organ] : [organ.slice(0, at), organ.slice(at)];
}
