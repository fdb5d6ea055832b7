import { describe, expect, test } from "vitest";
import { type CaseRehearsal, caseOffice } from "./case-rehearsal.contract.ts";

const TODAY = "2026-03-10";

const refusal = (talk: CaseRehearsal): string => {
  const refused = talk.last?.say.find((saying) => saying.say === "case-refused");
  return refused?.say === "case-refused" ? `${refused.says} ${refused.article}` : "";
};
const stands = (talk: CaseRehearsal) => {
  const found = talk.last?.say.find((saying) => saying.say === "case-stands");
  return found?.say === "case-stands" ? found.standing : undefined;
};

describe("steps of an application in plain words", () => {
  // biome-ignore format: the columns are the test
  test.each([
    ["补正通知书发了",                              "correction-asked 2026-03-10",      "today, where no day is said"],
    ["昨天给张三那件发了补正通知，限3月25日前补正",    "correction-asked 2026-03-09",      "its own day, beside the last day to correct"],
    ["3月9日要求他补正，15个工作日内补正",           "correction-asked 2026-03-09",      "a period in working days"],
    ["第1号已告知申请人补正",                        "correction-asked 2026-03-10",      "by its number"],
    ["第三方意见征求函发出了",                       "consultation-sent 2026-03-10",     "条例第三十二条"],
    ["3月6日向第三方发函征求意见了",                 "consultation-sent 2026-03-06",     "a day of its own"],
    ["第1号向市财政局征求意见，函已发出",            "consultation-sent 2026-03-10",     "条例第三十四条"],
    ["延期20个工作日，张局批的，已告知",             "extended 2026-03-10",              "approved and told"],
    ["第1号延长答复10个工作日，张局3月9日批的，已通知申请人", "extended 2026-03-10",      "the day of approval beside it"],
    ["第1号收费通知发了，按量，57页",                "fee-noticed 2026-03-10",           "the sum follows from the pages"],
    ["那件收费通知发了，按件，1500元",               "fee-noticed 2026-03-10",           "a sum that was said"],
    ["申请人撤回申请了",                            "other_misc 2026-03-10",            "计入（六）3.其他"],
    ["张三那件予以公开",                            "open 2026-03-10",                  "条例第三十六条"],
    ["第1号不予公开，商业秘密",                      "deny_third 2026-03-10",            "the exact row beside the group"],
    ["第1号我们没有这个信息",                        "unable_nothold 2026-03-10",        "plain words for a row"],
    ["2026-001部分公开，其余涉及个人隐私",           "partial 2026-03-10",               "区分处理 is one row"],
    ["刚才那件答复了，属于信访",                     "refuse_petition 2026-03-10",       "the one spoken of last"],
    ["个人那件3月9日答复，重复申请",                 "refuse_repeat 2026-03-09",         "by the kind of applicant"],
    ["3月4日收到的那件需要加工分析，无法提供",        "unable_create 2026-03-10",         "by the day it came in"],
  ])("%s → %s: %s", (text, step) => {
    const talk = caseOffice("张三");
    talk.tell(TODAY, text);
    expect(talk.steps).toEqual([`0001 ${step}`]);
    expect(talk.said).toContain("kept");
  });

  test("the whole way of an application, in messages of a few words", () => {
    const talk = caseOffice("张三");
    talk.tell("2026-03-06", "补正通知书发了，限3月20日前补正");
    expect(stands(talk)).toMatchObject({ due: null, waiting: { what: "correction", until: "2026-03-20" } });
    talk.tell("2026-03-16", "补正材料收到了");
    expect(stands(talk)).toMatchObject({ due: "2026-04-14" });
    talk.tell("2026-03-17", "第三方意见征求函发出了");
    talk.tell("2026-03-18", "第三方今天收到征求意见函");
    talk.tell("2026-03-26", "第三方答复不同意");
    expect(stands(talk)).toMatchObject({ due: "2026-04-23", waiting: { what: "answer" } });
    talk.tell("2026-04-20", "延期20个工作日，张局批的，已告知申请人");
    expect(stands(talk)).toMatchObject({ due: "2026-05-25" });
    talk.tell("2026-05-08", "第1号部分公开，其余是商业秘密");
    expect(stands(talk)?.outcome).toEqual({ row: "partial", hook: "条例第三十七条" });
    talk.tell("2026-05-09", "答复书邮寄送达了");
    expect(talk.steps).toEqual([
      "0001 correction-asked 2026-03-06",
      "0001 correction-received 2026-03-16",
      "0001 consultation-sent 2026-03-17",
      "0001 consultation-received 2026-03-18",
      "0001 consultation-returned 2026-03-26",
      "0001 extended 2026-04-20",
      "0001 partial 2026-05-08",
      "0001 served 2026-05-09",
    ]);
    const answer = [...talk.facts].find(({ fact }) => fact.kind === "application-answered")?.fact;
    expect(answer).toMatchObject({ withheld: ["deny_third"] });
  });

  test("two steps in one message are two records of one case", () => {
    const talk = caseOffice("张三");
    talk.tell("2026-03-06", "第三方意见征求函发出了");
    talk.tell("2026-03-20", "第三方同意公开，第1号予以公开");
    expect(talk.steps.slice(1)).toEqual(["0001 consultation-returned 2026-03-20", "0001 open 2026-03-20"]);
    expect(talk.said).toEqual(["kept", "case-stands"]);
  });

  test("the silence of a third party ends its term and says who decides", () => {
    const talk = caseOffice("张三");
    talk.tell("2026-03-05", "第三方意见征求函发出了");
    talk.tell("2026-03-06", "第三方今天签收了征求意见函");
    talk.tell("2026-03-20", "第三方逾期未答复");
    expect(refusal(talk)).toBe("对方自收到之日起有15个工作日，到 2026-03-27 为止，现在还不能认定逾期。 条例第三十二条");
    talk.tell("2026-03-27", "第三方逾期未答复");
    expect(stands(talk)?.notes).toEqual([
      { article: "条例第三十二条", says: "第三方逾期未提出意见，由本机关决定是否公开。" },
    ]);
  });

  test("the unpaid path: notice, twenty working days, then closed as 逾期未缴费", () => {
    const talk = caseOffice("张三");
    talk.tell(TODAY, "第1号收费通知发了，按量，57页");
    expect([...talk.facts].at(-1)?.fact).toMatchObject({ mode: "per-page", count: 57, amount: 27_000 });
    talk.tell("2026-04-08", "第1号逾期未缴费，不再处理");
    expect(refusal(talk)).toBe(
      "缴费期限到 2026-04-08，还没有逾期。 国办函〔2020〕109号《政府信息公开信息处理费管理办法》",
    );
    talk.tell("2026-04-09", "第1号逾期未缴费，不再处理");
    expect(talk.steps.at(-1)).toBe("0001 other_nofee 2026-04-09");
  });

  test("a payment starts the term anew; a sum that does not fit the pages is minded", () => {
    const talk = caseOffice("张三");
    talk.tell(TODAY, "第1号收费通知发了，按量，57页，300元");
    expect(stands(talk)?.notes.map(({ says }) => says)).toEqual(["按量57页应收270元，通知写的是300元，请核对。"]);
    talk.tell("2026-03-16", "第1号费用交清了");
    expect(stands(talk)).toMatchObject({ due: "2026-04-14" });
  });
});

