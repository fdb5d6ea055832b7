import { expect, test } from "vitest";
import { protectedSpans } from "./protected-span.ts";

const spans = (text: string) =>
  [...protectedSpans(text).values()].map(({ from, to, span }) => `${span} ${text.slice(from, to)}`);

// biome-ignore format: the columns are the test
test.each([
  ["《3月要发5条》的解读",        ["title 《3月要发5条》"],              "everything inside a title is a name"],
  ["水许字〔2026〕33号昨天发出",    ["document-number 水许字〔2026〕33号"], "with the word it is filed under"],
  ["在八一小学培训",              ["place 八一小学"],                     "a school"],
  ["在二道河子镇作出",            ["place 二道河子镇"],                   "a town"],
  ["咨询5件，联系电话6213458",      ["number-plate 联系电话6213458"],      "a telephone"],
  ["三十六中划片范围",                ["name 三十六中"],                     "a school by its number"],
  ["二院门诊改造",                    ["name 二院"],                         "a hospital"],
  ["周一鸣局长今天",                  ["person 周一鸣"],                     "somebody called like a day"],
  ["3·12植树节，",                    ["name 3·12"],                         "a festival by its date"],
  ["周一王局长上了热线",              [],                                    "a Monday before a name"],
  ["k1068次列车晚点",             ["name k1068次列车"],                   "a train"],
  ["给1205房的老李回信",              ["place 1205房"],                       "a flat"],
  ["5a级景区管理办法",                ["name 5a级"],                          "a grade"],
  ["周三平副局长今天",                ["person 周三平"],                      "a deputy called like a day"],
  ["发布pm2.5科普",                   ["name pm2.5"],                         "what is measured"],
  ["7×24小时热线",                    ["name 7×24小时"],                      "round the clock"],
  ["500强企业座谈",                   ["name 500强"],                         "a list of firms"],
  ["1+n方案解读",                     ["name 1+n"],                           "a plan and what goes with it"],
  ["医保100问系列",                   ["name 100问"],                         "questions and answers"],
  ["60岁以上老人",                    ["name 60岁以上"],                      "an age"],
  ["建国77周年展",                    ["name 77周年"],                    "a jubilee"],
  ["两轮电动车上牌",                  ["name 两轮"],                          "a vehicle"],
  ["15分钟生活圈",                    ["name 15分钟生活圈"],                  "how near things are"],
  ["五个一工程",                      ["name 五个一"],                        "a programme"],
  ["3·15宣传",                        ["name 3·15"],                          "a day by its date"],
  ["新国九条解读",                    ["name 新国九条"],                      "a rule by the number of its articles"],
  ["增加3个一般信息",                 [],                                     "three of them"],
  ["国庆推了10条",                    [],                                     "ten of them"],
  ["2b铅笔",                          ["name 2b"],                            "a kind"],
  ["303房间那场",                 ["place 303房间"],                      "a room"],
  ["三八街办事处",                ["place 三八街"],                       "a street"],
  ["盐湖二期旅游码头那个方案",    ["place 二期"],                         "a stage of building"],
  ["办了二期培训",                [],                                     "two of them"],
  ["k45+600", ["place k45+600"], "a mark on a road"],
  ["票据号04418823", ["number-plate 票据号04418823"], "a receipt"],
  ["政发〔2026〕5号文件",         ["document-number 政发〔2026〕5号文件"],   "a document number"],
  ["1号文件解读",                 ["document-number 1号文件"],           "an issue number"],
  ["3号楼开会",                   ["place 3号楼"],                       "a house"],
  ["第3条信息",                   ["ordinal 第3条"],                     "an ordinal"],
  ["今年第9次培训",               ["ordinal 今年第9次"],                 "the year belongs to the ordinal"],
  ["电话13812345678",             ["number-plate 13812345678"],          "a telephone"],
  ["工单号20260304001",           ["number-plate 工单号20260304001"],    "a ticket"],
  ["今天15:30推送",               ["clock 15:30"],                       "a time"],
  ["下午三点二十分发的",          ["clock 三点二十分"],                  "a time in words"],
  ["2025年度部门决算",            ["name 2025年度"],                     "the year of a budget"],
  ["20条规定解读",                ["name 20条规定"],                     "the articles of a rule"],
  ["许可1o件",                    ["malformed 1o"],                      "a letter where a figure may have been"],
  ["三点五条",                    ["malformed 三点五"],                  "a time or a decimal"],
])("%s holds %j: %s", (text, wanted) => {
  expect(spans(text)).toEqual(wanted);
});

// biome-ignore format: the columns are the test
test.each([
  ["公众号粉丝11023",  "the digits of a hotline inside a longer figure"],
  ["审核信息110条",    "a hotline's digits with a measure word are a figure"],
  ["许可1195件",       "the same at the front"],
  ["访问量31520次",    "315 inside a figure"],
  ["一季度许可",       "第 is missing: no ordinal"],
  ["第一季度许可",     "a quarter is a date"],
  ["4.3万",            "a decimal is no version"],
])("%s holds no protected figure: %s", (text) => {
  expect(spans(text)).toEqual([]);
});
