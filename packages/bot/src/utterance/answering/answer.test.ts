import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer, Draft, Hearing } from "../meaning.ts";
import { understand } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";
import { answer } from "./answer.ts";

const hearing = (text: string): Hearing => ({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY });

function pendingAfter(text: string): Draft {
  const meaning = understand(hearing(text));
  if (meaning.act !== "ask") throw new Error(`${text} asks nothing; pick another message for this row`);
  return meaning.drafts[0] ?? { text, asks: [meaning.ask] };
}

/** indicator, quantity, period, channel, applicant, outcome, and what is still asked */
function summary(reply: Answer): string {
  if (reply.kind !== "answers") return reply.kind;
  const { indicator, quantity, period, channel, applicant, outcome, asks } = reply.draft;
  const slots = [indicator, quantity, period, channel, applicant, outcome].map((slot) => slot?.value ?? "").join(" ");
  return `${slots.replaceAll(/ +/g, " ").trim()}${asks.map(({ why }) => ` ?${why}`).join("")}`;
}

// biome-ignore format: the columns are the test
test.each([
  // asked about             reply                    what it settles                                          why this row exists
  ["公众号推了",              "两条吧",                 "newmedia.post 2 2026-03-04 wechat",                      "吧 is no doubt in a reply"],
  ["公众号推了",              "大概3条",                "newmedia.post 2026-03-04 wechat ?quantity-approximate",  "an approximate reply is asked again"],
  ["许可办完了",              "那这次是7件",            "permit.decided 7 2026-03-04",                            "words around the figure"],
  ["许可办完了",              "本月许可已经报了多少",   "other",                                                  "a question in between"],
  ["许可办完了",              "今天好冷",               "other",                                                  "chit-chat in between"],
  ["许可办完了",              "处罚3件",                "other",                                                  "a full new report is no answer"],
  ["许可办完了",              "取消",                   "drops",                                                  "the question is dropped"],
  ["许可办完了",              "算了不记了",             "drops",                                                  "in two words"],
  ["规范性文件3件",           "废止",                   "doc.normative_repealed 3 2026-03-04",                    "a choice by one of its words"],
  ["规范性文件3件",           "都是制定的",             "doc.normative_made 3 2026-03-04",                        "the word inside a phrase"],
  ["规范性文件3件",           "有什么区别",             "other",                                                  "asks what the words mean"],
  ["规范性文件3件",           "都不是",                 "drops",                                                  "none of the choices"],
  ["粉丝9934",                "公众号",                 "gauge.wechat_followers 9934 2026-03-04",                 "the channel decides the gauge"],
  ["截至今天许可31件",        "哦那是累计的，2日办了7件", "permit.decided 7 2026-03-02", "why the first answer would not do"],
  ["2月许可大概四五件",       "许可的翻台账了哈，4件",  "permit.decided 4 2026-02",                               "of what, and how it was found"],
  ["公众号粉丝比上月涨了2100", "总数啊，公众号粉丝现在是31870", "gauge.wechat_followers 31870 2026-03-04",         "the reading takes the place of the growth"],
  ["2月许可大概四五件",       "等我数数哈……4件，没错",  "permit.decided 4 2026-02",                               "words of waiting and of certainty"],
  ["视频号发了1条",           "那视频号不报了。抖音发了2条", "no",                                                "what is reported instead is heard"],
  ["粉丝又涨了230",           "抖音的，总数是18642",    "other",                     "nobody keeps who follows 抖音"],
  ["粉丝9934",                "抖音的",                 "other",                                                  "nor here"],
  ["热线3个",                 "12345",                  "interaction.hotline_consult 3 2026-03-04",               "digits that are a name"],
  ["热线3个",                 "咨询电话",               "interaction.hotline_consult 3 2026-03-04",               "by another of its names"],
  ["热线3个",                 "咨询热线上个月报了多少", "other",                                                   "a question in between names one of the choices"],
  ["热线3个",                 "第一个",                 "interaction.hotline_consult 3 2026-03-04",               "by its place"],
  ["今天发了2条",             "政策解读",               "disclosure.policy_interpretation 2 2026-03-04",          "the missing indicator"],
  ["今天发了2条",             "新媒体",                 "newmedia.post 2 2026-03-04 ?channel-which",              "one answer, one more question"],
  ["发了3条新媒体",           "公众号",                 "newmedia.post 3 2026-03-04 wechat",                      "the missing channel"],
  ["最近公众号发了5条",       "昨天",                   "newmedia.post 5 2026-03-03 wechat",                      "the missing day"],
  ["收到依申请公开1件",       "是公司申请的，邮寄",     "application.received 1 2026-03-04 biz",                  "two attributes at once"],
  ["今天答复依申请1件",       "不予公开",               "application.outcome 1 2026-03-04 denied",                "the missing outcome"],
  ["2月许可13000件",          "没错，批量换证，就是13000件", "permit.decided 13000 2026-02",                      "said again, it stands"],
  ["2月许可13000件",          "确认，就是13000件，省里刚下放一批事项", "permit.decided 13000 2026-02",              "other things beside it"],
  ["2月许可13000件",          "不对，多打了俩零，130件", "permit.decided 130 2026-02",                              "denied, and what it should be"],
  ["规范性文件3件",           "不用改，还是3件",        "drops",                                                  "nothing is to be added"],
  ["许可办完了",              "问到了，他翻了半天后台，说是8件", "permit.decided 8 2026-03-04",                      "how the answer was found, in two breaths"],
  ["2月许可13000件",          "没错，就是这么多，网上批量办的", "permit.decided 13000 2026-02",                    "agreed to, with more talk"],
  ["公众号推了",              "我数数啊，快报一条，数据一条，再加个公告，三条", "newmedia.post 3 2026-03-04 wechat", "counted up: the last figure is what they come to"],
  ["公众号推了",              "快报一条，数据一条",     "newmedia.post 2026-03-04 wechat ?same-twice",           "parts without what they come to"],
  ["昨天新媒体发了3条",       "公众号1条，微博2条",     "newmedia.post 1 2026-03-03 wechat",                     "by channel, of the day that was said"],
  ["昨天新媒体发了4条",       "抖音3条，剩下1条微博",   "newmedia.post 3 2026-03-03 douyin",                     "the rest, with its figure"],
  ["行政复议结了2件",         "一件纠错，一件其他",     "no",                                                    "the result as the form calls it"],
  ["收到依申请公开1件",       "一个老兵本人来窗口递的", "application.received 1 2026-03-04 nat",                 "a private person in other words"],
  ["2月许可13000件",          "核对过了，没问题",       "permit.decided 13000 2026-02",                           "looked at again, it stands"],
  ["2月许可13000件",          "不是13000件，1300件",    "permit.decided 2026-02 ?same-twice", "two figures are asked about"],
  ["公众号解读2条",           "只算新媒体发布",         "newmedia.post 2 2026-03-04 wechat",                      "the channel is kept"],
  ["公众号推了",              "这一次3条",              "newmedia.post 3 2026-03-04 wechat",                      "of which it is said is known"],
  ["网站清理了一批过期信息",  "这一批是14条",           "info.cleared 14 2026-03-04 website",                     "how many were in it"],
  ["2月31号培训1场",          "糊涂了，2月没31号，是28号开的", "training.held 1 2026-02-28",                     "that the day was wrong, before the right one"],
  ["收到2件依申请公开",       "一件是个人在网上提的，另一件是企业", "no",                                          "each with its own figure"],
  ["收到3件依申请公开",       "个人1件，企业1件",       "other",                                                  "they do not add up"],
  ["新媒体推了4篇",           "哦忘说了，都在咱们局的微信公众号上推的", "newmedia.post 4 2026-03-04 wechat",       "that it was forgotten"],
  ["今天公众号推了",          "开会去了，昨天推了3条",  "other",                                                  "of another day than was asked about"],
  ["今天公众号推了",          "今天推了3条",            "newmedia.post 3 2026-03-04 wechat",                      "of the same day"],
  ["领导信箱的信都办完了",    "刚去食堂了没看手机，办了13封，局长都签过字", "interaction.leader_mailbox 13 2026-03-04", "one breath says how many, the rest is talk"],
  ["领导信箱的信都办完了",    "刚去食堂了，办了13封，记不清了", "interaction.leader_mailbox 2026-03-04 ?quantity-approximate", "what is not sure is asked again"],
  ["今天废止文件2件",         "规范性文件",             "doc.normative_repealed 2 2026-03-04",                    "the step was told before"],
  ["今天文件2件",             "规范性文件",             "2 2026-03-04 ?made-or-repealed",                         "no step was told"],
  ["2月行政事业性收费365000", "单位是元，就是36.5万元", "fee.collected 36.5 2026-02",                             "the unit, and what that comes to"],
  ["2月行政事业性收费365000", "元，也就是3.65万",       "other",                                                  "that is not what it comes to"],
  ["今天热线6个",             "不对，是网上咨询",       "interaction.online_consult 6 2026-03-04",                "another work than was offered"],
  ["今天热线6个",             "是咨询热线",             "interaction.hotline_consult 6 2026-03-04",               "one that was offered"],
  ["今天短视频发了5条",       "小陈说是抖音",           "newmedia.post 5 2026-03-04 douyin",                      "whom the speaker asked"],
  ["民政局公众号发了2条",     "是",                     "newmedia.post 2 2026-03-04 wechat",                      "whose work it was"],
  ["民政局公众号发了2条",     "对，就是我们局的",       "newmedia.post 2 2026-03-04 wechat",                      "in more words"],
  ["民政局公众号发了2条",     "不是",                   "drops",                                                  "another body's"],
  ["民政局公众号发了2条",     "这是教育局的",           "other",                                                  "是 inside a sentence is no yes"],
  ["民政局公众号发了2条",     "是我们下属的",           "other",                                                  "nor is 我们 of somebody else"],
  ["民政局公众号发了2条",     "是，昨天的",             "other",                                                  "a yes that changes what was told is none yet"],
  ["民政局公众号发了2条，微博1条", "是我们的",          "newmedia.post 2 2026-03-04 wechat",                      "with all the rest, which is handed on"],
])("%s → %s settles %s: %s", (asked, reply, wanted) => {
  expect(summary(answer(pendingAfter(asked), hearing(reply)))).toBe(wanted);
});

