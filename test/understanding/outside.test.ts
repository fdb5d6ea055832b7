import { readFileSync } from "node:fs";
import { DEFAULT_VOCABULARY, toContract, understand } from "@gongkai/bot";
import { expect, test } from "vitest";
import { type CorpusLine, verdictOn } from "./verdict.ts";

const linesOf = (file: string): CorpusLine[] =>
  readFileSync(new URL(file, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

// Written from the conventions alone by somebody who had not read the parser; each was graded before it was mended.
test.each([
  "./outside-first.jsonl",
  "./outside-second.jsonl",
  "./outside-third.jsonl",
  "./outside-fourth.jsonl",
  "./outside-fifth.jsonl",
  "./outside-sixth.jsonl",
  "./outside-seventh.jsonl",
  "./outside-eighth.jsonl",
  "./outside-ninth.jsonl",
  "./outside-tenth.jsonl",
  "./outside-eleventh.jsonl",
  "./outside-twelfth.jsonl",
  "./outside-thirteenth.jsonl",
  "./outside-fourteenth.jsonl",
  "./outside-fifteenth.jsonl",
  "./outside-sixteenth.jsonl",
  "./outside-seventeenth.jsonl",
  "./outside-eighteenth.jsonl",
  "./outside-nineteenth.jsonl",
  "./outside-twentieth.jsonl",
  "./outside-twentyfirst.jsonl",
  "./outside-twentysecond.jsonl",
  "./outside-twentythird.jsonl",
  "./outside-twentyfourth.jsonl",
  "./outside-twentyfifth.jsonl",
  "./outside-twentysixth.jsonl",
  "./outside-twentyseventh.jsonl",
  "./outside-twentyeighth.jsonl",
  "./outside-twentyninth.jsonl",
  "./outside-thirtieth.jsonl",
  "./outside-thirtyfirst.jsonl",
  "./outside-thirtysecond.jsonl",
  "./outside-thirtythird.jsonl",
  "./outside-thirtyfourth.jsonl",
  "./outside-thirtyfifth.jsonl",
  "./outside-thirtysixth.jsonl",
  "./outside-thirtyseventh.jsonl",
  "./outside-thirtyeighth.jsonl",
  "./outside-thirtyninth.jsonl",
  "./outside-fortieth.jsonl",
  "./outside-fortyfirst.jsonl",
  "./outside-fortysecond.jsonl",
  "./outside-fortythird.jsonl",
  "./outside-fortyfourth.jsonl",
  "./outside-fortyfifth.jsonl",
  "./outside-fortysixth.jsonl",
  "./outside-fortyseventh.jsonl",
  "./outside-fortyeighth.jsonl",
  "./outside-with-remarks.jsonl",
  "./outside-fortyninth.jsonl",
  "./outside-fiftieth.jsonl",
  "./outside-fiftyfirst.jsonl",
  "./outside-fiftysecond.jsonl",
  "./outside-fiftythird.jsonl",
  "./outside-fiftyfourth.jsonl",
  "./outside-fiftyfifth.jsonl",
  "./outside-fiftysixth.jsonl",
  "./outside-fiftyseventh.jsonl",
  "./outside-fiftyeighth.jsonl",
  "./outside-fiftyninth.jsonl",
  "./outside-sixtieth.jsonl",
  "./outside-sixtyfirst.jsonl",
  "./outside-sixtysecond.jsonl",
  "./outside-sixtythird.jsonl",
  "./outside-sixtyfourth.jsonl",
  "./outside-sixtyfifth.jsonl",
  "./outside-sixtysixth.jsonl",
])("of %s nothing wrong is written without a question", (file) => {
  const lines = linesOf(file);
  expect(lines.length).toBeGreaterThanOrEqual(150);
  const wrong = lines.filter((line) => {
    const heard = toContract(understand({ text: line.text, now: line.now, vocabulary: DEFAULT_VOCABULARY }));
    return verdictOn(line, heard) === "silent-wrong";
  });
  expect(wrong.map(({ id, text }) => `${id} ${text}`)).toEqual([]);
});
