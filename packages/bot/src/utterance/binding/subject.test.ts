import { expect, test } from "vitest";
import { report } from "../readers/report.ts";
import { readingOf } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";

function heard(text: string): string {
  const said = report.read(readingOf({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY }));
  if (said?.act === "record") return said.oddities.length > 0 ? "shown first" : "written";
  return said?.act ?? "not its turn";
}

// biome-ignore format: the columns are the test
test.each([
  ["抖音发了1条公交线路调整的视频",           "written",     "between the figure and what is counted: its subject"],
  ["门户网站挂了两篇医养结合的政策解读",       "written",     "合 inside a word joins nothing"],
  ["上周日抖音发了1条防汛绕行提示",           "written",     "a notice by its subject"],
  ["新控烟规定的图解今天传到网站上了，就1条", "written",     "the rule that was explained"],
  ["微博6条，都是流感疫苗接种点的",           "written",     "what they were all about"],
  ["昨天给各乡镇卫生院搞了一场政务公开培训",   "written",     "for whom; 各 distributes nothing"],
  ["今天法院来传票了，行政诉讼新收1件",       "written",     "who sends a lawsuit"],
  ["昨天委里公众号推送4条",                   "written",     "our own body"],
  ["上周四微博发了3条饮用水源地保护的", "written", "的 stands for what was counted"],
  ["意见征集1期，畜禽养殖禁养区划定方案的", "written", "on which document"],
  ["前天开了六五环境日新闻发布会，1场", "written", "a day called by its date"],
  ["12月份许可办了19件，刚统计出来", "written", "counted, not asked to count"],
  ["公务员招录的专题上线了，新增专栏1个", "written", "what the column is on, before 的"],
  ["第五次经济普查公报公众号推了2条", "written", "closed by a noun we know before the place"],
  ["非遗月刊第5期推文1条公众号已发", "written", "by its number"],
  ["网站新增全民健身专栏1个", "written", "the name of a column, in pieces"],
  ["机构职能更新了两条，领导分工变了", "written", "why it was brought up to date"],
  ["公众号发了两条，领导分工变了", "written", "a remark with its own subject, of whatever it stands beside"],
  ["局长信箱来了2封信，已经转业务科了", "written", "what became of what came in"],
  ["药店GSP检查要点的图解挂官网了，1个", "written", "a rule with letters in its name"],
  ["今天护士节，公众号2条", "written", "what day it is"],
  ["在局三楼办了一期公开业务培训", "written", "in which house"],
  ["公众号3条，都是旧的",                     "shown first", "旧 may say that they do not count"],
  ["法院公众号发了3条",                       "shown first", "whose account it is"],
  ["公众号发了2条县里的视频",                 "ask",         "another body's"],
  ["公众号投稿3条",                           "shown first",         "what was counted"],
  ["四十是条清理过期信息",                     "ask",         "a slip where a digit was said"],
  ["今天公众号少发了1条",                     "ask",         "fewer than what"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
