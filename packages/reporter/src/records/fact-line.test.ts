import { catalogueOf, type Fact, Office } from "@gongkai/schema";
import { expect, test } from "vitest";
import { factLine } from "./fact-line.ts";

const office = Office.parse({ key: "demo", name: "示例市商务局", sections: [{ key: "law", label: "法规科" }] });
const say = (fact: Fact) => {
  const { what, quantity, unit } = factLine(fact, catalogueOf(office));
  return [what, quantity, unit];
};
const step = (step: string, more: object = {}) =>
  ({ kind: "application-step", case: "A-2025-0003", step, on: "2025-03-04", days: null, ...more }) as Fact; // the union is checked at the door

// biome-ignore format: the columns are the test
test.each<[Fact, readonly unknown[], string]>([
  [{ kind: "figure-reported", indicator: "newmedia.post", quantity: 3, period: "2025-03", channel: "wechat", outcome: null }, ["新媒体发布（微信公众号）", 3, "条"], "with its channel"],
  [{ kind: "figure-reported", indicator: "fee.collected", quantity: 12_500_001, period: "2025-03", channel: null, outcome: null }, ["行政事业性收费", 12.500001, "万元"], "fen in 万元"],
  [{ kind: "figure-reported", indicator: "own.gone", quantity: 3, period: "2025-03", channel: null, outcome: null }, ["已停用的指标", 3, ""], "an indicator taken out of the settings"],
  [{ kind: "nil-attested", indicator: "penalty.decided", period: "2025-03" }, ["行政处罚", 0, "件"], "a nil is a 0"],
  [{ kind: "cell-counted", cell: "t4.review.upheld", quantity: 2, period: "2025-03" }, ["表四 行政复议 结果维持", 2, "件"], "typed into a cell"],
  [{ kind: "application-opened", case: "A-2025-0003", applicant: "npo", via: null, receivedOn: "2025-03-04" }, ["收到政府信息公开申请（2025年第3件，社会公益组织）", 1, "件"], "the kind, never the name"],
  [{ kind: "application-opened", case: "A-2025-0003", applicant: null, via: null, receivedOn: "2025-03-04" }, ["收到政府信息公开申请（2025年第3件，申请人类型待补）", 1, "件"], "the kind not yet known"],
  [{ kind: "application-answered", case: "A-2025-0003", outcome: "deny_third", on: "2025-03-04" }, ["答复政府信息公开申请（2025年第3件）：保护第三方合法权益", 1, "件"], "the row of table 三"],
  [{ kind: "application-answered", case: "A-2025-0003", outcome: "denied", on: "2025-03-04" }, ["答复政府信息公开申请（2025年第3件）：不予公开", 1, "件"], "only the group is known"],
  [step("fee-noticed", { amount: 27_000 }), ["政府信息公开申请（2025年第3件）：发出收费通知", 270, "元"], "a notice states a sum"],
  [step("served"), ["政府信息公开申请（2025年第3件）：送达答复", null, ""], "other steps state no number"],
  [{ kind: "dispute-decided", case: "L-2025-0001", result: "corrected", on: "2025-03-04" }, ["行政诉讼审结（2025年第1件）：结果纠正", 1, "件"], "a lawsuit"],
  [{ kind: "text-stored", year: 2025, key: "五", text: "存在的问题" }, ["存入2025年年报“五”的文字", null, ""], "the text itself is not listed"],
  [{ kind: "figure-published", year: 2024, figure: "t2.fee.amount", quantity: 12_500_000 }, ["2024年年报已公布：表二 行政事业性收费", 12.5, "万元"], "an opening balance"],
])("%j", (fact, line, why) => {
  expect(say(fact), why).toEqual(line);
});
