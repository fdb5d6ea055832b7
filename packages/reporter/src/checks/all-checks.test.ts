import { expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { aSoundReport, type SoundReport } from "../../../../test/support/a-sound-report.ts";
import { checkReport } from "../check-report.ts";
import { ALL_CHECKS } from "./all-checks.ts";
import type { Verdict } from "./check.ts";

type Spoil = (report: SoundReport) => void;
const figures =
  (changes: Record<string, number | string | null>): Spoil =>
  (report) =>
    Object.assign(report.figures, changes);
const prose =
  (changes: Record<string, string>): Spoil =>
  (report) =>
    Object.assign(report.prose, changes);
const lastYear =
  (changes: Record<string, number | null>): Spoil =>
  (report) =>
    Object.assign(report.previous.figures, changes);
const without =
  (part: (report: SoundReport) => Record<string, unknown>, ...names: string[]): Spoil =>
  (report) => {
    for (const name of names) delete part(report)[name];
  };

/** Findings of one rule, also those that say it did not run. */
function foundBy(rule: string, spoil: Spoil = () => undefined) {
  const report = aSoundReport();
  spoil(report);
  return checkReport(report).filter((finding) => finding.rule === rule);
}

/** Rules that need our own ledger are tried in their own tables. */
const NEEDS_LEDGER = ["B-T3-5", "B-F3", "D2", "D9"];
/** Said of a report whose layout is not handed in. */
const NEEDS_LAYOUT = ["D31"];
const ON_OUR_LEDGER = [
  "L-GAP",
  "L-EMPTY",
  "L-UNPLACED",
  "L-OVERLAP",
  "L-MIXED",
  "L-STATED",
  "L-T4-PENDING",
  "L-NUMBER",
  "L-NIL",
  "L-COUNTER",
];

/** The report as a government's, of two bodies: one with all its numbers, one with nothing but zeros and `changes`. */
function rolledUp(report: SoundReport, changes: Record<string, number | null> = {}): void {
  const zeros = Object.fromEntries(Object.keys(report.figures).map((id) => [id, 0]));
  const bodies = [
    { organ: "甲局", figures: { ...report.figures } },
    { organ: "乙局", figures: { ...zeros, ...changes } },
  ];
  Object.assign(report, { kind: "government", bodies });
}

// biome-ignore format: the columns are the test
const TRIPS: readonly (readonly [string, Verdict, Spoil, string, string])[] = [
  // rule    verdict   what is wrong                                                       part of the sentence        why this row exists
  ["D3",     "必改",   figures({ "t2.reg.issued": "/" }),                                  "填 0",                     "a stroke in a district report's 规章 row"],
  ["D3",     "必改",   figures({ "t2.penalty.decisions": "" }),                            "填 0",                     "empty is an error"],
  ["D3",     "必改",   figures({ "t2.penalty.decisions": "无" }),                          "“无”",                     "无 is no number"],
  ["D4",     "必改",   figures({ "t2.penalty.decisions": -1 }),                            "不能是负数",               "counts are never negative"],
  ["D4",     "必改",   figures({ "t2.penalty.decisions": 1.5 }),                           "必须是整数",               "counts are whole"],
  ["D4",     "必改",   figures({ "t2.penalty.decisions": "三件" }),                        "不是数字",                 "words are no number"],
  ["D4",     "需说明", figures({ "t2.license.decisions": "1,215" }),                       "1,215",                    "thousands separators"],
  ["D4",     "需说明", figures({ "t2.license.decisions": "２１５" }),                      "半角",                     "full-width digits"],
  ["D13",    "必改",   figures({ "本年新公开数量": 3 }),                                   "2019年",                   "column of the trial form"],
  ["D30",    "必改",   figures({ "t3.new.org": 3 }),                                       "t3.new.org",               "a sub-total column the form does not have"],
  ["D30",    "必改",   without((r) => r.figures, ...["nat","biz","res","npo","law","oth","tot"].map((c) => `t3.deny_query.${c}`)), "属于行政查询事项", "a row left out"],
  ["B-T3-1", "必改",   figures({ "t3.new.nat": 39 }),                                      "“自然人”列",               "one column off breaks its own identity"],
  ["B-T3-1", "必改",   figures({ "t3.closing.tot": 3 }),                                   "“总计”列",                 "the identity holds in 总计 too"],
  ["B-T3-2", "必改",   figures({ "t3.open.biz": 2 }),                                      "“商业企业”列",             "21 results add up to （七）"],
  ["B-T3-3", "必改",   figures({ "t3.partial.tot": 7 }),                                   "部分公开",                 "six kinds add up to 总计"],
  ["B-T3-4", "必改",   figures({ "t3.closing.nat": -1 }),                                  "多 1 件",                  "more answered than received"],
  ["D8",     "需说明", figures({ "t3.other_misc.tot": 11 }),                               "五分之一",                 "11 of 51 is more than a fifth"],
  ["B-T4-1", "必改",   figures({ "t4.review.total": 4 }),                                  "“行政复议”",               "2+1+1+1 is 5"],
  ["B-T4-2", "需说明", lastYear({ "t4.after.pending": 3 }),                                "上年尚未审结 3 件",        "three pending cases are gone"],
  ["B-T4-3", "需说明", figures({ "t4.review.upheld": 0, "t4.review.corrected": 0, "t4.review.other": 0 }), "复议后起诉 2 件", "a lawsuit after a review that never was"],
  ["B-T4-DIRECT", "需说明", figures({ "t4.direct.upheld": 1, "t4.direct.total": 1 }), "直接起诉 1 件", "since 2024 a reconsideration comes first"],
  ["B-Y-1",  "必改",   lastYear({ "t3.closing.biz": 2 }),                                  "商业企业",                 "opening is last year's closing, column by column"],
  ["B-S1",   "需说明", figures({ "t2.norm.valid": 14 }),                                   "应有 13 件",               "12 + 3 - 2 is 13"],
  ["B-S2",   "必改",   figures({ "t2.norm.valid": -1 }),                                   "不能小于零",               "a stock below zero"],
  ["B-S2",   "需说明", figures({ "t2.norm.issued": 20 }),                                  "20 件",                    "more made than stand"],
  ["D5",     "需说明", figures({ "t2.fee.amount": 125_000 }),                              "元当成了万元",             "元 typed for 万元"],
  ["D5",     "需说明", lastYear({ "t2.fee.amount": 0.5 }),                                 "20 倍",                    "25 times last year"],
  ["D6",     "需说明", lastYear({ "s1.site_visits": 20_000 }),                             "变化太大",                 "25 times last year"],
  ["D6",     "提示",   lastYear({ "t2.penalty.decisions": 4 }),                            "确实没有发生",             "a row that was not 0 turns 0"],
  ["D7",     "必改",   figures({ "t2.reg.issued": 1, "t2.reg.valid": 1 }),                 "没有制定规章的权限",       "a bureau makes no 规章"],
  ["D12",    "需说明", prose({ "一（五）": "我局作为复议机关参加诉讼，组织培训2次。" }),  "原行为机关",               "2016/201号"],
  ["B-F1",   "需说明", figures({ "t2.fee.amount": 0.001 }),                                "还多",                     "70 元 of 信息处理费 are in the 收费"],
  ["B-F2",   "需说明", prose({ 六: "我局未收取信息处理费。" }),                           "第六部分却说没有收费",     "two notices were sent"],
  ["B-F2",   "需说明", figures({ "s6.fee_notices": 0 }),                                   "没有一件收费通知",         "one case closed as unpaid"],
  ["B-X1",   "必改",   prose({ "一（二）": "2025年共收到政府信息公开申请48件。" }),        "48 件",                    "table 三 says 49"],
  ["B-X2",   "必改",   prose({ "一（二）": "2025年未收到政府信息公开申请。" }),            "未收到申请",               "table 三 says 49"],
  ["B-X2",   "必改",   prose({ "一（二）": "2025年无行政复议、行政诉讼。" }),              "没有行政诉讼",             "table 四 says 5 and 2"],
  ["B-X3",   "必改",   prose({ "一（二）": "不予公开8件。" }),                             "合计 7 件",                "the eight rows add up to 7"],
  ["B-X4",   "必改",   prose({ "一（三）": "制发规范性文件4件、废止2件，现行有效13件。" }), "表二是 3 件",             "table 二 says 3"],
  ["B-X5",   "需说明", prose({ "一（二）": "收到政府信息公开申请49件；行政复议3件。" }),   "对不上",                   "5 in all and 4 concluded, never 3"],
  ["B-X6",   "需说明", figures({ "s1.key_area": 300 }),                                    "还多",                     "a part greater than its whole"],
  ["L-REVIEWED", "需说明", figures({ "s1.reviewed": 290 }),                                "相差 2 条",                "every reviewed item went to the site, or not"],
  ["D11",    "必改",   prose({ "一（一）": "网站总访问量498234次，主动公开解读288条，回应重点领域，新媒体540条。" }), "498234", "two digits changed places"],
  ["D14",    "必改",   (r) => { r.headings[0] = "一、概述"; },                             "一、总体情况",             "a heading renamed"],
  ["D14",    "必改",   (r) => { r.headings.reverse(); },                                   "顺序",                     "headings out of order"],
  ["D15",    "必改",   (r) => { r.headings.splice(2, 1); },                                "依申请公开",               "an aspect left out"],
  ["D18",    "需说明", prose({ "一（一）": "2025年，我局网站、新媒体积极公开解读、回应和重点领域信息。" }), "没有一个数字", "a wholly generic text"],
  ["D20",    "需说明", prose({ "一（三）": "审核新增信息288条。" }),                       "规范性文件",               "documents issued, repealed, in force"],
  ["D19",    "必改",   (r) => { r.kind = "government"; },                                  "考核",                     "governments account for appraisal"],
  ["D16",    "必改",   prose({ 五: "无" }),                                                "还没有写",                 "无 is no answer"],
  ["D16",    "必改",   prose({ 五: "一是更新不够及时，上年的问题仍在；二是形式偏少。" }), "怎么改进",                 "problems without measures"],
  ["D17",    "必改",   prose({ 六: " " }),                                                 "是空的",                   "section six is empty"],
  ["D17",    "必改",   prose({ 六: "未收取信息处理费。" }),                               "实际收了 70 元",           "says none while 70 元 came in"],
  ["D17",    "需说明", prose({ 六: "无其他需要报告的事项。" }),                           "没有",                     "the fee is stated also when nil"],
  ["D10",    "必改",   prose({ "一（四）": "2024年新增专题1个，完善网站。" }),             "2024 年",                  "last year's sentence left standing"],
  ["D10",    "必改",   (r) => { r.title = "示例市商务局2024年政府信息公开工作年度报告"; }, "标题",                     "last year's title"],
  ["D21",    "需说明", (r) => { r.previous.prose.五 = r.prose.五 ?? ""; },                 "100%",                     "section five copied"],
  ["D22",    "需说明", prose({ 五: "一是形式偏少，二是人手不足。下一步将加强培训。" }),   "渠道不够畅通",             "last year's problem is not taken up"],
  ["D23",    "需说明", prose({ "一（五）": "加强监督保障工作，".repeat(130) }),            "1000 字",                  "about a thousand characters"],
  ["D24",    "需说明", prose({ "一（五）": "深入学习新条例，组织培训2次。" }),             "新条例",                   "six years after it came into force"],
  ["D25",    "需说明", prose({ "一（五）": "2025 年组织培训2次,效果良好。" }),             "半角",                     "spaces and half-width commas"],
  ["D26",    "需说明", prose({ "一（五）": "一、组织领导\n组织培训2次。" }),               "一级标题",                 "一、 again inside section one"],
  ["D27",    "需说明", (r) => { r.preamble = "本报告由总体情况、主动公开情况等五个部分组成。"; }, "5 个部分", "a preamble that lists five"],
  ["D28",    "需说明", prose({ "一（五）": "本单位组织培训2次。" }),                       "我局、本单位",             "two names for oneself"],
  ["D28",    "需说明", prose({ "一（五）": "加强了了培训2次。" }),                         "了了",                     "a doubled character"],
  ["D28",    "需说明", (r) => { r.title = "市商务局2025年政府信息公开工作年度报告"; },     "全称",                     "the title without the full name"],
  ["D29",    "需说明", prose({ "一（五）": "组织培训2次，参加人数120。" }),                "120",                      "人 is missing"],
  ["D32",    "需说明", prose({ "一（二）": "收到政府信息公开申请49件，联系电话13800000000。" }), "手机号码",           "a phone number in public text"],
  ["D31",    "需说明", (r) => Object.assign(r, { repeatedRows: { t3: 1 } }),               "三行表头",                 "the further page says nothing of its columns"],
  ["B-H1",   "需说明", (r) => rolledUp(r, { "t2.license.decisions": 5 }),                  "2 个机关加起来",           "five permits of one bureau were left out"],
  ["D1",     "必改",   (r) => { r.publishedOn = "2026-02-02"; },                           "2026-01-31",               "31 January, weekend or not"],
];

test.each(TRIPS)("%s finds it as %s (%#)", (rule, verdict, spoil, says, why) => {
  expect(foundBy(rule, spoil), why).toContainEqual(
    expect.objectContaining({ verdict, says: expect.stringContaining(says) }),
  );
});

test.each([...new Set(TRIPS.map(([rule]) => rule))])("%s finds nothing in a sound report", (rule) => {
  expect(foundBy(rule).filter(({ verdict }) => verdict !== "未执行" || !NEEDS_LAYOUT.includes(rule))).toEqual([]);
});

test("a table that repeats its header rows, and a government whose bodies add up, are sound", () => {
  const layout: Spoil = (report) => Object.assign(report, { repeatedRows: { t3: 3 } });
  expect(foundBy("D31", layout)).toEqual([]);
  expect(foundBy("B-H1", (report) => rolledUp(report))).toEqual([]);
});

test("a body that does not give a figure leaves the roll-up unchecked, and is named", () => {
  const found = foundBy("B-H1", (report) => rolledUp(report, { "t2.license.decisions": null }));
  expect(found).toMatchObject([{ verdict: "未执行", says: expect.stringContaining("乙局没有给出表二 行政许可") }]);
});

test("a sound report has no finding but those that say what only a ledger could tell", () => {
  const findings = checkReport(aSoundReport());
  expect(findings.filter(({ verdict }) => verdict !== "未执行")).toEqual([]);
  expect(findings.map(({ rule }) => rule).sort()).toEqual([...NEEDS_LEDGER, ...NEEDS_LAYOUT].sort());
});

test("every rule has a row that trips it, here or among those that need a ledger", () => {
  const tried = new Set([...TRIPS.map(([rule]) => rule), ...NEEDS_LEDGER, ...ON_OUR_LEDGER]);
  expect(ALL_CHECKS.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
});

test("none of the 32 rules of accuracy, completeness, sameness, form and privacy is left out", () => {
  const ids = new Set(ALL_CHECKS.map(({ id }) => id));
  expect(Array.from({ length: 32 }, (_, at) => `D${at + 1}`).filter((id) => !ids.has(id))).toEqual([]);
});

test("every rule says what it rests on, and no two share an id", () => {
  expect(ALL_CHECKS.filter(({ basis }) => basis.length < 4)).toEqual([]);
  expect(new Set(ALL_CHECKS.map(({ id }) => id)).size).toBe(ALL_CHECKS.length);
});

// biome-ignore format: the columns are the test
test.each([
  ["B-T3-1", figures({ "t3.new.nat": null }),                                 "an identity with a null is not run"],
  ["B-T3-3", without((r) => r.figures, "t3.new.nat"),                         "nor one with a figure left out"],
  ["B-T4-1", figures({ "t4.after.other": null }),                             "nor in table 四"],
  ["B-Y-1",  lastYear({ "t3.closing.nat": null }),                            "last year does not give it"],
  ["B-S1",   lastYear({ "t2.norm.valid": null }),                             "last year does not give it"],
  ["D7",     (r: SoundReport) => { r.kind = "机关"; r.figures["t2.reg.issued"] = 1; }, "the kind of body is not given"],
] as const)("%s says 未执行: %#", (rule, spoil, why) => {
  expect(foundBy(rule, spoil), why).toContainEqual(expect.objectContaining({ verdict: "未执行" }));
  expect(foundBy(rule, spoil).filter(({ verdict }) => verdict === "必改"), why).toEqual([]);
});

// biome-ignore format: the columns are the test
test.each([
  ["2025年，我局门户网站没有新增主动公开信息。",           "a year in which nothing was published is told"],
  ["2025年，我局移动新媒体没有发布信息。",                 "the same of the new media"],
  ["2025年，我局未主动公开政府信息。",                     "in the words of other offices"],
])("D18 takes it for an answer: %s", (text, why) => {
  expect(foundBy("D18", prose({ "一（一）": text })), why).toEqual([]);
});

// biome-ignore format: the columns are the test
test.each([
  ["B-X1", "2025年共办理政府信息公开申请53件。",                       "办理 counts 49 new and 4 carried over"],
  ["B-X5", "收到政府信息公开申请49件；行政复议4件，行政诉讼1件。",       "only concluded cases are counted in the text"],
  ["B-X2", "收到政府信息公开申请49件；复议后起诉的行政诉讼2件。",         "复议后起诉 denies nothing"],
  ["D10",  "与2024年相比，收到政府信息公开申请49件。",                   "a lawful mention of last year"],
] as const)("%s lets pass: %s", (rule, text, why) => {
  expect(foundBy(rule, prose({ "一（二）": text })), why).toEqual([]);
});