test.each(["是", "1", "对，我们的", "就是我们局"])("%s to whose work it was keeps every entry", (reply) => {
  expect(answer(pendingAfter("民政局今天公众号发了2条，微博1条"), hearing(reply))).toMatchObject({
    draft: { quantity: { value: 2 }, asks: [] },
    rest: { act: "record", items: [{ quantity: { value: 1 }, channel: { value: "weibo" } }] },
  });
});

test("a reply may carry a new report, which is handed on", () => {
  const reply = answer(pendingAfter("发了3条新媒体"), hearing("公众号，另外处罚1件"));
  expect(summary(reply)).toBe("newmedia.post 3 2026-03-04 wechat");
  expect(reply).toMatchObject({
    rest: { act: "record", items: [{ indicator: { value: "penalty.decided" }, quantity: { value: 1 } }] },
  });
});

test("个人，姓陶 keeps the name the way it is written: 陶某", () => {
  const { draft } = answer(pendingAfter("收到依申请公开1件"), hearing("个人，姓陶")) as { draft: Draft };
  expect(draft).toMatchObject({ applicant: { value: "nat" }, who: { value: "陶某" }, asks: [] });
});

test("both readings are named again and make two items", () => {
  const reply = answer(pendingAfter("公众号解读2条"), hearing("新媒体和解读两边都算"));
  expect(reply).toMatchObject({ rest: { act: "record", items: [{ channel: { value: "wechat" } }] } });
});

