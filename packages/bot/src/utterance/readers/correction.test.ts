import { expect, test } from "vitest";
import { readingOf } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";
import { correction } from "./correction.ts";

function heard(text: string): string {
  const said = correction.read(readingOf({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY }));
  if (!said) return "not its turn";
  if (said.act === "correct")
    return `set ${Object.entries(said.set)
      .map(([key, value]) => `${key} ${value}`)
      .join(", ")}`;
  if (said.act === "ask") return `ask ${said.ask.why}`;
  return said.act;
}

// biome-ignore format: the columns are the test
test.each([
  ["刚才报多了1条，应为4条",    "set quantity 4",        "by how much is no part of it"],
  ["看漏了两件，改成16件",    "set quantity 16",       "nor by how much it fell short"],
  ["改一下，上一条日期应该是上周五", "set period 2026-02-27", "a date"],
  ["把3条写成2条了",        "set quantity 3",        "the truth comes first"],
  ["微博写成公众号了",        "set channel weibo",     "a channel"],
  ["哦应该是4条",          "set quantity 4",        "nothing but the value"],
  ["应该是4条吧",          "not its turn",          "a guess"],
  ["6月许可应为42件",       "set quantity 42",       "firm, with its record"],
  ["粉丝数更新为31205",     "not its turn",          "a new reading mends nothing"],
  ["退回修改0条",          "not its turn",          "修改 is work here"],
  ["公众号3条不对是4条",      "not its turn",          "repairs itself"],
  ["刚才那条不对",          "ask correct-what",      "what, is asked"],
  ["2月的处罚改成5件，法规股复核过了", "set quantity 5", "who checked it is no part of it"],
  ["哎，不对，里面有一条是重复的，改成4条", "set quantity 4", "why, and nothing of the record"],
  ["那条不算重复，还是改回5条吧", "set quantity 5",   "back to what it was"],
  ["刚报的那个应该是7条，我看错行了", "set quantity 7", "the right value first, what was wrong last"],
  ["上一条日期填写有误，应为3月3日，请更正。", "set period 2026-03-03", "politeness is no part of the value"],
  ["看漏了，是4条",         "set quantity 4",        "overlooked"],
  ["刚才那条记成微博了，其实发的是公众号，改一下", "set channel wechat", "where it truly went"],
  ["没错，就是12件",        "not its turn",          "没错 finds nothing wrong"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
