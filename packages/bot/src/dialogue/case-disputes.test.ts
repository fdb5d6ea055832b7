import { describe, expect, test } from "vitest";
import { decisionIn } from "./case-disputes.ts";
import { CaseRehearsal } from "./case-rehearsal.contract.ts";
import { record } from "./rehearsal.contract.ts";

const TODAY = "2026-06-01";

/** One application, answered. */
function office(): CaseRehearsal {
  const talk = new CaseRehearsal();
  const received = {
    indicator: "application.received",
    applicant: "nat",
    via: "online",
    period: "2026-03-04",
  } as const;
  talk.hear(record(received), { text: "收到依申请公开1件", now: "2026-03-04T09:00:00+08:00" });
  talk.tell("2026-03-20", "第1号予以公开");
  return talk;
}
const disputes = (talk: CaseRehearsal) =>
  [...talk.facts].map(({ fact }) => fact).filter(({ kind }) => /^(?:review|litigation|dispute)/.test(kind));

describe("a dispute stands beside the application it attacks", () => {
  // biome-ignore format: the columns are the test
  test.each([
    ["第1号申请人申请行政复议了",                 { kind: "review-opened", case: "R-2026-0001", against: "A-2026-0001", receivedOn: TODAY }],
    ["5月28日收到行政复议1件，针对第1号",          { kind: "review-opened", case: "R-2026-0001", against: "A-2026-0001", receivedOn: "2026-05-28" }],
    ["第1号被起诉了，未经复议直接起诉，我们是原行为机关", { kind: "litigation-opened", against: "A-2026-0001", route: "direct", original: true }],
    ["第1号被起诉了，复议后起诉，我们是复议机关",   { kind: "litigation-opened", against: "A-2026-0001", route: "after", original: false }],
  ])("%s", (text, fact) => {
    const talk = office();
    talk.tell(TODAY, text);
    expect(disputes(talk)).toMatchObject([fact]);
    expect(talk.said[0]).toBe("kept");
  });

  test("what table 四 needs and was not said is asked, the likely side first", () => {
    const talk = office();
    talk.tell("2026-04-01", "第1号申请人申请行政复议了");
    talk.tell("2026-05-20", "复议维持了");
    talk.tell(TODAY, "第1号被起诉了");
    expect(talk.said).toEqual(["kept", "ask lawsuit-route"]);
    expect(talk.last?.say.at(-1)).toMatchObject({ question: { options: [{ key: "after" }, { key: "direct" }, {}] } });
    talk.tell(TODAY, "复议后起诉");
    expect(talk.said).toEqual(["corrected", "ask lawsuit-original"]);
    talk.tell(TODAY, "是");
    expect(disputes(talk).at(-1)).toMatchObject({ route: "after", original: true });
  });

  test("a direct lawsuit about a refusal is kept and minded: a reconsideration comes first since 2024", () => {
    const talk = office();
    talk.tell(TODAY, "第1号被起诉了，未经复议直接起诉，我们是原行为机关");
    const stands = talk.last?.say.find((saying) => saying.say === "case-stands");
    expect(stands).toMatchObject({
      standing: { notes: [{ article: "行政复议法第二十三条第一款第（三）项、第（四）项" }] },
    });
  });
});

describe("a decision has a column of table 四", () => {
  // biome-ignore format: the columns are the test
  test.each([
    ["复议维持了",                 "upheld",    "维持"],
    ["行政复议维持",               "upheld",    "维持"],
    ["复议决定责令重新答复",        "corrected", "责令重新答复"],
    ["复议决定部分撤销",           "corrected", "部分撤销"],
    ["第1号的复议确认程序违法",     "corrected", "确认程序违法"],
    ["复议驳回复议请求了",         "other",     "驳回复议请求"],
    ["复议终止了，申请人撤回",      "other",     "终止"],
  ])("%s → %s", (text, result, decision) => {
    const talk = office();
    talk.tell("2026-04-01", "第1号申请人申请行政复议了");
    talk.tell(TODAY, text);
    expect(disputes(talk).at(-1)).toMatchObject({ kind: "dispute-decided", case: "R-2026-0001", result, decision });
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["法院判决驳回诉讼请求",        "upheld",    "驳回诉讼请求"],
    ["一审判决撤销",               "corrected", "撤销"],
    ["法院裁定准予撤诉",           "other",     "撤诉"],
    ["法院裁定驳回起诉",           "other",     "驳回起诉"],
  ])("%s → %s", (text, result, decision) => {
    const talk = office();
    talk.tell("2026-04-01", "第1号被起诉了，复议后起诉，我们是原行为机关");
    talk.tell(TODAY, text);
    expect(disputes(talk).at(-1)).toMatchObject({ kind: "dispute-decided", case: "L-2026-0001", result, decision });
  });

  test("one the office's table does not have is asked", () => {
    const talk = office();
    talk.tell("2026-04-01", "第1号申请人申请行政复议了");
    talk.tell(TODAY, "复议结果是纠正了");
    expect(talk.said).toEqual(["ask which-decision"]);
    talk.tell(TODAY, "结果纠正");
    expect(disputes(talk).at(-1)).toMatchObject({ result: "corrected" });
  });

  test("the office's own reading of a decision goes before the built-in one", () => {
    const decisions = { review: { 驳回复议请求: "upheld", 责令限期答复: "corrected" }, litigation: {} } as const;
    expect(decisionIn({ decisions }, "review", "复议驳回复议请求了")?.result).toBe("upheld");
    expect(decisionIn({ decisions }, "review", "复议责令限期答复")?.result).toBe("corrected");
  });

  test("a second decision on a reconsideration is refused; on a lawsuit it is the second instance", () => {
    const talk = office();
    talk.tell("2026-04-01", "第1号申请人申请行政复议了");
    talk.tell("2026-05-20", "复议维持了");
    talk.tell(TODAY, "复议第1号责令重新答复");
    expect(talk.said).toEqual(["case-refused"]);
    talk.tell("2026-06-02", "第1号被起诉了，复议后起诉，我们是原行为机关");
    talk.tell("2026-07-20", "一审判决驳回诉讼请求");
    talk.tell("2026-08-20", "二审判决撤销");
    expect(disputes(talk).filter(({ kind }) => kind === "dispute-decided")).toMatchObject([
      { case: "R-2026-0001", result: "upheld" },
      { case: "L-2026-0001", result: "upheld" },
      { case: "L-2026-0001", result: "corrected" },
    ]);
  });
});

test("the answer that a reconsideration undid is taken up anew, with its whole term", () => {
  const talk = office();
  talk.tell("2026-04-01", "第1号申请人申请行政复议了");
  talk.tell("2026-05-20", "复议决定责令重新答复");
  talk.tell("2026-05-21", "第1号重新办理");
  expect([...talk.facts].at(-1)?.fact).toMatchObject({ step: "reopened", because: "R-2026-0001" });
  expect(talk.last?.say.find((saying) => saying.say === "case-stands")).toMatchObject({
    standing: { due: "2026-06-18" },
  });
});
