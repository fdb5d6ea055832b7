import { FIGURE_IDS, Office } from "@gongkai/schema";
import { describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../test/support/a-ledger.ts";
import { compileReport, documentOf, isDraft } from "./compile-report.ts";
import { compiledJson } from "./compiled-json.ts";
import { isFigureRun } from "./document/block.ts";

const office = Office.parse({
  key: "demo",
  name: "示例市商务局",
  selfName: "我局",
  sections: [{ key: "law", label: "法规科", reports: ["penalty.decided"] }],
});

/** One year of a small office in which every table figure has been stated. */
function quietYear(): TestLedger {
  const ledger = new TestLedger();
  ledger.figure("disclosure.policy_interpretation", 288, "2025-03-04");
  ledger.figure("gauge.site_visits", 498_243, "2025-05");
  ledger.figure("newmedia.post", 540, "2025-05-01", { channel: "wechat" });
  ledger.figure("gauge.weibo_followers", 9934, "2025-12-31");
  ledger.figure("gauge.wechat_followers", 36_243, "2025-12-31");
  ledger.figure("info.reviewed", 288, "2025-05-01");
  ledger.figure("permit.decided", 215, "2025-05-01");
  ledger.figure("fee.collected", 72_701_257_800, "2025-05-01");
  ledger.nil("coercion.decided", "2025");
  for (let month = 1; month <= 12; month += 1) ledger.nil("penalty.decided", `2025-${String(month).padStart(2, "0")}`);
  for (const key of ["info.incident", "fee.information", "doc.normative_made", "doc.normative_repealed"])
    ledger.nil(key, "2025");
  ledger.figure("doc.normative_valid", 0, "2025");
  ledger.tell({ kind: "text-stored", year: 2025, key: "五", text: "信息更新不够及时。\n下一步将按月检查并通报。" });
  return ledger;
}

const compiled = (ledger: TestLedger, asOf?: string) =>
  compileReport({ records: ledger, office, year: 2025, ...(asOf && { asOf }) });

test("the command's JSON holds every figure, in the printed unit, with contributions that add up to it", () => {
  const { organ, year, figures } = compiledJson(compiled(quietYear()));
  expect([organ, year, Object.keys(figures)]).toEqual(["示例市商务局", 2025, FIGURE_IDS]);
  expect(figures["t2.fee.amount"]?.value).toBe(72_701.2578);
  expect(figures["t3.new.nat"]).toEqual({ value: 0, contributions: [], gaps: [] });
  for (const [id, { value, contributions }] of Object.entries(figures))
    expect(
      contributions.reduce((sum, { amount }) => sum + amount, 0),
      id,
    ).toBeCloseTo(value ?? 0, 6);
});

test("every number in the text is bound to its figure and printed as the figure says", () => {
  const { blocks, figures } = compiled(quietYear());
  const runs = blocks.flatMap((block) => (block.kind === "paragraph" ? block.runs : [])).filter(isFigureRun);
  expect(runs.map(({ figure, text }) => [figure, text])).toContainEqual(["s1.site_visits", "498243"]);
  for (const { figure, value } of runs) expect(value).toBe(figures.at(figure).value);
});

test("a year in which everything was stated is no draft; a month left out makes it one", () => {
  const complete = compiled(quietYear());
  expect(complete.findings.filter(({ verdict }) => verdict === "必改")).toEqual([]);
  expect(isDraft(complete)).toBe(false);

  const ledger = new TestLedger();
  ledger.nil("penalty.decided", "2025-01");
  const report = compiled(ledger);
  expect(isDraft(report)).toBe(true);
  expect(report.findings.find(({ rule }) => rule === "L-GAP")?.says).toContain("法规科还没有报 2025年2月、3月");
  expect(documentOf(report, { draft: true })).toMatchObject({ organ: "示例市商务局", year: 2025, draft: true });
});

test("as of a day, only what was written by its end in Shanghai counts", () => {
  const ledger = new TestLedger();
  ledger.figure("permit.decided", 3, "2025-02", { writtenAt: "2025-03-01T15:59:59Z" });
  ledger.figure("permit.decided", 4, "2025-03", { writtenAt: "2025-03-01T16:00:00Z" });
  ledger.figure("permit.decided", 5, "2025-04", { writtenAt: "2025-03-02T01:00:00+09:00" });
  const value = (asOf: string) => compiled(ledger, asOf).figures.at("t2.license.decisions").value;
  expect([value("2025-02-28"), value("2025-03-01"), value("2025-03-02")]).toEqual([null, 3, 12]);
});

describe("the sentences of section 一 and 六", () => {
  // biome-ignore format: the columns are the test
  test.each([
    ["一（一）", "2025年，我局通过门户网站主动公开政策解读信息288条，网站总访问量498243次；通过移动新媒体发布信息540条，微博关注量9934人、微信公众号订阅数36243人。", "only what was reported is spoken of"],
    ["一（二）", "我局建立政府信息公开申请台账，全流程记录接收与办理情况。2025年未收到政府信息公开申请；无行政复议、行政诉讼。", "nothing came in"],
    ["六",       "2025年，我局未发出信息处理费收费通知，未收取信息处理费。", "the fee is stated also when nil"],
  ] as const)("%s of a quiet year: %s (%s)", (key, text, why) => {
    expect(compiled(quietYear()).prose[key], why).toBe(text);
  });

  test("one application reads as one, and what is carried over is said", () => {
    const ledger = quietYear();
    ledger.tell({
      kind: "application-opened",
      case: "A-2025-0001",
      applicant: "nat",
      via: "online",
      receivedOn: "2025-12-29",
    });
    expect(compiled(ledger).prose["一（二）"]).toContain("2025年共收到政府信息公开申请1件，结转下年度继续办理1件；");
  });

  test("disputes and fees are told one by one, and what was not collected is not denied", () => {
    const ledger = quietYear();
    ledger.tell({
      kind: "application-opened",
      case: "A-2025-0001",
      applicant: "nat",
      via: null,
      receivedOn: "2025-02-03",
    });
    ledger.tell({
      kind: "application-step",
      case: "A-2025-0001",
      step: "fee-noticed",
      on: "2025-02-10",
      days: null,
      mode: "per-page",
      count: 57,
      amount: 27_000,
    });
    ledger.tell({
      kind: "litigation-opened",
      case: "L-2025-0001",
      against: null,
      receivedOn: "2025-03-04",
      route: "after",
      original: true,
    });
    const { prose, findings } = compiled(ledger);
    expect(prose["一（二）"]).toMatch(/无行政复议；涉及复议后起诉的行政诉讼1件。$/);
    expect(prose.六).toContain("发出收费通知1件，通知金额270元，实际收取信息处理费0元。");
    expect(findings.filter(({ rule }) => rule === "B-F2" || rule === "B-X2")).toEqual([]);
  });

  test("a stored text completes an aspect; one that names figures replaces it", () => {
    const ledger = quietYear();
    ledger.tell({ kind: "text-stored", year: 2025, key: "一（四）", text: "完成了平台整合。" });
    ledger.tell({ kind: "text-stored", year: 2025, key: "一（三）", text: "全年审核信息【审核新增信息】条。" });
    const { prose, written } = compiled(ledger);
    expect(prose["一（四）"]?.split("\n")).toEqual([expect.stringContaining("门户网站"), "完成了平台整合。"]);
    expect(prose["一（三）"]).toBe("全年审核信息288条。");
    expect(written.paragraphs["一（三）"][0]).toContainEqual({ text: "288", figure: "s1.reviewed", value: 288 });
  });
});