test("both readings at once make two items", () => {
  const reply = answer(pendingAfter("公众号解读2条"), hearing("两样都算"));
  expect(reply).toMatchObject({
    draft: { indicator: { value: "newmedia.post" }, quantity: { value: 2 }, asks: [] },
    rest: {
      act: "record",
      items: [{ indicator: { value: "disclosure.policy_interpretation" }, quantity: { value: 2 } }],
    },
  });
});

const card: Draft = { text: "清里过期信息8条", asks: [] };
test.each([
  ["对", "yes"],
  ["是的", "yes"],
  ["确认", "yes"],
  ["不是", "no"],
  ["不对", "no"],
])("%s to a card is %s", (reply, kind) => {
  expect(answer(card, hearing(reply)).kind).toBe(kind);
});

test("a denial may say what is right instead", () => {
  expect(answer(card, hearing("不是，是审核信息8条"))).toMatchObject({
    kind: "no",
    rest: { act: "record", items: [{ indicator: { value: "info.reviewed" } }] },
  });
});

test("a doubtful report keeps all it said, so that a plain yes is enough to write it", () => {
  const draft = pendingAfter("好像公众号发了2条");
  expect(draft).toMatchObject({
    indicator: { value: "newmedia.post" },
    quantity: { value: 2 },
    channel: { value: "wechat" },
  });
  expect(draft.asks.map(({ why }) => why)).toEqual(["mood-doubtful"]);
  expect(answer(draft, hearing("是的"))).toEqual({ kind: "yes" });
});

// A pattern that can cut the same words in two ways tries them all before it gives up: this test would not end.
const SHORT_WORDS =
  "吧 呀 的 了 上 里 上的 发的 那个 那种 就 是 就是 那 那就是 这次 应该是 都是 对 没错 是的 好 各位 各位好 你好 不管 这个 不报 不记 先不改 算了 放一放 不要 在里头 , 。 3 条".split(
    " ",
  );
const endless = (words: string) => `${words.repeat(60)}甲`;
const isRead = (words: string) => {
  const told = hearing(endless(words));
  const asked = pendingAfter("公众号推了");
  expect(answer(asked, told)).toEqual(answer(asked, told));
  expect(understand(told).act, told.text).not.toBe("record"); // none of them names a work
};
test.each(["吧", "上的", "就是", "那就是", "各位好", "不报这个", "不管这个", "先不改"])(
  "%s over and over is no riddle",
  isRead,
);
test("letting go is a few words, with or without 了", () => {
  const kinds = ["算了，先不报这个", "这条先放一放", "这个先搁着吧", "不报了"].map(
    (reply) => answer(pendingAfter("今天推送了3条"), hearing(reply)).kind,
  );
  expect(kinds).toEqual(["drops", "drops", "drops", "drops"]);
});
test("nor are other short words, one to three at a time", () => {
  const words = fc.array(fc.constantFrom(...SHORT_WORDS), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(words, (some) => isRead(some.join(""))),
    { numRuns: 100 },
  );
});
