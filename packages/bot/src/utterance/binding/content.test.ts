import { expect, test } from "vitest";
import { readingOf } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";
import { isContent } from "./content.ts";

const tokensOf = (text: string) =>
  readingOf({ text, now: "2026-06-17T16:20:00+08:00", vocabulary: DEFAULT_VOCABULARY }).tokens;

// biome-ignore format: the columns are the test
test.each([
  ["讲前十个月经济运行",       true,  "a time in it dates nothing"],
  ["聊了40分钟",               true,  "minutes count nothing of ours"],
  ["就讲两项补贴的",           true,  "neither do subsidies"],
  ["一多半问护照",             true,  "what citizens asked"],
  ["通报今冬明春火灾防控情况", true,  "what was told"],
  ["不服渔政处罚的",           true,  "what a dispute is about"],
  ["都是放假期间的值班信息",   true,  "what all of them were"],
  ["咨询热线23",               false, "a figure of ours behind a name of ours"],
  ["有一封说等了40天",           true,  "what one of those who wrote said"],
  ["有一封说是昨天的",           false, "when one of them was"],
  ["说的是上月的",             false, "says when, not what"],
  ["都是昨天的信息",           false, "says when"],
  ["讲完又发了2条",            false, "a second event"],
  ["问了还没回",               false, "still to be answered"],
  ["反映的不算",               false, "takes back"],
  ["其实是转载的",             false, "may be another's"],
])("%s is content: %s (%s)", (text, content) => {
  expect(isContent(tokensOf(text))).toBe(content);
});
