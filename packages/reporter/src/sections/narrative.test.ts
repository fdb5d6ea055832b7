import { Office } from "@gongkai/schema";
import { describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
import { compileReport } from "../compile-report.ts";
import { isFigureRun } from "../document/block.ts";
import { BoundNumbers, withoutMarks } from "./bound-number.ts";
import { bindStoredText } from "./stored-text.ts";
import { unboundDigits } from "./unbound-digits.ts";

const office = Office.parse({
  key: "demo",
  name: "示例市商务局",
  selfName: "我局",
  sections: [{ key: "law", label: "法规科" }],
});
const written = (templates: Record<string, string>, tell: (ledger: TestLedger) => void = () => undefined) => {
  const ledger = new TestLedger();
  tell(ledger);
  return compileReport({ records: ledger, office, year: 2025, templates });
};

describe("an office's own template", () => {
  test("places numbers through 数 and compares them through 值", () => {
    const { prose } = written(
      {
        "一（四）":
          '{% if 值["s1.columns"] > 1 %}新增专题{{ "s1.columns" | 数 }}个，{% endif %}{{ 自称 }}平台运行正常。',
      },
      (ledger) => ledger.figure("column.added", 2, "2025-03"),
    );
    expect(prose["一（四）"]).toBe("新增专题2个，我局平台运行正常。");
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["{{ 值班 }}{{ 电话 }}",              "值班、电话",   "unknown names are listed all at once"],
    ['{{ "s1.nothing" | 数 }}',           "s1.nothing",   "a figure that does not exist"],
    ["{{ 年度 | 加一 }}",                 "加一",         "a filter that does not exist"],
    ["{% if 年度 %}没有结尾",             "“{% if",       "a tag left open"],
    ["{% include '/etc/passwd' %}",       "引用的内容",   "a template reads no files"],
    ["{% for i in (1..90000000) %}x{% endfor %}", "for i in", "an endless loop ends"],
  ])("%s is refused before anything is written: %s (%s)", (template, says) => {
    expect(() => written({ "一（四）": template })).toThrow(
      expect.objectContaining({ code: "TEMPLATE_UNREADABLE", message: expect.stringContaining(says) }),
    );
  });

  test("a template cannot print the digits of a figure past its mark", () => {
    const report = written({ "一（四）": '访问{{ 值["s1.columns"] }}次。' }, (ledger) =>
      ledger.figure("column.added", 7, "2025-03"),
    );
    expect(report.findings).toContainEqual(expect.objectContaining({ rule: "L-NUMBER", verdict: "必改" }));
  });
});

describe("marks", () => {
  const print = (figure: "s1.disclosed") => ({ figure, text: "288", value: 288 });

  test("come back as numbers tied to their figures, whatever stands around them", () => {
    const numbers = new BoundNumbers();
    const text = `公开${numbers.mark("s1.disclosed")}条`;
    expect(text).not.toMatch(/288/);
    expect(numbers.bind(text, print as never)).toEqual([{ text: "公开" }, print("s1.disclosed"), { text: "条" }]);
  });

  test("cannot be forged in a text somebody stored", () => {
    const forged = "\uE0000\uE001";
    expect(withoutMarks(forged)).toBe("0");
    const { blocks } = written({}, (ledger) => {
      ledger.tell({ kind: "text-stored", year: 2025, key: "五", text: `问题：${forged}不足，将改进。` });
    });
    const runs = blocks.flatMap((block) => (block.kind === "paragraph" ? block.runs : [])).filter(isFigureRun);
    expect(runs).toEqual([]);
  });
});

test("【】 names a figure by its label or its id; other names stay as they are and are told", () => {
  const numbers = new BoundNumbers();
  const bound = bindStoredText("访问【网站总访问量】次，许可【t2.license.decisions】件，【附件】。", numbers);
  expect(bound).toMatchObject({ complete: true, unknown: ["附件"] });
  expect(bound.paragraphs[0]).toContain("【附件】");
});

// biome-ignore format: the columns are the test
test.each([
  ["2025年3月5日，12月底",                 [],            "years and days are names"],
  ["国办公开办函〔2021〕30号",             [],            "a document's number"],
  ["第3次会议，12345热线",                 [],            "an ordinal and a hotline"],
  ["1.加强培训",                           [],            "the number of a list"],
  ["接待30人次",                           ["30"],        "a count nobody can trace"],
  ["增长12.5%，共1,200条",                 ["12.5", "1,200"], "each is named once"],
  ["接待３０人次",                         ["３０"],      "full-width digits are digits"],
])("%s holds %j: %s", (text, digits) => {
  expect(unboundDigits([{ text }]).map((found) => found.digits)).toEqual(digits);
});

/** Last year's text stands beside for comparison and never in the report. */
test("last year's section five is not copied", () => {
  const { prose, previous, findings } = written({}, (ledger) => {
    ledger.tell({ kind: "text-stored", year: 2024, key: "五", text: "一是渠道不够畅通。下一步将畅通渠道。" });
    ledger.figure("permit.decided", 1, "2024-03");
  });
  expect(prose.五).toBeUndefined();
  expect(previous?.prose?.五).toContain("渠道不够畅通");
  expect(findings).toContainEqual(expect.objectContaining({ rule: "D16", verdict: "必改" }));
});
