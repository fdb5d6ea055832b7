import { describe, expect, test } from "vitest";
import { optionOf } from "./question.ts";
import { overlapQuestion, rowQuestion } from "./questions.ts";
import { item } from "./rehearsal.contract.ts";

const channels = [
  { key: "wechat", label: "微信公众号", also: ["公众号", "微信"] },
  { key: "weibo", label: "微博", also: [] },
  { key: "douyin", label: "抖音", also: ["短视频"] },
];

// biome-ignore format: the columns are the test
test.each([
  ["微信公众号",   "wechat",  "the label"],
  ["公众号",       "wechat",  "another word for it"],
  ["是公众号的",   "wechat",  "polite wrapping"],
  ["就是微博吧",   "weibo",   "polite wrapping"],
  ["2",            "weibo",   "its number"],
  ["第二个",       "weibo",   "its number in words"],
  ["选3",          undefined, "not how one answers here; asked again"],
  ["发在抖音上",   "douyin",  "the only one whose words are in it"],
  ["微博和抖音",   undefined, "two of them"],
  ["微",           undefined, "too little to go by"],
  ["今天好冷",     undefined, "no answer"],
  ["9",            undefined, "there is no ninth"],
  ["",             undefined, ""],
])("%s → %s: %s", (text, key, _why) => {
  expect(optionOf(text, channels)?.key).toBe(key);
});

describe("the questions of the talk can be answered in one's own words", () => {
  const fact = { kind: "nil-attested", indicator: "permit.decided", period: "2026-03" } as const;
  // biome-ignore format: the columns are the test
  test.each([
    ["替换",     "replace"],
    ["另外加",   "add"],
    ["重复了",   "same"],
    ["按新的",   "replace"],
  ])("overlap: %s → %s", (text, key) => {
    expect(optionOf(text, overlapQuestion(item({ indicator: "permit.decided" }), fact, []).options)?.key).toBe(key);
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["商业秘密",   "deny_third"],
    ["过程性信息", "deny_process"],
    ["属于国家秘密", "deny_secret"],
    ["6",          "deny_process"],
    ["不知道",     "later"],
  ])("row: %s → %s", (text, key) => {
    expect(optionOf(text, rowQuestion("denied", "A-2026-0001").options)?.key).toBe(key);
  });
});