describe("what the law does not allow is refused with its reason and article", () => {
  // biome-ignore format: the columns are the test
  test.each([
    [["补正通知书发了"],            "第1号又发了补正通知书",                 "补正只能一次性告知，2026-03-10 已经告知过，不能再次要求补正。 条例第三十条"],
    [[],                          "第1号补正材料收到了",                   "还没有要求过补正，请先记补正告知。 条例第三十条"],
    [[],                          "第1号延期20个工作日",                   "延长答复要经政府信息公开工作机构负责人同意，请连同谁批的一起说。 条例第三十三条第二款"],
    [[],                          "第1号延期20个工作日，张局批了",          "延长答复要告知申请人，请告知以后再记，并说明哪天告知的。 条例第三十三条第二款"],
    [[],                          "第1号延期30个工作日，张局批的，已告知",   "延长的期限最长20个工作日，不能延长30个。 条例第三十三条第二款"],
    [[],                          "第1号3月2日答复，予以公开",              "申请 2026-03-04 才收到，答复日期不能更早。 条例第三十三条第二款"],
    [["第1号予以公开"],            "第1号补正通知书发了",                   "这件申请 2026-03-10 已经办结，要继续办理请先记重新办理。 条例第三十三条"],
    [[],                          "第1号答复书送达了",                     "这件申请还没有答复，请先记答复结果。 国办公开办函〔2016〕235号"],
    [[],                          "第1号逾期不补正，结案",                 "没有要求过补正，不能按逾期不补正结案。 条例第三十条"],
    [[],                          "第1号补正后还是不明确，无法提供",        "“补正后申请内容仍不明确”要先有补正；申请人没有补正的，按逾期不补正结案。 条例第三十条"],
    [[],                          "第1号收费通知发了",                     "收费通知要写明按件还是按量、收多少元。 条例第四十二条、国办函〔2020〕109号《政府信息公开信息处理费管理办法》"],
  ])("after %j: %s → %s", (before, text, says) => {
    const talk = caseOffice("张三");
    for (const each of before) talk.tell(TODAY, each);
    const { length } = talk.steps;
    expect(talk.tell(TODAY, text).act).toBe("ask");
    expect(refusal(talk)).toBe(says);
    expect(talk.steps).toHaveLength(length);
  });

  test.each([
    "第1号准备延期",
    "第1号还没补正",
    "第1号明天送达",
    "第1号下周征求第三方意见",
    "是不是给第1号发了补正通知",
  ])("%s has not happened and writes nothing", (text) => {
    const talk = caseOffice("张三");
    talk.tell(TODAY, text);
    expect(talk.steps).toEqual([]);
  });
});

