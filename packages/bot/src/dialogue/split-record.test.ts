import { afterEach, beforeEach, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { Talk } from "../../../../test/support/a-talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await new Talk().open();
});
afterEach(() => talk.close());

const say = (text: string) => talk.say("wangfang", "2026-03-04 10:00", text);

// biome-ignore format: the columns are the test
test.each<readonly [readonly string[], readonly string[], string]>([
  [["今天抖音推了5条", "不不，抖音是3条，剩下2条是公众号的"],                    ["newmedia.post 3 2026-03-04 douyin", "newmedia.post 2 2026-03-04 wechat"], "each part has its platform"],
  [["今天抖音推了5条", "不不，抖音是3条，剩下1条是公众号的"],                    ["newmedia.post 5 2026-03-04 douyin"], "parts that do not add up are asked about"],
  [["今天抖音推了5条", "不不，抖音是3条，剩下2条是公众号的", "撤销"],            ["newmedia.post 5 2026-03-04 douyin"], "taken back, it is whole again"],
  [["今天抖音推了5条", "不不，抖音是3条，剩下2条是公众号的", "撤销", "恢复"],    ["newmedia.post 3 2026-03-04 douyin", "newmedia.post 2 2026-03-04 wechat"], "and in parts again"],
  [["今天网站发了2条政策解读", "有一条其实是昨天晚上发的"],                      ["disclosure.policy_interpretation 1 2026-03-03 website", "disclosure.policy_interpretation 1 2026-03-04 website"], "a part of another day"],
  [["今天制定规范性文件2件", "法规科纠正我了，制定1个，另一个是废止"],           ["doc.normative_made 1 2026-03-04", "doc.normative_repealed 1 2026-03-04"], "a part of another kind"],
  [["今天公众号3条，微博2条", "公众号是2条，另外1条是抖音的"],                   ["newmedia.post 1 2026-03-04 douyin", "newmedia.post 2 2026-03-04 wechat", "newmedia.post 2 2026-03-04 weibo"], "of the record that adds up to it"],
])("%o leaves %o: %s", async (texts, standing) => {
  for (const text of texts) await say(text);
  expect([...(await talk.ledger())].sort()).toEqual([...standing].sort());
});
