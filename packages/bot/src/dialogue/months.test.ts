import { describe, expect, test } from "vitest";
import { chat, type PersonId, Rehearsal, record, target } from "./rehearsal.contract.ts";

const PERMIT_IN_MARCH = { indicator: "permit.decided", quantity: 12, period: "2026-03-20" } as const;
const april = { now: "2026-04-08T09:00:00+08:00" } as const;

describe("closing", () => {
  // biome-ignore format: the columns are the test
  test.each<[string, PersonId, string, string]>([
    ["3月结账",              "clerk", "month-closed-now", "the disclosure office closes"],
    ["把3月的账结清",        "clerk", "month-closed-now", "said otherwise"],
    ["三月份可以关账了",     "clerk", "month-closed-now", "said otherwise"],
    ["上个月结账",           "clerk", "month-closed-now", "said in April"],
    ["5月结账",              "clerk", "month-closed-now", "the latest May is last year's"],
    ["3月结账",              "wang",  "not-allowed",      "staff do not close"],
    ["3月结账",              "chief", "not-allowed",      "nor do leaders"],
  ])("%s by %s: %s (%s)", (text, by, said, _why) => {
    const talk = new Rehearsal();
    talk.hear(chat, { text, by, ...april });
    expect(talk.said).toEqual([said]);
  });

  const closed = () => {
    const talk = new Rehearsal();
    talk.hear(record({ ...PERMIT_IN_MARCH, quantity: 3 }), { text: "许可3件", now: "2026-03-20T09:00:00+08:00" });
    talk.hear(chat, { text: "3月结账", by: "clerk", ...april });
    return talk;
  };

  test("a late fact of staff is not written, and the disclosure office is told", () => {
    const talk = closed();
    const stepped = talk.hear(record(PERMIT_IN_MARCH), { text: "3月20日许可12件", ...april });
    expect(talk.said).toEqual(["month-closed"]);
    expect(stepped.plans).toEqual([{ do: "tell-clerks", month: "2026-03", text: "" }]);
    expect(talk.standing).toHaveLength(1);
  });

  test("the clerk's late fact waits for a reason, which reopens the month", () => {
    const talk = closed();
    talk.hear(record(PERMIT_IN_MARCH), { text: "3月20日许可12件", by: "clerk", ...april });
    expect(talk.said).toEqual(["ask reopening"]);
    talk.hear(chat, { text: "审批科漏报了一批", by: "clerk", ...april });
    expect(talk.said).toEqual(["kept", "month-reopened"]);
    expect([...talk.closed]).toEqual([]);
    expect(talk.standing).toHaveLength(2);
  });

  test("without a reason nothing is opened", () => {
    const talk = closed();
    talk.hear(record(PERMIT_IN_MARCH), { text: "3月20日许可12件", by: "clerk", ...april });
    talk.hear(chat, { text: "算了", by: "clerk", ...april });
    expect([...talk.closed]).toEqual(["2026-03"]);
    expect(talk.standing).toHaveLength(1);
  });

  test("nothing of a closed month is corrected or taken back", () => {
    const talk = closed();
    talk.hear(
      {
        act: "correct",
        target: target({ indicator: "permit.decided", period: "2026-03-20" }),
        set: { quantity: 4 },
      },
      { text: "改成4件", ...april },
    );
    expect(talk.said).toEqual(["month-closed"]);
    talk.hear(
      { act: "undo", target: target({ indicator: "permit.decided", period: "2026-03-20" }), redo: false },
      { text: "撤销", ...april },
    );
    expect(talk.said).toEqual(["month-closed"]);
    expect(talk.standing).toEqual(["permit.decided 3 2026-03-20"]);
  });

  test("打开3月 without a reason asks for one", () => {
    const talk = closed();
    talk.hear(chat, { text: "打开3月", by: "clerk", ...april });
    expect(talk.said).toEqual(["ask reopening"]);
    expect([...talk.closed]).toEqual(["2026-03"]);
    talk.hear(chat, { text: "审批科漏报了一批", by: "clerk", ...april });
    expect(talk.said).toEqual(["month-reopened"]);
    expect([...talk.closed]).toEqual([]);
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["3月重新打开",      "ask reopening",   "the month first"],
    ["把3月打开",        "ask reopening",   ""],
    ["请打开三月份的账",  "ask reopening",   ""],
    ["打开2月",          "month-as-it-is",  "it is not closed"],
  ])("%s: %s %s", (text, said) => {
    const talk = closed();
    talk.hear(chat, { text, by: "clerk", ...april });
    expect(talk.said).toEqual([said]);
  });

  test("two late facts of one month wait for one reason, and are told in one message", () => {
    const talk = closed();
    const two = record(PERMIT_IN_MARCH, { ...PERMIT_IN_MARCH, indicator: "penalty.decided", period: "2026-03-21" });
    const told = talk.hear(two, { text: "两件", by: "wang", ...april });
    expect(talk.said).toEqual(["month-closed"]);
    expect(told.plans).toHaveLength(1);
    talk.hear(two, { text: "两件", by: "clerk", ...april });
    expect(talk.said).toEqual(["ask reopening"]);
    talk.hear(chat, { text: "法规科漏报了", by: "clerk", ...april });
    expect(talk.standing).toHaveLength(3);
    expect(talk.talkOf("clerk").pending).toEqual([]);
  });

  test("a month somebody else has opened since needs no second reason", () => {
    const talk = closed();
    talk.hear(record(PERMIT_IN_MARCH), { text: "3月20日许可12件", by: "clerk", ...april });
    talk.closed.delete("2026-03");
    talk.hear(chat, { text: "审批科漏报", by: "clerk", ...april });
    expect(talk.said).toEqual(["kept"]);
  });

  test("打开3月，原因是… opens it at once", () => {
    const talk = closed();
    talk.hear(chat, { text: "打开3月，原因是漏报", by: "clerk", ...april });
    expect(talk.said).toEqual(["month-reopened"]);
    expect([...talk.closed]).toEqual([]);
  });
});