describe("an answer known only roughly", () => {
  test("is kept at once and its row asked; until placed it stays the group", () => {
    const talk = caseOffice("张三");
    talk.tell(TODAY, "第1号不予公开");
    expect(talk.said).toEqual(["kept", "case-stands", "ask result-row"]);
    expect(talk.steps).toEqual(["0001 denied 2026-03-10"]);
    talk.tell(TODAY, "商业秘密");
    expect(talk.steps).toEqual(["0001 deny_third 2026-03-10"]);
  });

  test("plain words name the row as well as its label does", () => {
    const talk = caseOffice("张三");
    talk.tell(TODAY, "第1号无法提供");
    expect(talk.said).toContain("ask result-row");
    talk.tell(TODAY, "我们没有这个信息");
    expect(talk.steps).toEqual(["0001 unable_nothold 2026-03-10"]);
  });

  test("words of an answer alone, after a step of a case, ask whether it is that one's", () => {
    const talk = caseOffice("张三", "李四");
    talk.tell(TODAY, "第2号补正通知书发了");
    talk.tell(TODAY, "我们没有这个信息");
    expect(talk.said).toEqual(["ask which-case"]);
    expect(talk.steps).toHaveLength(1);
    talk.tell(TODAY, "第2号");
    expect(talk.steps.at(-1)).toBe("0002 unable_nothold 2026-03-10");
  });

  test("a row that the case's own steps forbid is refused when it is chosen", () => {
    const talk = caseOffice("张三");
    talk.tell(TODAY, "第1号无法提供");
    talk.tell(TODAY, "补正后申请内容仍不明确");
    expect(talk.said).toContain("case-refused");
    expect(talk.steps).toEqual(["0001 unavailable 2026-03-10"]);
  });

  test("答复了 alone asks how, and writes nothing until it is said", () => {
    const talk = caseOffice("张三");
    talk.tell(TODAY, "第1号答复了");
    expect(talk.said).toEqual(["ask which-outcome"]);
    expect(talk.steps).toEqual([]);
    talk.tell(TODAY, "部分公开");
    expect(talk.steps).toEqual(["0001 partial 2026-03-10"]);
  });

  test("plain words answer the question how, too", () => {
    const talk = caseOffice("张三");
    talk.tell(TODAY, "第1号答复了");
    talk.tell(TODAY, "本机关不掌握");
    expect(talk.steps).toEqual(["0001 unable_nothold 2026-03-10"]);
  });

  test("a topic that may be a reason is no answer by itself", () => {
    const talk = caseOffice("张三");
    talk.tell(TODAY, "第1号申请人投诉了");
    expect(talk.said).toEqual(["ask which-outcome"]);
    talk.tell(TODAY, "都不是");
    expect(talk.steps).toEqual([]);
  });
});

test("a second answer to one application is never a second row: it is asked whether the first is to be changed", () => {
  const talk = caseOffice("张三");
  talk.tell(TODAY, "第1号予以公开");
  talk.tell(TODAY, "第1号不予公开，商业秘密");
  expect(talk.said).toEqual(["ask which-record"]);
  expect(talk.steps).toEqual(["0001 open 2026-03-10"]);
  talk.tell(TODAY, "是");
  expect(talk.steps).toEqual(["0001 deny_third 2026-03-10"]);
});

test("补正了 asks who corrected what, and the clock follows the answer", () => {
  for (const [reply, step] of [
    ["我们发的补正通知", "correction-asked"],
    ["发了补正通知书", "correction-asked"],
  ] as const) {
    const talk = caseOffice("张三");
    talk.tell(TODAY, "张三那件补正了");
    expect(talk.said).toEqual(["ask which-step"]);
    talk.tell(TODAY, reply);
    expect(talk.steps).toEqual([`0001 ${step} 2026-03-10`]);
  }
});

test("a step told anew is not brought back beside itself", () => {
  const talk = caseOffice("张三");
  talk.tell("2026-03-05", "补正通知书发了，限3月20日前补正");
  talk.tell("2026-03-09", "补正材料收到了");
  talk.tell("2026-03-09", "撤销");
  talk.tell(TODAY, "第1号补正材料3月6日收到了");
  talk.tell(TODAY, "恢复");
  expect(talk.said).toEqual(["case-refused"]);
  expect(talk.steps).toEqual(["0001 correction-asked 2026-03-05", "0001 correction-received 2026-03-06"]);
});

test("an undone step does not stand, and the case can be told of again", () => {
  const talk = caseOffice("张三");
  talk.tell(TODAY, "第1号予以公开");
  talk.tell(TODAY, "撤销");
  expect(talk.steps).toEqual([]);
  talk.tell(TODAY, "第1号部分公开");
  expect(talk.steps).toEqual(["0001 partial 2026-03-10"]);
});
