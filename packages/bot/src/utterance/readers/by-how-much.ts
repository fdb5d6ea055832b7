import { numeralAt } from "../zh-number.ts";

const N = "([0-9]{1,6}(?:\\.[0-9]{1,4})?|[一二两三四五六七八九十百俩仨]{1,5})";
const UNIT = "(?:[条件个篇次期场份封起人]|万元|元)?";
const MORE = new RegExp(
  `(?:(?:少|漏)(?:报|记|录|写|填|算|登|统计|数|看)?了?|再(?:加|补|记)上?|还要加上?|追加|加上)${N}${UNIT}`,
  "g",
);
const LESS = new RegExp(
  `(?:(?:多|重)(?:报|记|录|写|填|算|登|统计|数|复)了?|再?减(?:去|掉)?|扣(?:掉|除))${N}${UNIT}`,
  "g",
);

function valuesOf(pattern: RegExp, text: string): readonly number[] {
  return [...text.matchAll(pattern)].flatMap(([, said = ""]) => {
    const numeral = numeralAt(said, 0);
    return numeral?.type === "exact" && numeral.to === said.length ? [numeral.value] : [];
  });
}

/** 少报了2件, 漏算了1条，再加1条: by how much a record is to grow; negative where it said too many. Undefined: not said, or not in one way. */
export function byHowMuch(text: string): number | undefined {
  const [more, less] = [valuesOf(MORE, text), valuesOf(LESS, text)];
  const [by, another] = new Set([...more, ...less.map((value) => -value)]);
  return another === undefined ? by : undefined;
}
