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
  ["上一条报多了，应该是6不是9",   "set quantity 6", "what it is not comes last"],
  ["刚才那条日期给我往前挪一天，是昨天的事", "set period 2026-03-03", "the day told in so many words"],
  ["刚报的那个应该是7条，我看错行了", "set quantity 7", "the right value first, what was wrong last"],
  ["上一条日期填写有误，应为3月3日，请更正。", "set period 2026-03-03", "politeness is no part of the value"],
  ["看漏了，是4条",         "set quantity 4",        "overlooked"],
  ["刚才那条记成微博了，其实发的是公众号，改一下", "set channel wechat", "where it truly went"],
  ["留言应该是6条，漏看了一条", "set quantity 6",    "with the reason behind it"],
  ["许可是5件，没有遗漏",       "not its turn",      "a reason that finds nothing wrong"],
  ["昨天的解读实际是3篇，漏了住房保障那篇", "set quantity 3", "what was left out"],
  ["2月处罚是39件不是37",       "set quantity 39",   "what it is, and what was written"],
  ["刚才那条改成1月的，2月的财务还没给我", "set period 2026-01", "what is said behind the comma is no part of it"],
  ["清理那条改成30，有一条领导让留着", "set quantity 30", "nor is a figure in it"],
  ["网上办事那条改成19件，小何说漏了俩", "set quantity 19", "nor who said so"],
  ["公众号那条改成5条，昨天的", "set quantity 5, period 2026-03-03", "a day goes on with the value"],
  ["访问量核准了，42860，改一下", "set quantity 42860", "a figure and a wish"],
  ["粉丝量24016，更新下",       "not its turn",      "a reading"],
  ["处罚还是按57报",            "set quantity 57",   "back to what it was"],
  ["处罚那3件其实是上周六下的", "set period 2026-02-28", "pointed at by its figure"],
  ["微博那3条不是今天，是礼拜天发的", "set period 2026-03-01", "so is a denied day"],
  ["复议维持的那1件改成纠正",   "set indicator review.corrected", "of the dispute that is pointed at"],
  ["刚才那条应该算上周五，决定书是上周五收到的", "set period 2026-02-27", "why it belongs there"],
  ["有一条其实是昨天晚上发的",  "ask correct-what",  "only a part of the record is meant"],
  ["算了，公众号还是5条",       "set quantity 5",    "second thoughts"],
  ["算了，还是3条",             "set quantity 3",    "of the last record"],
  ["算了，我又看了眼后台，公众号的还是周五", "set period 2026-02-27", "of its day"],
  ["留言我又数了一遍，应该是19条", "set quantity 19", "counted again"],
  ["处罚2件那个，刚才打错了，是3件", "set quantity 3", "by its name and figure"],
  ["刚翻了登记本，是9个，改一下", "set quantity 9", "looked up, of the last record"],
  ["昨天的培训还是改回1场，下午那场人没到齐，取消了", "set quantity 1", "why it is one less"],
  ["答复那件改成部分公开，法规处钱姐说有一页要遮", "set outcome partial", "and who said so"],
  ["补偿费那条日期再改一下，25号到的账", "set period 2026-02-25", "a charge by its own name"],
  ["值班电话改成8832110了，公众号今天发了1条通知", "not its turn", "what was changed is no record"],
  ["处罚那个23件改一下，稽查队报重了俩，21", "set quantity 21", "why, and then what it is"],
  ["抖音其实只有3条，另外1条发的是公众号", "ask correct-what", "fewer than was told, and what of the rest"],
  ["改一下，刚才那个只有1件，另一件是信访", "set quantity 1", "the other was none of ours"],
  ["改一下，刚才那个只有4件，另一件是昨天的", "ask correct-what", "the other would be lost"],
  ["那2条不在公众号，在微博",   "set channel weibo", "not here, but there"],
  ["培训那场是昨天办的",        "set period 2026-03-03", "when it truly was"],
  ["律所那件前天到的",          "set period 2026-03-02", "of a case, by its applicant"],
  ["我刚报的清理信息，数不对，应当31条", "set quantity 31", "firm, in another word"],
  ["昨天那个说明会，哦不对，新闻发布会，开了一场", "not its turn", "a report that mends its own name"],
  ["不不，抖音是3条，剩下2条是公众号的", "ask correct-what", "a record told in parts"],
  ["许可那个又核了一遍，14件才对", "set quantity 14", "counted again"],
  ["清理不是今天弄的，上周五弄的", "set period 2026-02-27", "not that day, but another"],
  ["发布会是周一开的，日期帮我挪一下", "set period 2026-03-02", "a wish behind the day"],
  ["大爷那件前天就到系统里了，我今天才看见，日子改一下", "set period 2026-03-02", "why it was wrong, in between"],
  ["收到日改成2月14日",         "set period 2026-02-14", "a day by its name"],
  ["非税那边说有笔漏了，应该是3.8万元", "set quantity 3.8", "who told, and why"],
  ["复议维持那1件搞错了，决定书写的是撤销，该算纠错", "set indicator review.corrected", "not what was written, but what it counts as"],
  ["对了这7个热线是昨天的量，日期给我改下", "set period 2026-03-03", "pointed at by its figure"],
  ["复议维持那件是2月结的，挪到2月去", "set period 2026-02", "the month it is to have is not the one it stands under"],
  ["抖音有一个是县融媒体中心发的，我们自己的只有两个", "set quantity 2", "what is left is ours"],
  ["4月份处罚的数得改，正确的是11件", "set quantity 11", "wished and told"],
  ["小刘说那条防溺水的没上抖音，上的是微博，也改过来吧", "set channel weibo", "not there, but here"],
  ["刚对了财务的表，收费是39500元，差一千", "set quantity 3.95", "looked up, and by how much it was off"],
  ["访问量后台重新导了，2月准确的是46218", "set quantity 46218", "what is exact"],
  ["不好意思，许可是一百零二，我嘴快了", "set quantity 102", "an excuse for a slip of the tongue"],
  ["复议收到的把区局那件也算进来了，不是3件，是2件", "set quantity 2", "why it was too many"],
  ["律所那件看错信封了，申请人其实是企业，改一下", "set applicant biz", "whose it is"],
  ["规范性文件那条不是制定，是废止", "set indicator doc.normative_repealed", "of the same kind of document"],
  ["不对不对，我看的是旧稿，发出去的是不予公开", "set outcome denied", "what it truly is comes last"],
  ["纠正一下，维持那件不是今天，是昨天审结的", "set period 2026-03-03", "not that day, but another"],
  ["人大跟政协那俩数报反了，对调一下", "ask correct-what", "two figures that changed places"],
  ["等等数错了，有一条是转别人的不算，今天就3条", "set quantity 3", "what is left of the record"],
  ["刚记的督查不是2次，3次才对", "set quantity 3", "which of the two is right"],
  ["算了，处长定的，还是决策预公开，改回去", "set indicator disclosure.decision_preview", "back to what it was"],
  ["哎我看错了，律师只是代理，申请人是他当事人，个人，按自然人算", "set applicant nat", "as what it counts"],
  ["头一回报有点紧张，怕弄错，昨天审核信息14条", "not its turn", "a fear of being wrong"],
  ["培训嘛改到下周了",          "not its turn",          "an occasion put off"],
  ["没错，就是12件",        "not its turn",          "没错 finds nothing wrong"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
