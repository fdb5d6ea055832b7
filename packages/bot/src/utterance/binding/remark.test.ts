import { expect, test } from "vitest";
import { readingOf } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";
import { clausesOf } from "./clause.ts";
import { isDeadline, isIdleTalk, isRemark } from "./remark.ts";

const clauseOf = (text: string) => {
  const { tokens } = readingOf({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY });
  const [clause] = clausesOf(tokens);
  if (!clause) throw new Error(`no clause in ${text}`);
  return clause;
};

// biome-ignore format: the columns are the test
test.each([
  ["材料都齐",         "idle",     "says what, when, where and how much of nothing"],
  ["眼都看花了",       "idle",     "talk"],
  ["鱻龘",             "bears",    "characters nobody writes every day are shown first"],
  ["领导没让发",       "bears",    "没 may deny"],
  ["后来黄了",         "bears",    "may deny"],
  ["转业务科了",       "bears",    "may have gone elsewhere"],
  ["在郊区那边弄的",   "bears",    "a place we do not know"],
  ["都是反映停车难的", "explains", "what it was about"],
  ["查的是公开栏",     "explains", "X的是Y"],
  ["腿现在还酸",       "explains", "how the speaker feels"],
  ["14:30散的",        "explains", "when it was over"],
  ["当时忙着封账没顾上说", "explains", "why it comes late"],
  ["文已经上了公报",   "explains", "where it can be read"],
  ["截止3月20日",      "deadline", "until when it stays open"],
])("%s %s: %s", (text, expected) => {
  const clause = clauseOf(text);
  const found = isDeadline(clause.tokens)
    ? "deadline"
    : isRemark(clause, false)
      ? "explains"
      : isIdleTalk(clause.tokens)
        ? "idle"
        : "bears";
  expect(found).toBe(expected);
});
