import { readFileSync } from "node:fs";
import { DEFAULT_VOCABULARY, toContract, understand } from "@gongkai/bot";
import { expect, test } from "vitest";
import { type CorpusLine, type Verdict, verdictOn } from "./verdict.ts";

const corpus: CorpusLine[] = readFileSync(new URL("./corpus.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));
const judged = corpus.map((line) => {
  const heard = toContract(understand({ text: line.text, now: line.now, vocabulary: DEFAULT_VOCABULARY }));
  return { line, heard, verdict: verdictOn(line, heard) };
});

const texts = (...verdicts: readonly Verdict[]) =>
  judged.filter(({ verdict }) => verdicts.includes(verdict)).map(({ line }) => `${line.id} ${line.text}`);
const share = (part: readonly unknown[], whole: readonly unknown[]) => part.length / whole.length;
const records = judged.filter(({ line }) => line.expect.act === "record");

test("the corpus is large, its ids are unique and every line names its convention and section", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(600);
  expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
  expect(corpus.filter(({ note, tags }) => note === "" || tags.length === 0)).toEqual([]);
});

test("nothing is written that the clerk would not have written", () => {
  expect(texts("silent-wrong")).toEqual([]);
});

test("at least 85 % of what was reported is recorded exactly", () => {
  expect(
    share(
      records.filter(({ verdict }) => verdict === "right"),
      records,
    ),
  ).toBeGreaterThanOrEqual(0.85);
});

test("a question is a fault for at most 8 % of the reports that need none", () => {
  const needNone = records.filter(({ line }) => !(line.expect.accept ?? []).includes("ask"));
  expect(
    share(
      needNone.filter(({ verdict }) => verdict === "overask"),
      needNone,
    ),
  ).toBeLessThanOrEqual(0.08);
});

test("at least 90 % of the questions that are due are asked", () => {
  const due = judged.filter(({ line }) => line.expect.act === "ask");
  expect(
    share(
      due.filter(({ heard, verdict }) => heard.act === "ask" && verdict === "right"),
      due,
    ),
  ).toBeGreaterThanOrEqual(0.9);
});

test("cards are rare, rarer still in plain reports, and wrong ones hardly occur", () => {
  const cards = records.filter(({ heard }) => heard.confirm);
  const plain = records.filter(({ line }) => line.tags[0] === "plain");
  expect(share(cards, records)).toBeLessThanOrEqual(0.1);
  expect(
    share(
      plain.filter(({ heard }) => heard.confirm),
      plain,
    ),
  ).toBeLessThanOrEqual(0.02);
  expect(share(texts("wrong-card"), judged)).toBeLessThanOrEqual(0.01);
});

test.each(["query", "correct", "undo", "export"] as const)("at least 95 %% of each act are acceptable: %s", (act) => {
  const lines = judged.filter(({ line }) => line.expect.act === act);
  const fine = lines.filter(({ verdict }) => verdict === "right" || verdict === "no-fault");
  expect(share(fine, lines)).toBeGreaterThanOrEqual(0.95);
});
