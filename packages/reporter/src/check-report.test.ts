import { Office } from "@gongkai/schema";
import { expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../test/support/a-ledger.ts";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { aSoundReport } from "../../../test/support/a-sound-report.ts";
import { checkReport } from "./check-report.ts";
import { compileReport } from "./compile-report.ts";
import { compiledJson } from "./compiled-json.ts";

// biome-ignore format: the columns are the test
test.each([
  [{},                                                   "organ",     "nothing given"],
  [{ organ: "某局", year: "2025", figures: {} },          "year",      "the year as text"],
  [{ organ: "某局", year: 2025 },                         "figures",   "no figures"],
  [{ organ: "某局", year: 2025, figures: { "t3.new.nat": true } }, "figures", "a figure that is neither number nor null"],
  [[1, 2],                                               "整个文件",   "a list"],
  [null,                                                 "整个文件",   "nothing at all"],
])("a file that is no report says what is wrong: %j names %s (%s)", (json, field, why) => {
  expect(() => checkReport(json), why).toThrow(
    expect.objectContaining({ code: "REPORT_FILE_UNREADABLE", message: expect.stringContaining(field) }),
  );
});

test("a report that only gives a few figures is checked for what it gives, and no more", () => {
  const findings = checkReport({ organ: "某局", year: 2025, figures: { "t2.license.decisions": 3 } });
  expect(findings.filter(({ verdict }) => verdict !== "未执行")).toEqual([]);
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["B-T3-1", "B-T4-1", "B-Y-1", "D14"]));
});

test("last year's report may be handed in beside this year's", () => {
  const { previous, ...report } = aSoundReport();
  const lastYear = {
    organ: report.organ,
    year: 2024,
    ...previous,
    figures: { ...previous.figures, "t3.closing.nat": 9 },
  };
  expect(checkReport(report, lastYear)).toContainEqual(
    expect.objectContaining({ rule: "B-Y-1", expected: 9, actual: 2 }),
  );
});

test("a report of ours, as the command prints it, is read back with the same figures", () => {
  const office = Office.parse({ key: "demo", name: "示例市商务局", sections: [{ key: "law", label: "法规科" }] });
  const ledger = new TestLedger();
  ledger.figure("fee.collected", 72_701_257_800, "2025-03");
  ledger.tell({ kind: "cell-counted", cell: "t3.open.nat", quantity: 1, period: "2025" });
  const json = JSON.parse(JSON.stringify(compiledJson(compileReport({ records: ledger, office, year: 2025 }))));
  expect(checkReport(json)).toContainEqual(
    expect.objectContaining({ rule: "B-T3-4", cells: ["t3.closing.nat"], expected: 0, actual: -1 }),
  );
});

// biome-ignore format: the columns are the test
test.each([
  ["department",   "必改",   "the command's own word"],
  ["政府工作部门", "必改",   "a department of a government is a department"],
  ["县级人民政府", "未执行", "which governments make 规章 the word alone does not tell"],
  ["机关",         "未执行", "the word says nothing"],
])("a body called %s with 规章 is %s by D7: %s", (kind, verdict, why) => {
  const figures = { "t2.reg.issued": 1, "t2.reg.repealed": 0, "t2.reg.valid": 1 };
  const found = checkReport({ organ: "某市某局", year: 2025, kind, figures }).filter(({ rule }) => rule === "D7");
  expect(found.map((finding) => finding.verdict), why).toEqual([verdict]);
});

test("hostile names of figures and fields do no harm", () => {
  const json = JSON.parse(
    '{"organ":"某局","year":2025,"figures":{"__proto__":1,"constructor":2},"prose":{"__proto__":"x"}}',
  );
  expect(checkReport(json).filter(({ verdict }) => verdict === "必改")).toEqual([]);
});