describe("都不是, when the answer belongs to none of the cases shown", () => {
  const asked = (by: PersonId) => {
    const talk = new Rehearsal();
    for (const who of ["张三", "李四"]) {
      talk.hear(record({ indicator: "application.received", applicant: "nat", via: "online", who }), { text: who, by });
    }
    talk.hear(record({ indicator: "application.outcome", outcome: "granted" }), { text: "申请予以公开1件", by });
    expect(talk.said).toEqual(["ask which-case"]);
    return talk;
  };

  test("is kept as a count of its own while the month is open", () => {
    const talk = asked("wang");
    talk.hear(chat, { text: "都不是" });
    expect(talk.said).toEqual(["kept"]);
    expect(talk.standing.at(-1)).toBe("application.outcome 1 2026-03-04 granted");
  });

  // biome-ignore format: the columns are the test
  test.each<readonly [PersonId, string]>([
    ["wang",  "month-closed"],
    ["clerk", "ask reopening"],
  ])("is not written by %s into a month closed meanwhile: %s", (by, said) => {
    const talk = asked(by);
    const before = talk.standing;
    talk.closed.add("2026-03");
    talk.hear(chat, { text: "都不是", by });
    expect(talk.said).toEqual([said]);
    expect(talk.standing).toEqual(before);
  });
});

describe("本月无", () => {
  const end = { now: "2026-03-31T16:00:00+08:00" } as const;

  test("everything countable still open of the section is 0, by name; readings are not", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "training.held", quantity: 1, period: "2026-03-10" }), { text: "培训1次", ...end });
    talk.hear(chat, { text: "本月无", ...end });
    expect(talk.standing).toEqual([
      "training.held 1 2026-03-10",
      "inspection.held 0 2026-03",
      "publicity.interview 0 2026-03",
    ]);
    expect([...talk.facts].at(-1)?.record.by).toBe("wang");
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["3月无",               3, "the month by its number"],
    ["这个月没有",           3, ""],
    ["3月份零报告",          3, ""],
    ["本月我们科没有可报的",  3, ""],
    ["上个月无",             3, "February, still open"],
    ["无",                  0, "a bare 无 names no month"],
    ["本月许可无",           0, "that is one indicator's zero, the parser's business"],
  ])("%s → %i zeros %s", (text, zeros) => {
    const talk = new Rehearsal();
    talk.hear(chat, { text, ...end });
    expect(talk.standing).toHaveLength(zeros);
  });

  test("while the month is young it is read back first", () => {
    const talk = new Rehearsal();
    talk.hear(chat, { text: "本月无" });
    expect(talk.said).toEqual(["ask card"]);
    talk.hear(chat, { text: "确认" });
    expect(talk.standing).toHaveLength(3);
  });

  test("all of it can be taken back at once", () => {
    const talk = new Rehearsal();
    talk.hear(chat, { text: "本月无", ...end });
    talk.hear({ act: "undo", target: target(), redo: false }, { text: "撤销", ...end });
    talk.hear(chat, { text: "全部撤销", ...end });
    expect(talk.standing).toEqual([]);
  });

  test("a leader does not attest for a section", () => {
    const talk = new Rehearsal();
    talk.hear(chat, { text: "本月无", by: "chief", ...end });
    expect(talk.said).toEqual(["not-allowed"]);
  });
});
