import { afterEach, beforeEach, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { Talk } from "../../../../test/support/a-talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await new Talk().open();
});
afterEach(() => talk.close());

const NOON = "2026-03-31 12:00";
const OVERLAP = ["3月2日许可办结4件", "3月许可20件"];
const AGAIN = ["许可4件", "许可4件"];
const TODAY = "2026-03-31";

// biome-ignore format: the columns are the test
test.each<readonly [readonly string[], string, readonly string[], string]>([
  // said before                the answer                      what stands then
  [OVERLAP,                     "替换，另外处罚3件",             ["permit.decided 20 2026-03", `penalty.decided 3 ${TODAY}`],                "the choice, then a report"],
  [OVERLAP,                     "替换；还有公众号2条，处罚1件",    ["permit.decided 20 2026-03", `newmedia.post 2 ${TODAY} wechat`, `penalty.decided 1 ${TODAY}`], "two reports"],
  [OVERLAP,                     "就是这些，还有培训1场",          ["permit.decided 4 2026-03-02", `training.held 1 ${TODAY}`],                "nothing more of the one, something of the other"],
  [OVERLAP,                     "另外再加，今天公众号发了2条",     ["permit.decided 24 2026-03", `newmedia.post 2 ${TODAY} wechat`],           "另外 at the head is no joint"],
  [OVERLAP,                     "2，处罚1件",                    ["permit.decided 24 2026-03", `penalty.decided 1 ${TODAY}`],                "the choice by its number"],
  [OVERLAP,                     "替换，一共20件",                ["permit.decided 20 2026-03"],                                              "the figure of the question is no report"],
  [OVERLAP,                     "算了，处罚1件",                 ["permit.decided 4 2026-03-02", `penalty.decided 1 ${TODAY}`],              "the matter is left"],
  [AGAIN,                       "是另外的，还有处罚1件",          [`permit.decided 4 ${TODAY}`, `permit.decided 4 ${TODAY}`, `penalty.decided 1 ${TODAY}`], "a card is agreed to"],
  [AGAIN,                       "发重了，处罚1件",               [`permit.decided 4 ${TODAY}`, `penalty.decided 1 ${TODAY}`],                "a card is refused"],
  [["清里过期信息8条"],           "不是，是审核信息8条",           [`info.reviewed 8 ${TODAY}`],                                               "what it should have been takes its place"],
  [["微波2条"],                   "不是，是抖音2条",               [`newmedia.post 2 ${TODAY} douyin`],                                        "a card is refused, and says what it should be"],
  [["清里过期信息8条"],           "不对，是9条",                  [`info.cleared 9 ${TODAY}`],                                                "the figure it should have been"],
  [["许可4件，处罚2件", "撤销"],   "处罚那条，另外公众号3条",        [`permit.decided 4 ${TODAY}`, `newmedia.post 3 ${TODAY} wechat`],           "the record that was meant"],
  [["发了3条新媒体"],             "公众号，另外处罚1件",           [`newmedia.post 3 ${TODAY} wechat`, `penalty.decided 1 ${TODAY}`],          "an open slot"],
])("%o, then %s", async (before, answer, standing) => {
  for (const text of before) await talk.say("wangfang", NOON, text);
  await talk.say("wangfang", NOON, answer);
  expect([...(await talk.ledger())].sort()).toEqual([...standing].sort());
});

test("a courtesy before a question agrees to nothing", async () => {
  for (const text of AGAIN) await talk.say("wangfang", NOON, text);
  expect(await talk.say("wangfang", NOON, "可以，今年处罚多少件")).toContain("还有一件事等您回答");
  expect(await talk.ledger()).toEqual([`permit.decided 4 ${TODAY}`]);
});

test("a reason to reopen a month may name a figure", async () => {
  await talk.say("guojing", "2026-04-01 09:00", "3月结账");
  await talk.say("guojing", "2026-04-02 09:00", "3月30日处罚2件");
  expect(await talk.say("guojing", "2026-04-02 09:01", "因为法规科漏报了2件")).toContain("原因：因为法规科漏报了2件");
  expect(await talk.ledger()).toEqual(["penalty.decided 2 2026-03-30"]);
});

