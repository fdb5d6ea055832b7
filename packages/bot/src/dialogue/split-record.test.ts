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
  [["上周五咨询热线45件，网上咨询12件", "哎呀这俩报反了，热线12，网上咨询45"],        ["interaction.hotline_consult 12 2026-02-27", "interaction.online_consult 45 2026-02-27"], "two figures change places"],
  [["意见征集收到意见67条", "意见征集1期，今天", "67条那个别记进去"],               ["interaction.opinion_solicitation 1 2026-03-04"], "what was never kept is let go, by its figure"],
  [["2025全年许可136件", "全年那个数别记了，先报2月的许可9件"],                        ["permit.decided 9 2026-02"], "the report behind what is let go"],
  [["收到一件信息公开申请，网上提交的", "哦，刚说那件是个医药公司提的"],           ["application.received 1 2026-03-04"], "who applied, of the one spoken of"],
  [["昨天抖音发了2条", "昨天抖音漏算了1条，再加1条"],                              ["newmedia.post 3 2026-03-03 douyin"], "by as many more as was said"],
  [["今天许可12件", "刚才少报了2件", "14件"],                                      ["permit.decided 14 2026-03-04"], "the figure said once more is no new record"],
  [["今天许可6件，处罚2件", "数最大的那条改成8"],                                  ["permit.decided 8 2026-03-04", "penalty.decided 2 2026-03-04"], "by how its figure stands"],
  [["2月复议结了两件", "一件维持，一件给纠正了"],                                  ["review.corrected 1 2026-02", "review.upheld 1 2026-02"], "each result with its own figure"],
  [["昨天网站访问量2000", "今天审核信息十几条"],                                   ["gauge.site_visits 2000 2026-03-03"], "a report whose figure is open mends no other record"],
  [["咨询热线今天接了41个", "撤掉刚才那条", "算了，还是留着吧"],                   ["interaction.hotline_consult 41 2026-03-04"], "kept after all"],
  [["昨天许可26件", "同一天还下了处罚决定4份"],                                    ["penalty.decided 4 2026-03-03", "permit.decided 26 2026-03-03"], "of the day just kept"],
  [["热线2月87次", "咨询的那个，不是电台那个哈"],                                   ["interaction.hotline_consult 87 2026-02"], "which hotline, in other words"],
  [["2月许可120件", "许可是一百零二"],                                             ["permit.decided 120 2026-02"], "what it is may mend the record: asked"],
  [["2月许可120件", "许可是一百零二", "是"],                                       ["permit.decided 102 2026-02"], "and mended after the yes"],
  [["上月网民留言大概有四十来条", "十六，刚翻了一遍"],                             ["interaction.message 16 2026-02"], "told exactly, it is no guess any more"],
  [["上月收到行政复议3件", "复议收到的把区局那件也算进来了，不是3件，是2件"],      ["review.received 2 2026-02"], "a month's count may be another count"],
  [["昨天许可38件", "昨天处罚6件", "那俩数报反了"],                               ["penalty.decided 38 2026-03-03", "permit.decided 6 2026-03-03"], "the last two change places"],
  [["规范性文件有2件", "新制定的，都是上个月的"],                                  ["doc.normative_made 2 2026-02"], "the month behind the answer"],
  [["公众号推了", "4条，第5条是社区自己发的不算"],                                 ["newmedia.post 4 2026-03-04 wechat"], "what is not counted, behind the answer"],
  [["小纪公众号2条，老冯审核信息30条，规范性文件1件", "制定的"],                   ["doc.normative_made 1 2026-03-04", "info.reviewed 30 2026-03-04", "newmedia.post 2 2026-03-04 wechat"], "what was clear is not lost with the question"],
  [["昨天接受了市台采访1次", "晚报也来采访了1次，昨天的", "晚报那次撤掉，人家改期了"], ["publicity.interview 1 2026-03-03"], "by the words it was reported in"],
  [["2月网站访问量128万", "对，是1280000", "公众号今天推了2条"],                   ["gauge.site_visits 1280000 2026-02", "newmedia.post 2 2026-03-04 wechat"], "a yes with its figure is no new report"],
  [["1280000条", "公众号"],                                                         [], "a figure is measured by what it turns out to count"],
])("%o leaves %o: %s", async (texts, standing) => {
  for (const text of texts) await say(text);
  expect([...(await talk.ledger())].sort()).toEqual([...standing].sort());
});
