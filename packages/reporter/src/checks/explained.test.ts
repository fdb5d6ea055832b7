import { Office } from "@gongkai/schema";
import { expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
import { compileReport } from "../compile-report.ts";
import { summarise } from "../findings-summary.ts";
import { coveredBy } from "./explained.ts";

const office = Office.parse({ key: "demo", name: "示例市商务局", sections: [{ key: "law", label: "法规科" }] });

/** A ledger in which the documents in force are not what the years add up to. */
function aYear(): TestLedger {
  const ledger = new TestLedger();
  ledger.tell({ kind: "figure-published", year: 2024, figure: "t2.norm.valid", quantity: 12 });
  ledger.figure("doc.normative_made", 3, "2025-03");
  ledger.figure("doc.normative_repealed", 2, "2025-05");
  ledger.figure("doc.normative_valid", 14, "2025-12-31");
  return ledger;
}
const compiled = (ledger: TestLedger, year = 2025) => compileReport({ records: ledger, office, year });
const stock = (ledger: TestLedger) => compiled(ledger).findings.find(({ rule }) => rule === "B-S1");

/** Writes the reason somebody gives for a finding as it stands; returns its record. */
function explain(ledger: TestLedger, rule: string, by = "li") {
  const report = compiled(ledger);
  const finding = report.findings.find((each) => each.rule === rule && each.verdict === "需说明");
  if (!finding) throw new Error(`${rule} asks for no reason here`);
  return ledger.tell(coveredBy(finding, report.figures), { by });
}

test("what asks for a reason is accepted with the record that gives it, and stays 需说明", () => {
  const ledger = aYear();
  expect(stock(ledger)?.explainedBy).toBeUndefined();
  const unexplained = summarise(compiled(ledger).findings).unexplained;
  const reason = explain(ledger, "B-S1");
  expect(stock(ledger)).toMatchObject({ verdict: "需说明", explainedBy: reason });
  const summary = summarise(compiled(ledger).findings);
  expect(summary.unexplained).toBe(unexplained - 1);
  expect(summary.says).toContain("（其中 1 条已有说明）");
});

// biome-ignore format: the columns are the test
test.each<[string, (ledger: TestLedger) => void]>([
  ["the figure itself changed",                       (l) => void l.figure("doc.normative_valid", 15, "2025-12-31")],
  ["a figure it is computed from changed",            (l) => void l.figure("doc.normative_made", 2, "2025-04")],
  ["what last year's report says changed",            (l) => void l.tell({ kind: "figure-published", year: 2024, figure: "t2.norm.valid", quantity: 11 })],
])("the reason is asked for again when %s", (_, change) => {
  const ledger = aYear();
  const reason = explain(ledger, "B-S1");
  change(ledger);
  expect(stock(ledger)?.explainedBy).toBeUndefined();
  expect(stock(ledger)?.onceExplainedBy).toBe(reason);
});

test("a figure that changes and changes back has its reason back", () => {
  const ledger = aYear();
  const reason = explain(ledger, "B-S1");
  const slip = ledger.figure("doc.normative_made", 2, "2025-04");
  expect(stock(ledger)?.explainedBy).toBeUndefined();
  ledger.withdraw(slip);
  expect(stock(ledger)?.explainedBy).toBe(reason);
});

test("a change elsewhere leaves it; a later reason takes its place; withdrawn it is gone", () => {
  const ledger = aYear();
  explain(ledger, "B-S1");
  ledger.figure("permit.decided", 5, "2025-03");
  expect(stock(ledger)?.explainedBy).toBeDefined();
  const report = compiled(ledger);
  const finding = report.findings.find(({ rule }) => rule === "B-S1");
  const later = ledger.tell(coveredBy(finding ?? report.findings[0]!, report.figures));
  expect(stock(ledger)?.explainedBy).toBe(later);
  ledger.withdraw(later);
  expect(stock(ledger)?.explainedBy).not.toBe(later);
});

test("one year's reason is not another's", () => {
  const ledger = aYear();
  const of = coveredBy(stock(ledger) ?? compiled(ledger).findings[0]!, compiled(ledger).figures);
  ledger.tell({ ...of, year: 2024 });
  expect(stock(ledger)?.explainedBy).toBeUndefined();
});

test("a finding in words is covered by its sentence: two of a rule need two reasons", () => {
  const ledger = aYear();
  ledger.tell({ kind: "text-stored", year: 2025, key: "一（四）", text: "接待来访30人次。" });
  const reason = explain(ledger, "L-NUMBER");
  ledger.tell({ kind: "text-stored", year: 2025, key: "一（五）", text: "表彰7人。" });
  const numbers = compiled(ledger).findings.filter(({ rule }) => rule === "L-NUMBER");
  expect(numbers.map(({ explainedBy }) => explainedBy)).toEqual([reason, undefined]);
});

test("a telephone number left in a text does not get into the chain with the sentence that quotes it", () => {
  const ledger = aYear();
  ledger.tell({ kind: "text-stored", year: 2025, key: "一（四）", text: "联系电话13800000000。" });
  explain(ledger, "L-NUMBER");
  const written = JSON.stringify(ledger.records.at(-1));
  expect(written).not.toContain("13800000000");
  expect(written).toContain("联系电话…");
});