// biome-ignore format: the columns are the test
test.each<readonly [string, string, readonly string[], string]>([
  ["3月新媒体发布没有", "3月公众号政策解读5条", [],                                              "another figure than the one that waits for its channel"],
  ["政策解读发了",     "3月政策解读8条",       ["disclosure.policy_interpretation 8 2026-03"],  "the month said with the figure is its month"],
  ["许可减少2件",      "收到依申请公开3件",      [],                                              "other work, itself still asked about"],
  ["许可办完了",       "下周培训2次",           [],                                              "a plan"],
  ["许可办完了",       "不止2件",               [],                                              "no exact figure"],
  ["许可办完了",       "全年许可300件",         [],                                              "the year's figure"],
  ["今天发了2条",      "处罚办完了",            [],                                              "half a report of its own"],
  ["发了3条新媒体",    "好像是公众号吧",        [],                                              "the answer is in doubt itself"],
  ["最近处罚2件",      "今天培训1次，督查2次",   [`training.held 1 ${TODAY}`, `inspection.held 2 ${TODAY}`], "今天 is the day of the training"],
  ["解读发了",        "门户网站发了11条政策解读", [`disclosure.policy_interpretation 11 ${TODAY} website`], "the platform said with the figure"],
  ["处罚办完了",       "少报了2件",             [],                                              "it speaks of a record, not of the figure asked"],
  ["公众号推了",       "微博推了2条",           [`newmedia.post 2 ${TODAY} weibo`],              "another platform"],
  ["昨天许可办完了",   "3月2日许可5件",        ["permit.decided 5 2026-03-02"],                 "another day: a report of its own"],
])("%s, then %s → %o: %s", async (open, report, standing) => {
  await talk.say("wangfang", NOON, open);
  await talk.say("wangfang", NOON, report);
  expect(await talk.ledger()).toEqual(standing);
});

// biome-ignore format: the columns are the test
test.each<readonly [readonly string[], readonly string[], string]>([
  [["许可4件，处罚2件", "撤销", "处罚"],                      [`permit.decided 4 ${TODAY}`],                             "the name of the kind alone"],
  [["许可3件", "3月许可0件", "撤销已记的"],                    ["permit.decided 0 2026-03"],                              "the words of a choice, though they begin like a deed"],
  [["发了3条", "处罚那条"],                                  [],                                                        "a figure in 条 is none of a work counted in 件"],
  [["处罚办完了", "发了3条"],                                [],                                                        "nor when it comes after"],
  [["处罚办完了", "3起"],                                   [`penalty.decided 3 ${TODAY}`],                            "件 by another name"],
  [["3月许可20件", "不对", "网站上"],                        [],                                                        "a platform is no part of a permit"],
  [["3月许可20件", "不对", "发了3条"],                       [],                                                        "nor are three posts"],
  [["许可3件", "3月许可0件", "撤销"],                         [`permit.decided 3 ${TODAY}`],                             "the deed itself lets the matter go"],
  [["许可4件，处罚2件", "全部删掉", "撤销", "全部撤销"],         [],                                                        "撤销 answers 要撤销哪些"],
])("%o → %o: %s", async (texts, standing) => {
  for (const text of texts) await talk.say("wangfang", NOON, text);
  expect(await talk.ledger()).toEqual(standing);
});

test("a question is taken up three times and then waits in silence", async () => {
  await talk.say("wangfang", NOON, "许可办完了");
  const asked: boolean[] = [];
  for (const chat of ["今天好冷", "谢谢", "早上好", "在吗", "吃饭了"]) {
    asked.push((await talk.say("wangfang", NOON, chat)).includes("还有一件事等您回答"));
  }
  expect(asked).toEqual([true, true, true, false, false]);
  await talk.say("wangfang", NOON, "7件");
  expect(await talk.ledger()).toEqual([`permit.decided 7 ${TODAY}`]);
});

test("有什么区别 is answered once, without the question after it", async () => {
  await talk.say("wangfang", NOON, "规范性文件3件");
  expect(await talk.say("wangfang", NOON, "有什么区别")).toBe(
    "制定是今年新印发的规范性文件，废止是今年宣布失效的，年报里分两栏。",
  );
});
