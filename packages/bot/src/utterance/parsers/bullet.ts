/** One mark of a numbered list: 1. 2、 (3) 一、 一是 ①. */
const MARK =
  /(?:(?<=^|[\n;。:,!?)]|[条件个篇次期场份元项人起]|\.)(?:\(?([0-9]{1,2})(?:[、)]|\.(?![0-9]))|\(?([一二三四五六七八九十])(?:[、)]|是(?=[^\n]))))|([①-⑳])/g;
const ORDER = "一二三四五六七八九十";

/**
 * Offsets of the marks of a numbered list and their ends. They must begin where a phrase begins and run 1, 2, 3:
 * 许可1、处罚2 is no list, and 1、2月 are two months unless the list goes on.
 */
export function bulletsOf(text: string): ReadonlyMap<number, number> {
  if (!/[、.)①-⑳是]/.test(text)) return new Map();
  const marks: [number, number][] = [];
  let expected = 1;
  for (const match of text.matchAll(MARK)) {
    const [all, figure, spelt, circled] = match;
    const number =
      figure !== undefined
        ? Number(figure)
        : spelt !== undefined
          ? ORDER.indexOf(spelt) + 1
          : (circled ?? "①").charCodeAt(0) - 0x245f;
    if (number !== expected) continue;
    const before = text.charAt(match.index - 1);
    if (expected === 1 && /[条件个篇次期场份元项人起,]/.test(before) && circled === undefined) continue;
    marks.push([match.index, match.index + all.length]);
    expected += 1;
  }
  const opens = text.slice(0, 8);
  const single = marks.length === 1 && !/^[^\n]{0,3}$/.test(text) && !/^[0-9]{1,2}、[0-9]{1,2}[月日号]/.test(opens);
  return new Map(marks.length >= 2 || single ? marks : []);
}
