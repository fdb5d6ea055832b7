import { expect, test } from "vitest";
import { readingOf } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";
import { query } from "./query.ts";

function heard(text: string): string {
  const said = query.read(readingOf({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY }));
  if (!said) return "not its turn";
  if (said.act === "query")
    return `query ${said.query.kind} ${said.query.indicators ?? "all"} ${said.query.period ?? "any time"}`;
  return said.act;
}

// biome-ignore format: the columns are the test
test.each([
  ["今年许可办了多少件",              "query count permit.decided 2026",                      "a figure is asked"],
  ["还有哪些指标这个月没填", "query missing all 2026-03", "what is not filled in, and no help with the words"],
  ["一月份我们处罚报了多少件", "query count penalty.decided 2026-01", "ours"],
  ["how many 解读 this month", "query count disclosure.policy_interpretation 2026-03", "in English"],
  ["5月8日督查1次，跑了沿边几个乡镇", "not its turn", "some places"],
  ["食堂还有2份饺子，谁要", "ignore", "who wants some"],
  ["昨天参加行风热线一次，谈废旧电池往哪儿扔", "not its turn", "what was talked of"],
  ["执行报告怎么填的培训昨天办了一场", "not its turn", "what was taught"],
  ["今天网上办事9件，窗口没几个人排队", "not its turn", "hardly anybody"],
  ["昨天公众号4篇，微博9条，请一并统计", "not its turn", "what is to be done with the report"],
  ["接受采访2次，行风热线有几次我再核一下", "not its turn", "the speaker will look it up"],
  ["许可有几件我回头再数", "not its turn", "and later"],
  ["请帮我再核一下许可几件", "query count permit.decided any time", "somebody else is to look it up"],
  ["收了1件依申请公开，看不清是个人还是公司", "not its turn", "the speaker can't tell"],
  ["那今天微博还有数没", "query count newmedia.post 2026-03-04", "没 at the end asks"],
  ["2月网站访问量还没报，我补一下", "not its turn", "what comes next"],
  ["公众号今天啥也没推", "not its turn", "nothing"],
  ["没报过是吧，那记上，2月许可31件", "not its turn", "a question answered, and a report"],
  ["行政强制2月份没有", "not its turn", "a nil"],
  ["把上礼拜我们报的都列出来瞧瞧",    "query list all 2026-02-23/2026-03-01",                 "and in more words"],
  ["把上周的记录列一下",              "query list all 2026-02-23/2026-03-01",                 "the request stands last"],
  ["今年解读够20条没",              "query count disclosure.policy_interpretation 2026",    "没 at the end asks"],
  ["公众号今天发了3条吗",             "query count newmedia.post 2026-03-04",                 "with a figure in it"],
  ["处罚数今年比去年多还是少",           "query count penalty.decided 2026",                     "one of two"],
  ["3月走势",                         "query trend all 2026-03",                              "a noun of ours"],
  ["许可的月度走势给我看看",          "query trend permit.decided any time",                  "the request stands last"],
  ["列出2月1日到9日的台账明细",       "query list all 2026-02-01/2026-02-09",                 "出 in 列出 makes no file"],
  ["2月份和1月份比公众号是多了还是少了", "query compare newmedia.post 2026-02",               "one of two, with 了; January is the yardstick"],
  ["去年诉讼新收几件 跟前年比是多了还是少了", "query compare litigation.received 2025",       "so is the year before last"],
  ["今年网上咨询跟去年同期比多了少了", "query compare interaction.online_consult 2026",       "one of two, in four characters"],
  ["核对好了，今天咨询热线是9个",     "not its turn",                                         "looked over, and told"],
  ["公众号总条数给我看一眼",          "query count newmedia.post any time",                   "the request stands last"],
  ["帮我调一下今年许可",              "query count permit.decided 2026",                      "调 asks"],
  ["今年许可同比多了定少了",          "query count permit.decided 2026",                      "in Cantonese"],
  ["今年许可金额几何",                "query count permit.decided 2026",                      "in old words"],
  ["今年前三名",                      "query top all 2026",                                   "前三 is no 年前"],
  ["公众号发了好几条呢，具体我再看看",       "not its turn",                                         "呢 behind 好几 boasts"],
  ["微博那条还没发呢",               "not its turn",                                         "呢 behind 没 states"],
  ["查了下，34个",                "not its turn",                                         "looked up, nothing asked"],
  ["这几条都是昨天的",               "not its turn",                                         "几 that points counts nothing"],
  ["看新闻说邻市一季度罚了5800件",   "not its turn",                                         "what was read in the paper"],
  ["昨天的政策解读记上没有哦",          "query count disclosure.policy_interpretation 2026-03-03", "a particle behind the question"],
  ["食堂有红烧肉，谁一块去",          "ignore",                                               "一块 is no money here"],
  ["今天搞了1场培训，讲公开属性咋标", "not its turn", "what was taught"],
  ["小超市在网上问年报咋填，网上咨询今天答了1条", "not its turn", "a citizen asked"],
  ["统计公报的政策解读今天发了1篇", "not its turn", "统计公报 is a document"],
  ["昨天的都有哪些，列给我看看",        "query list all 2026-03-03",                            "all of a day"],
  ["不是不是，许可415件",               "not its turn",                                         "不是 twice asks nothing"],
  ["中午吃啥",                   "ignore",                                               "not about figures"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
