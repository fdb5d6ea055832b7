import { isFigureRun, type Run } from "../document/block.ts";

/** Numbers that are names: a year, a date, 第3次, 〔2021〕30号, the number of a list, a hotline. */
const NAMES = [
  /\d{4}(?:年|—|-|至)/g,
  /\d{1,2}(?:月|日)/g,
  /第\s*\d+/g,
  /〔\d{4}〕\d+号/g,
  /\d+号/g,
  /^(?:（\d+）|\d+[.．、])/g,
  /(?:12345|12315)/g,
];
const DIGITS = /[0-9０-９]+(?:[.,，．][0-9０-９]+)*/g;

/** Digits in the text itself: only figures may bring numbers. Each with a little of what stands around it. */
export function unboundDigits(paragraph: readonly Run[]): { digits: string; around: string }[] {
  const whole = paragraph.map((run) => (isFigureRun(run) ? "□" : run.text)).join("");
  const nameless = NAMES.reduce((text, name) => text.replace(name, (match) => "名".repeat(match.length)), whole);
  return [...nameless.matchAll(DIGITS)].map(({ 0: digits, index }) => ({
    digits,
    around: whole.slice(Math.max(0, index - 6), index + digits.length + 6),
  }));
}
