import { casesOf, Office, STATE_CALENDAR, type Statement, standingFacts } from "@gongkai/schema";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
import { renderRegisters } from "../render/xlsx/render-registers.ts";
import { caseRegisters } from "./case-register.ts";

const office = Office.parse({ key: "demo", name: "示例市商务局", sections: [{ key: "law", label: "法规科" }] });
const step = (step: string, on: string, more: object = {}) =>
  ({ kind: "application-step", case: "A-2025-0001", step, on, days: null, ...more }) as Statement; // the union is checked at the door

function registers(year: number, today = "2025-07-01") {
  const ledger = new TestLedger();
  const opened = (number: number, receivedOn: string) =>
    ledger.tell({
      kind: "application-opened",
      case: `A-${receivedOn.slice(0, 4)}-000${number}`,
      applicant: "biz",
      via: "online",
      receivedOn,
    });
  opened(1, "2025-03-04");
  ledger.tell(step("correction-asked", "2025-03-05", { until: "2025-03-14" }));
  ledger.tell(step("correction-received", "2025-03-10"));
  ledger.tell(step("consultation-sent", "2025-03-11"));
  ledger.tell(step("consultation-returned", "2025-03-18", { opinion: "objects" }));
  ledger.tell(step("extended", "2025-04-10", { days: 20, approvedOn: "2025-04-09" }));
  ledger.tell({ kind: "application-answered", case: "A-2025-0001", outcome: "deny_third", on: "2025-04-28" });
  ledger.tell(step("served", "2025-04-29", { how: "post" }));
  opened(2, "2025-06-03");
  ledger.tell({ kind: "review-opened", case: "R-2025-0001", against: "A-2025-0001", receivedOn: "2025-05-20" });
  ledger.tell({
    kind: "dispute-decided",
    case: "R-2025-0001",
    result: "corrected",
    on: "2025-07-01",
    decision: "责令重新答复",
  });
  const standing = standingFacts(ledger);
  const cases = [...casesOf([...standing].map(({ fact }) => fact)).values()];
  const people = new Map([["zhang", "张敏"]]);
  return caseRegisters({ cases, standing, office, people, year, today, calendar: STATE_CALENDAR });
}

test("an application is one row with all that moved its clock", () => {
  const [applications] = registers(2025);
  expect(applications?.rows[0]).toEqual([
    "2025年第1件",
    "2025-03-04",
    "商业企业",
    "网上提交",
    "法规科",
    "张敏",
    "已答复",
    "",
    "2025-05-15",
    null,
    "2025-03-10",
    "1封",
    20,
    null,
    "保护第三方合法权益",
    "条例第十五条、第三十二条",
    "2025-04-28",
    "2025-04-29 邮政寄送",
    "",
  ]);
});

test("an open one says whose turn it is and how many working days are left; one that ran out says so", () => {
  const row = (today: string) => registers(2025, today)[0]?.rows[1];
  expect(row("2025-06-20")?.slice(6, 10)).toEqual(["在办", "等本机关答复", "2025-07-01", 7]);
  expect(row("2025-07-03")?.at(9)).toBe(-2);
  expect(row("2025-07-03")?.at(-1)).toBe("超期");
});

test("every step is a row, case by case in the order of the days", () => {
  const [, steps] = registers(2025);
  expect(steps?.rows.map(([label, on, what]) => `${label} ${on} ${what}`)).toEqual([
    "申请2025年第1件 2025-03-04 收到申请（商业企业）",
    "申请2025年第1件 2025-03-05 告知补正，期限到2025-03-14",
    "申请2025年第1件 2025-03-10 收到补正",
    "申请2025年第1件 2025-03-11 发函征求第三方意见",
    "申请2025年第1件 2025-03-18 征求意见结果：不同意",
    "申请2025年第1件 2025-04-10 延长答复20个工作日，2025-04-09批准",
    "申请2025年第1件 2025-04-28 答复：保护第三方合法权益",
    "申请2025年第1件 2025-04-29 送达答复，邮政寄送",
    "申请2025年第2件 2025-06-03 收到申请（商业企业）",
    "行政复议2025年第1件 2025-05-20 收到行政复议",
    "行政复议2025年第1件 2025-07-01 结案：责令重新答复（结果纠正）",
  ]);
});

test("a dispute names the application it attacks, its decision and its column of table 四", () => {
  expect(registers(2025)[2]?.rows).toEqual([
    [
      "行政复议",
      "2025年第1件",
      "2025-05-20",
      "2025年第1件",
      "行政复议",
      "是",
      "责令重新答复",
      "结果纠正",
      "2025-07-01",
      "张敏",
    ],
  ]);
});

test("a year lists what came in and what was carried into it, and nothing of other years", () => {
  expect(registers(2026)[0]?.rows.map(([number]) => number)).toEqual(["2025年第2件"]);
  expect(registers(2024).map(({ rows }) => rows.length)).toEqual([0, 0, 0]);
});

test("the file opens as a workbook of three lists", async () => {
  const bytes = await renderRegisters(
    { title: "示例市商务局2025年政府信息公开申请", organ: office.name, registers: registers(2025) },
    { at: "2025-07-01T10:00:00+08:00" },
  );
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(["申请台账", "办理步骤", "复议诉讼"]);
});
