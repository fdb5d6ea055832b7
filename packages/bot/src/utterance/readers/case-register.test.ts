import { Office } from "@gongkai/schema";
import { describe, expect, test } from "vitest";
import { understand } from "../understand.ts";
import { vocabularyOf } from "../vocabulary.ts";

const OFFICE = Office.parse({ key: "bureau", name: "某某市某某局", sections: [{ key: "law", label: "法规科" }] });
const { vocabulary } = vocabularyOf(OFFICE, ["王芳", "赵敏"]);
const meant = (text: string) => understand({ text, now: "2026-03-10T10:30:00+08:00", vocabulary });
const asked = (text: string) => {
  const meaning = meant(text);
  return meaning.act === "query" ? meaning.query.cases : undefined;
};

// 2026-03-10 is a Tuesday
// biome-ignore format: the columns are the test
test.each<[text: string, cases: unknown, why: string]>([
  ["在办的申请",                   { show: "list", state: "open" },                                         "what is open"],
  ["还有哪些申请没办结",            { show: "list", state: "open" },                                         "the same, asked"],
  ["超期的",                      { show: "list", state: "overdue" },                                      "overdue, without the word for it"],
  ["有没有超期的申请",             { show: "list", state: "overdue" },                                      "the same, asked"],
  ["本周到期的申请",               { show: "list", due: { from: "2026-03-09", to: "2026-03-15" } },         "weeks begin on Monday"],
  ["下周到期的有哪些",             { show: "list", due: { from: "2026-03-16", to: "2026-03-22" } },         "the week after"],
  ["今天到期的申请",               { show: "list", due: { from: "2026-03-10", to: "2026-03-10" } },         "a day"],
  ["本月到期的申请",               { show: "list", due: { from: "2026-03-01", to: "2026-03-31" } },         "a month"],
  ["5天内到期的申请",              { show: "list", due: { from: "2026-03-10", to: "2026-03-15" } },         "some days ahead"],
  ["快到期的申请有哪些",           { show: "list", due: { from: "2026-03-10", to: "2026-03-17" } },         "soon is a week"],
  ["等申请人补正的申请",           { show: "list", waiting: "correction" },                                 "whose turn it is"],
  ["等第三方意见的",               { show: "list", waiting: "opinion" },                                    "the third party's turn"],
  ["等申请人的有哪些",             { show: "list", waiting: "applicant" },                                  "whatever he owes"],
  ["张三那件依申请公开，3月9日已答复，部分公开", undefined,                                    "a report"],
  ["都在等谁",                    { show: "list" },                                                        "everybody's turn"],
  ["王芳手上的申请",               { show: "list", handler: "王芳" },                                       "who handles it"],
  ["我手上的申请",                 { show: "list", handler: "我" },                                         "one's own"],
  ["在办的复议",                   { show: "list", kind: "review", state: "open" },                         "disputes too"],
  ["还有哪些行政诉讼没审结",        { show: "list", kind: "litigation", state: "open" },                     "lawsuits"],
  ["第12号到哪一步了",             { show: "course", which: { number: { year: null, number: 12 } } },       "one case"],
  ["2025-012什么情况",             { show: "course", which: { number: { year: 2025, number: 12 } } },       "by year and number"],
  ["张三那件什么时候到期",         { show: "course", which: { who: "张三" } },                              "by the applicant"],
  ["这件怎么算的",                 { show: "working", which: { last: true } },                              "the due day counted out"],
  ["为什么是那天",                 { show: "working", which: { last: true } },                              "the same"],
  ["第12号的期限怎么算出来的",      { show: "working", which: { number: { year: null, number: 12 } } },      "of one case"],
])("%s asks for %j: %s", (text, cases, _why) => {
  expect(asked(text)).toEqual(cases);
});

describe("what is no question about the register", () => {
  test.each([
    "许可怎么算",
    "今天许可办结5件",
    "3件申请超期了",
    "收到依申请公开3件，企业，邮寄",
    "谁还没报",
    "本月进度",
    "年报现在能出吗",
    "今年收到多少件申请",
    "口径怎么算的",
    "会议几点开始",
  ])("%s", (text) => {
    expect(asked(text)).toBeUndefined();
  });
});

test("申请台账 is its own file; 台账 alone stays the ledger", () => {
  expect(meant("导出申请台账")).toMatchObject({ act: "export", wants: { what: "cases" } });
  expect(meant("导出2025年依申请公开台账")).toMatchObject({ act: "export", wants: { what: "cases", period: "2025" } });
  expect(meant("导出台账")).toMatchObject({ act: "export", wants: { what: "ledger" } });
});
