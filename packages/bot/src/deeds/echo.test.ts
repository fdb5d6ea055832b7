import { INDICATORS } from "@gongkai/schema";
import { expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { Talk } from "../../../../test/support/a-talk.ts";

const DISCLOSED = "一（一）门户网站主动公开信息";
const INTERACTION = "一（一）网民留言、咨询热线和意见征集";
const MAILBOX = "一（三）网上咨询和领导信箱";
const PUBLICITY = "一（一）行风热线、新闻发布会、接受采访";
const NO_CASE = "还没有填进表四：请先登记这件诉讼。";

/** What is said on 5 March of the day before, what the echo calls it, the month so far, and the figure that moved or why none did. */
// biome-ignore format: the columns are the test
const ECHOES: readonly (readonly [key: string, said: string, kept: string, month: string, moved: string])[] = [
  ["disclosure.policy_interpretation", "门户网站发了3条政策解读", "政策解读3条（门户网站）",        "政策解读3月累计3条",           `${DISCLOSED} 0→3`],
  ["disclosure.institution",       "更新机构职能2条",          "机构职能2条",                    "机构职能3月累计2条",           `${DISCLOSED} 0→2`],
  ["disclosure.npc_proposal",      "公开人大建议办理4条",       "人大建议办理4条",                 "人大建议办理3月累计4条",        `${DISCLOSED} 0→4`],
  ["disclosure.cppcc_proposal",    "公开政协提案办理5条",       "政协提案办理5条",                 "政协提案办理3月累计5条",        `${DISCLOSED} 0→5`],
  ["disclosure.budget",            "公开财政预决算2条",         "财政预决算2条",                  "财政预决算3月累计2条",          `${DISCLOSED} 0→2`],
  ["disclosure.decision_preview",  "决策预公开1条",            "决策预公开1条",                   "决策预公开3月累计1条",          `${DISCLOSED} 0→1`],
  ["disclosure.key_area",          "重点领域信息6条",          "重点领域公开信息6条",              "重点领域公开信息3月累计6条",     "重点领域信息不另计入主动公开总数。"],
  ["disclosure.key_area",          "重点领域信息6条",          "重点领域公开信息6条",              "重点领域公开信息3月累计6条",     "一（三）重点领域公开信息 0→6"],
  ["disclosure.other",             "主动公开一般信息7条",       "主动公开一般信息7条",              "主动公开一般信息3月累计7条",     `${DISCLOSED} 0→7`],
  ["newmedia.post",                "公众号发了3条",            "新媒体发布3条（微信公众号）",       "新媒体发布3月累计3条",          "一（一）移动新媒体发布信息 0→3"],
  ["gauge.site_visits",            "网站访问量42000次",        "网站访问量42000次",               "",                           "这是当天的读数，不计入年报。月底请报全月的数。"],
  ["gauge.weibo_followers",        "微博粉丝9934",             "微博关注量9934人",                "",                           "一（一）微博关注量 0→9934"],
  ["gauge.wechat_followers",       "公众号粉丝23107",          "微信公众号订阅数23107人",          "",                           "一（一）微信公众号订阅数 0→23107"],
  ["interaction.message",          "回复网民留言3条",          "网民留言3条",                     "网民留言3月累计3条",           `${INTERACTION} 0→3`],
  ["interaction.hotline_consult",  "12345热线咨询3件",         "咨询热线3件",                     "咨询热线3月累计3件",           `${INTERACTION} 0→3`],
  ["interaction.opinion_solicitation", "意见征集1次",          "意见征集1次",                     "意见征集3月累计1次",           `${INTERACTION} 0→1`],
  ["interaction.online_consult",   "网上咨询4件",              "网上咨询4件",                     "网上咨询3月累计4件",           `${MAILBOX} 0→4`],
  ["interaction.leader_mailbox",   "局长信箱2件",              "领导信箱2件",                     "领导信箱3月累计2件",           `${MAILBOX} 0→2`],
  ["service.online",               "网上办事12件",             "网上办事12件",                    "网上办事3月累计12件",          "一（一）网上办事服务 0→12"],
  ["publicity.hotline_show",       "上行风热线1次",            "行风热线1次",                     "行风热线3月累计1次",           `${PUBLICITY} 0→1`],
  ["publicity.press_conference",   "新闻发布会1次",            "新闻发布会1次",                   "新闻发布会3月累计1次",          `${PUBLICITY} 0→1`],
  ["publicity.interview",          "接受采访2次",              "接受采访2次",                     "接受采访3月累计2次",           `${PUBLICITY} 0→2`],
  ["info.reviewed",                "审核信息8条",              "审核信息8条",                     "审核信息3月累计8条",           "一（三）审核新增信息 0→8"],
  ["info.cleared",                 "清理过期信息8条",          "清理过期信息8条",                 "清理过期信息3月累计8条",        "一（三）清理过期信息 0→8"],
  ["info.incident",                "违规公开1件",              "违规公开及不良舆情事件1件",         "违规公开及不良舆情事件3月累计1件", "一（三）违规公开及不良舆情事件 0→1"],
  ["column.added",                 "新增专栏1个",              "新增专栏1个",                     "新增专栏3月累计1个",           "一（四）新增重点专题专栏 0→1"],
  ["doc.regulation_made",          "制定规章1件",              "规章制发1件",                     "规章制发3月累计1件",           "表二 规章制发 0→1"],
  ["doc.regulation_repealed",      "废止规章1件",              "规章废止1件",                     "规章废止3月累计1件",           "表二 规章废止 0→1"],
  ["doc.regulation_valid",         "现行有效规章3件",          "现行有效规章3件",                 "",                           "表二 规章现行有效 0→3"],
  ["doc.normative_made",           "制定规范性文件1件",        "行政规范性文件制发1件",            "行政规范性文件制发3月累计1件",   "表二 行政规范性文件制发 0→1"],
  ["doc.normative_repealed",       "废止规范性文件1件",        "行政规范性文件废止1件",            "行政规范性文件废止3月累计1件",   "表二 行政规范性文件废止 0→1"],
  ["doc.normative_valid",          "现行有效规范性文件13件",    "现行有效规范性文件13件",           "",                           "表二 行政规范性文件现行有效 0→13；一（三）现行有效规范性文件 0→13"],
  ["permit.decided",               "许可5件",                 "行政许可5件",                     "行政许可3月累计5件",           "表二 行政许可 0→5"],
  ["penalty.decided",              "处罚2件",                 "行政处罚2件",                     "行政处罚3月累计2件",           "表二 行政处罚 0→2"],
  ["coercion.decided",             "行政强制1件",              "行政强制1件",                     "行政强制3月累计1件",           "表二 行政强制 0→1"],
  ["fee.collected",                "行政事业性收费8.2万元",     "行政事业性收费8.2万元",            "行政事业性收费3月累计8.2万元",   "表二 行政事业性收费 0→8.2"],
  ["fee.information",              "信息处理费120元",          "信息处理费120元",                 "信息处理费3月累计120元",        "六 信息处理费 0→120"],
  ["application.received",         "收到依申请公开1件，张三，个人，网上提交", "张三的政府信息公开申请（自然人，网上提交）", "收到政府信息公开申请3月累计1件", "表三 本年新收政府信息公开申请数量（自然人） 0→1"],
  ["application.outcome",          "依申请公开答复1件，予以公开", "政府信息公开申请办理结果1件（予以公开）", "",                        "还没有填进表三：请先登记这件申请，再说办理结果。"],
  ["review.received",              "收到行政复议1件",          "行政复议新收（2026年第1件）",       "行政复议新收3月累计1件",        "表四 行政复议 尚未审结 0→1"],
  ["review.upheld",                "行政复议维持1件",          "行政复议结果维持1件",              "",                           "表四 行政复议 结果维持 0→1"],
  ["review.corrected",             "行政复议纠正1件",          "行政复议结果纠正1件",              "",                           "表四 行政复议 结果纠正 0→1"],
  ["review.other",                 "行政复议其他结果1件",       "行政复议其他结果1件",              "",                           "表四 行政复议 其他结果 0→1"],
  ["review.pending",               "行政复议尚未审结2件",       "行政复议尚未审结2件",              "",                           "表四 行政复议 尚未审结 0→2"],
  ["litigation.received",          "收到行政诉讼1件",          "行政诉讼新收（起诉方式待补）",       "行政诉讼新收3月累计1件",        "未经复议直接起诉，还是复议后起诉？"],
  ["litigation.upheld",            "行政诉讼维持1件",          "行政诉讼结果维持1件",              "",                           NO_CASE],
  ["litigation.corrected",         "行政诉讼纠正1件",          "行政诉讼结果纠正1件",              "",                           NO_CASE],
  ["litigation.other",             "行政诉讼其他结果1件",       "行政诉讼其他结果1件",              "",                           NO_CASE],
  ["litigation.pending",           "行政诉讼尚未审结2件",       "行政诉讼尚未审结2件",              "",                           NO_CASE],
  ["training.held",                "政务公开培训1次",          "政务公开培训1次",                 "政务公开培训3月累计1次",        "一（五）政务公开培训 0→1"],
  ["inspection.held",              "政务公开督查1次",          "政务公开督查1次",                 "政务公开督查3月累计1次",        "一（五）政务公开督查 0→1"],
];

test("every indicator of the vocabulary is echoed here", () => {
  expect([...new Set(ECHOES.map(([key]) => key))].sort()).toEqual(Object.keys(INDICATORS).sort());
});

test.each(ECHOES)("%s: %s", async (_key, said, kept, month, moved) => {
  const talk = await new Talk().open();
  const lines = (await talk.say("guojing", "2026-03-05 10:00", `3月4日${said}`)).split("\n");
  await talk.close();
  expect(lines[0]).toBe(`已记：${kept}，3月4日`);
  expect(lines.filter((line) => line.includes("累计"))).toEqual(month === "" ? [] : [month]);
  const why = lines.filter(
    (line) => line.startsWith("年报：") || line.includes("不") || /还没有填进|起诉？$/.test(line),
  );
  expect(why.join("\n")).toContain(moved);
  expect(lines.some((line) => line === "有错回复“撤销”或“改成…”。")).toBe(true);
});

test("where something stands already the echo tells from which figure to which: 203→215", async () => {
  const talk = await new Talk().open();
  await talk.say("wangfang", "2026-03-05 10:00", "2月许可办结203件");
  const answer = await talk.say("wangfang", "2026-03-05 10:01", "今天许可办结12件");
  await talk.close();
  expect(answer).toContain("年报：表二 行政许可 203→215");
});

test("what went out elsewhere than on the portal says why it moves no figure", async () => {
  const talk = await new Talk().open();
  await talk.say("wangfang", "2026-03-05 10:00", "今天公众号推了3条政策解读");
  const answer = await talk.say("wangfang", "2026-03-05 10:01", "只记政策解读");
  await talk.close();
  expect(answer).toContain("政策解读3条（微信公众号）");
  expect(answer).toContain("不是在门户网站发布的，不计入主动公开总数。");
});
