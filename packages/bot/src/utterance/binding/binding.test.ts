import { expect, test } from "vitest";
import { toContract } from "../contract-line.ts";
import { understand } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";

const SHORT: Readonly<Record<string, string>> = {
  "newmedia.post": "post",
  "permit.decided": "permit",
  "penalty.decided": "penalty",
  "coercion.decided": "coercion",
  "disclosure.policy_interpretation": "reading",
  "application.received": "received",
};
function heard(text: string): string {
  const line = toContract(understand({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY }));
  const entries = line.entries.map(({ indicator, quantity, period, channel, applicant }) =>
    [SHORT[indicator] ?? indicator, quantity, period.slice(5), channel ?? applicant ?? ""].join(" ").trim(),
  );
  return [line.confirm ? "card" : line.act, ...(line.why ? [line.why] : []), ...entries].join("; ");
}

// biome-ignore format: the columns are the test
test.each([
  // said                                     heard                                                        why this row exists
  ["许可15处罚2强制1",                        "record; permit 15 03-04; penalty 2 03-04; coercion 1 03-04", "names before figures, no stops"],
  ["3条解读5件许可",                          "record; reading 3 03-04; permit 5 03-04",                    "figures before names"],
  ["公众号3条许可",                           "ask; two-things",                                            "one figure, two names"],
  ["解读和推文加一起5条",                       "ask; two-things",                                            "one figure over two things"],
  ["Q2许可5件",                              "ask; period-ahead",                                          "a quarter by its letter is no name"],
  ["昨天对某药房罚款5000元，处罚决定1件",             "record; penalty 1 03-03",                                    "what it came to stands before the count"],
  ["20家单位的部门预算，网站公开了1条",              "record; disclosure.budget 1 03-04 website",                  "whose it was is no quantity"],
  ["行政复议新收2件，审结1件，维持",               "record; review.received 2 03-04; review.upheld 1 03-04",     "how the one that was closed ended"],
  ["收到一家生物公司递的信息公开申请，1件",            "record; received 1 03-04 enterprise",                        "who applied is no second figure"],
  ["微博发了两条不对是三条还有抖音一条",              "record; post 3 03-04 weibo; post 1 03-04 douyin",            "what comes on top mends nothing"],
  ["公众号推文5条，另有3条还在走审签",              "record; post 5 03-04 wechat",                                "what is yet to come is not counted"],
  ["婚检预约的短片抖音发了1个",                  "record; post 1 03-04 douyin",                                "what may be booked"],
  ["培训办了1场，各街道都来人了",                 "record; training.held 1 03-04",                              "who came"],
  ["上周五陈局上了行风热线，当天微博发了2条", "record; post 2 02-27 weibo; publicity.hotline_show 1 02-27", "the occasion was one, and the posts stand for themselves"],
  ["上周五陈局上了行风热线，微博发了2条", "ask; two-things", "whether on that day too is not said"],
  ["今天网站发了2条统计公报的政策解读", "record; reading 2 03-04 website", "a report of that name, no gazette"],
  ["政府公报登了1条解读", "ask; platform-not-kept", "the gazette"],
  ["网站挂了3月1日起施行的《节水十问》解读1条", "record; reading 1 03-04 website", "since when the rule is in force"],
  ["夏季防汛公众号发了3条", "ask; period-vague", "when, or about what"],
  ["环规〔2026〕4号的图解挂网站了，两张图算1条", "record; reading 1 03-04 website", "of how many pictures it was made"],
  ["《网络安全方案》印发了，大家学习一下", "ignore; no-work-in-it", "news for the group"],
  ["周一到今天公众号5条", "record; post 5 03-02/2026-03-04 wechat", "up to now, within a week"],
  ["门户网站上月访问量五万四前", "ask; quantity-malformed", "千 was said"],
  ["《办法》今天印发了",                      "ask; indicator-missing",                                     "a document came out, of which kind is not said"],
  ["网站还挂了1条秸秆还田的政策解读", "record; reading 1 03-04 website", "还 inside a word adds nothing"],
  ["上周五办了1场培训，公众号今天也推了", "ask; quantity-missing; training.held 1 02-27", "a training has no channel: a report of its own, without its figure"],
  ["公众号2条（周二发的）\n微博4条（周一）", "record; post 2 03-03 wechat; post 4 03-02 weibo", "each with its day behind it"],
  ["公众号2条（周二发的），微博4条", "ask; period-which", "one with its day, the other without"],
  ["今天在网站公开了抽检结果，一共6条，都放在重点领域栏目里了", "record; disclosure.key_area 6 03-04 website", "where it is filed says what it was"],
  ["水质公示挂网站1条，算重点领域", "record; disclosure.key_area 1 03-04 website", "in another word"],
  ["17号文今天挂到网站上了，归在主动公开一般信息，1条", "record; disclosure.other 1 03-04 website", "where, what, how many in three breaths"],
  ["部门预算公开1条，官网财政专栏", "record; disclosure.budget 1 03-04 website", "in which column it stands"],
  ["留言5条，都转给业务科室了", "record; interaction.message 5 03-04", "what became of what came in"],
  ["法院判下来了，行政诉讼结果纠正1件", "record; litigation.corrected 1 03-04", "the court spoke, and this is what it said"],
  ["行政诉讼审结1件，法院判的是维持", "record; litigation.upheld 1 03-04", "how it ended is no remark"],
  ["今天下去督查政务公开，跑的城关镇，1次", "record; inspection.held 1 03-04", "where they went, in between"],
  ["停车收费办法的意见征集挂出去了，1期", "record; interaction.opinion_solicitation 1 03-04", "a rule on charges is no charge"],
  ["抖音今天发了一条啊不对两条两条", "record; post 2 03-04 douyin", "the right figure, said twice"],
  ["公众号没发满5条，只发了4条", "record; post 4 03-04 wechat", "the figure not reached goes"],
  ["给8个科室做了政务公开培训，1场", "record; training.held 1 03-04", "for whom"],
  ["今天主动公开一般信息40条，其中官网35条", "record; disclosure.other 40 03-04", "the rest stands somewhere, and may be anywhere"],
  ["昨天收到县里一家木材加工厂的信息公开申请1件", "record; received 1 03-03 enterprise", "where the applicant is from; 加 inside a word adds nothing"],
  ["公众号5条，有一条临时加的", "card; post 5 03-04 wechat", "one of them"],
  ["今天审核信息6条，都没啥问题", "record; info.reviewed 6 03-04", "nothing was wrong with them"],
  ["公众号今天发了2条，隔壁镇都发6条了", "record; post 2 03-04 wechat", "what others did is no part of it"],
  ["公众号4条，两条是省厅的", "ask; somebody-elses", "a part of it is not ours"],
  ["根据水利厅〔2025〕36号文要求，昨日组织开展督查1次", "record; inspection.held 1 03-03", "on whose orders"],
  ["镇长信箱回了1封", "record; interaction.leader_mailbox 1 03-04", "the head of a town has a mailbox too"],
  ["公众号2条解读1条通知",                    "ask; two-bindings",                                          "two ways to cut"],
  ["公众号和微博各2条",                       "record; post 2 03-04 wechat; post 2 03-04 weibo",            "各: the same for each"],
  ["许可、处罚分别为12件、3件",               "record; permit 12 03-04; penalty 3 03-04",                   "分别: one in turn"],
  ["公众号、微博分别发了3条",                 "ask; two-bindings",                                          "分别 with one figure"],
  ["1-2月每月处罚2件",                        "record; penalty 2 01; penalty 2 02",                         "每月: one for each month"],
  ["今天公众号一共5条，上午3条，下午2条",     "record; post 5 03-04 wechat",                                "a total broken down is the total"],
  ["上午公众号1条，下午公众号2条",            "record; post 1 03-04 wechat; post 2 03-04 wechat",           "parts of a day add up"],
  ["公众号4条，微博2条，共6条",               "record; post 4 03-04 wechat; post 2 03-04 weibo",            "a total at the end only checks"],
  ["公众号4条，微博2条，共7条",               "ask; totals-disagree",                                       "a total that does not agree"],
  ["今天共6条：公众号4条，微博2条",           "record; post 4 03-04 wechat; post 2 03-04 weibo",            "a total without a name is its parts"],
  ["公众号5条，其中原创2条",                  "record; post 5 03-04 wechat",                                "其中 is never added"],
  ["许可15件，其中网上办理9件",               "ask; subset-counted; permit 15 03-04",                       "a part that is another thing is asked, the whole is certain"],
  ["依申请3件，个人2件，企业1件",             "record; received 2 03-04 individual; received 1 03-04 enterprise", "parts by applicant replace the total"],
  ["许可：1月11件，2月9件",                   "record; permit 11 01; permit 9 02",                          "one name, several dates"],
  ["2月份：2号许可1件",                       "record; permit 1 02-02",                                     "a day within the month named before it"],
  ["许可3件，昨天处罚2件",                    "ask; period-which",                                          "does yesterday govern the first as well"],
  ["许可3件，处罚2件，都是昨天的",            "record; permit 3 03-03; penalty 2 03-03",                    "a date at the end governs all"],
  ["解读三条，三条",                          "card; reading 3 03-04",                                      "a stammer is shown first"],
  ["公众号2条，公众号3条",                    "ask; same-twice",                                            "the same thing with two figures"],
  ["公众号1条，又发了1条",                    "record; post 1 03-04 wechat; post 1 03-04 wechat",           "又 adds"],
  ["公众号3条不对是4条",                      "record; post 4 03-04 wechat",                                "repaired in one breath"],
  ["许可没有5件，只有4件",                    "record; permit 4 03-04",                                     "the denied figure goes"],
  ["昨天不对前天公众号2条",                   "record; post 2 03-02 wechat",                                "the date is repaired"],
  ["公众号2条，许可办完了",                   "ask; quantity-missing; post 2 03-04 wechat",                 "the certain part may be written"],
  ["许可应办10件，实际办结8件",               "record; permit 8 03-04",                                     "a target is no fact"],
  ["许可12件，去年同期10件",                  "record; permit 12 03-04",                                    "a yardstick is no fact"],
  ["培训1次，50人参加",                       "record; training.held 1 03-04",                              "people beside the occasion"],
  ["公纵号公众号2条",                         "card; post 2 03-04 wechat",                                  "a word nobody knows is shown first"],
  ["许可12000件",                             "ask; quantity-out-of-proportion",                            "out of all proportion"],
])("%s → %s: %s", (said, wanted) => {
  expect(heard(said)).toBe(wanted);
});
