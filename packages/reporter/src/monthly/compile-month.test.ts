import { catalogueOf, type IndicatorKey, type Month, Office, standingFacts } from "@gongkai/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
import { textOf } from "../document/block.ts";
import type { Register } from "../document/register.ts";
import { countIndicator } from "../fold/count-indicator.ts";
import { Fold } from "../fold/fold.ts";
import { progressOf } from "../fold/progress-of.ts";
import { compileMonth } from "./compile-month.ts";
import { monthDocument } from "./month-document.ts";
import { sectionsRegister, wholeRegister } from "./month-registers.ts";
import type { MonthLine, MonthReport } from "./month-report.ts";

const office = Office.parse({
  key: "demo",
  name: "示例市商务局",
  sections: [
    { key: "law", label: "法规科", reports: ["penalty.decided", "fee.collected"] },
    { key: "office", label: "办公室", reports: ["gauge.site_visits", "gauge.weibo_followers"] },
    { key: "trade", label: "外贸科", reports: ["penalty.decided"] },
  ],
  indicators: [{ key: "own.open_day", label: "政务开放日", unit: "场" }],
});

type Tell = (ledger: TestLedger) => void;
function foldOf(tell: Tell) {
  const ledger = new TestLedger();
  tell(ledger);
  const fold = new Fold({ office, catalogue: catalogueOf(office) });
  for (const record of ledger) fold.add(record);
  return { fold, standing: standingFacts(ledger), ledger };
}
function monthOf(tell: Tell, month: Month = "2025-03", today?: string): MonthReport {
  const { fold, standing } = foldOf(tell);
  const people = new Map([["zhang", "张敏"]]);
  return compileMonth({ fold, office, month, standing, people, ...(today ? { today } : {}) });
}
function lineOf(report: MonthReport, section: string, indicator: IndicatorKey): MonthLine {
  const lines = report.sections.find(({ key }) => key === section)?.lines ?? [];
  const line = lines.find((each) => each.indicator === indicator);
  if (!line) throw new Error(`${section} has no line for ${indicator}`);
  return line;
}
const rowOf = (register: Register, ...begins: readonly string[]) =>
  register.rows.find((row) => begins.every((text, at) => row[at] === text));

describe("an indicator of a section in its month", () => {
  // biome-ignore format: the columns are the test
  test.each<[string, string, IndicatorKey, Tell, MonthLine["state"], number | null, number | null, number, string]>([
    ["days add up",              "law",    "penalty.decided",       (l) => { l.figure("penalty.decided", 2, "2025-03-04"); l.figure("penalty.decided", 3, "2025-03-20"); l.figure("penalty.decided", 5, "2025-01"); l.figure("penalty.decided", 9, "2025-04"); }, "reported", 5, 10, 2, "and the year stops with the month"],
    ["another section's",        "law",    "penalty.decided",       (l) => void l.figure("penalty.decided", 2, "2025-03", { section: "trade" }), "gap", null, null, 0, "is not this section's"],
    ["a stated zero",            "law",    "penalty.decided",       (l) => void l.nil("penalty.decided", "2025-03"), "nil", 0, 0, 1, "零报 is an answer"],
    ["a zero as a figure",       "law",    "penalty.decided",       (l) => void l.figure("penalty.decided", 0, "2025-03"), "nil", 0, 0, 1, "so is 处罚0件"],
    ["nothing at all",           "law",    "penalty.decided",       () => undefined, "gap", null, null, 0, "a month nobody reported is no zero"],
    ["withdrawn",                "law",    "penalty.decided",       (l) => l.withdraw(l.figure("penalty.decided", 2, "2025-03")), "gap", null, null, 0, "as if it had not been said"],
    ["a quarter",                "law",    "penalty.decided",       (l) => void l.figure("penalty.decided", 9, "2025-Q1"), "wider", null, 9, 0, "cannot be dealt out among its months, and counts in the year"],
    ["a half year",              "law",    "penalty.decided",       (l) => void l.figure("penalty.decided", 9, "2025-H1"), "wider", null, null, 0, "reaches past the month: not in the year so far either"],
    ["the month of a counter",   "office", "gauge.site_visits",     (l) => { l.figure("gauge.site_visits", 10, "2025-03", { section: "office" }); l.figure("gauge.site_visits", 30, "2025-03", { section: "office" }); l.figure("gauge.site_visits", 4, "2025-02", { section: "office" }); }, "reported", 30, 34, 1, "the last figure stated for a month wins, months are added"],
    ["a day's reading",          "office", "gauge.site_visits",     (l) => void l.figure("gauge.site_visits", 99, "2025-03-31", { section: "office" }), "gap", null, null, 0, "enters no value until it is confirmed as the month's"],
    ["a gauge",                  "office", "gauge.weibo_followers", (l) => { l.figure("gauge.weibo_followers", 90, "2025-03-31", { section: "office" }); l.figure("gauge.weibo_followers", 80, "2025-03-01", { section: "office" }); }, "reported", 90, 90, 1, "the latest, never the sum"],
    ["an earlier gauge",         "office", "gauge.weibo_followers", (l) => void l.figure("gauge.weibo_followers", 80, "2025-02-28", { section: "office" }), "none", null, 80, 0, "may stand; no reading is owed again"],
    ["not owed, said in January", "law",   "own.open_day",          (l) => void l.figure("own.open_day", 1, "2025-01"), "none", null, 1, 0, "is shown for its year, and is no gap"],
  ])("%s (%s)", (_what, section, indicator, tell, state, value, soFar, records, why) => {
    const line = lineOf(monthOf(tell), section, indicator);
    expect({ state: line.state, value: line.month.value, soFar: line.soFar.value, records: line.month.records }, why).toEqual({ state, value, soFar, records });
  });

  test("the same month of last year is known when the ledger has it, and is no zero otherwise", () => {
    const told: Tell = (ledger) => {
      ledger.figure("penalty.decided", 4, "2024-03");
      ledger.figure("penalty.decided", 6, "2025-03");
    };
    expect(lineOf(monthOf(told), "law", "penalty.decided").lastYear).toBe(4);
    expect(lineOf(monthOf(told), "law", "fee.collected").lastYear).toBeNull();
    expect(rowOf(wholeRegister(monthOf(told)), "行政处罚")).toEqual([
      "行政处罚",
      "件",
      6,
      6,
      4,
      1,
      "+50%",
      "未报：外贸科",
    ]);
  });
});

describe("cases", () => {
  const opened = (ledger: TestLedger, id: string, receivedOn: string, applicant: "nat" | null = "nat") =>
    ledger.tell({ kind: "application-opened", case: id, applicant, via: null, receivedOn });
  const received = ({ cases }: MonthReport) => cases.find(({ indicator }) => indicator === "application.received");

  test("no application is 0, and last year is unknown where the ledger had not begun", () => {
    expect(received(monthOf(() => undefined))).toMatchObject({
      month: { value: 0 },
      soFar: { value: 0 },
      lastYear: null,
    });
    const begun: Tell = (ledger) => ledger.nil("penalty.decided", "2024-02");
    expect(received(monthOf(begun))?.lastYear).toBe(0);
  });

  test("what is waiting at the month's end counts carried cases and those of an unknown applicant", () => {
    const report = monthOf((ledger) => {
      opened(ledger, "A-2024-0001", "2024-12-20");
      opened(ledger, "A-2025-0001", "2025-03-03");
      opened(ledger, "A-2025-0002", "2025-03-04", null);
      opened(ledger, "A-2025-0003", "2025-03-05");
      opened(ledger, "A-2025-0004", "2025-04-01");
      ledger.tell({ kind: "application-answered", case: "A-2025-0003", outcome: "open", on: "2025-03-28" });
      ledger.tell({ kind: "application-answered", case: "A-2025-0001", outcome: "open", on: "2025-04-02" });
    });
    expect(report.waiting).toBe(3);
    expect(received(report)?.month.value).toBe(3);
  });

  test("belong to no section", () => {
    const { sections } = monthOf((ledger) => void opened(ledger, "A-2025-0001", "2025-03-03"));
    expect(
      sections.flatMap(({ lines }) => lines).filter(({ indicator }) => indicator.startsWith("application.")),
    ).toEqual([]);
  });
});

describe("the tables", () => {
  test("a gap says 未报, money is in its unit, a nil says 零报", () => {
    const report = monthOf((ledger) => {
      ledger.figure("fee.collected", 12_500_001, "2025-03");
      ledger.nil("penalty.decided", "2025-03", { section: "trade" });
    });
    const register = sectionsRegister(report);
    expect(rowOf(register, "法规科", "行政处罚")).toEqual(["法规科", "行政处罚", "件", "未报", "—", "—", 0, ""]);
    expect(rowOf(register, "法规科", "行政事业性收费")).toEqual([
      "法规科",
      "行政事业性收费",
      "万元",
      12.500001,
      12.500001,
      "—",
      1,
      "",
    ]);
    expect(rowOf(register, "外贸科", "行政处罚")).toEqual(["外贸科", "行政处罚", "件", 0, 0, "—", 1, "零报"]);
  });

  test("a figure for more than the month is told with its amount and where it counts", () => {
    const remarks = (period: string) =>
      rowOf(
        sectionsRegister(monthOf((ledger) => void ledger.figure("penalty.decided", 9, period))),
        "法规科",
        "行政处罚",
      )?.at(-1);
    expect(remarks("2025-Q1")).toBe("1月至3月合并报9件，只计入累计");
    expect(remarks("2025-H1")).toBe("1月至6月合并报9件，未计入");
  });

  test("day readings stand apart, with their section and record", () => {
    const report = monthOf(
      (ledger) => void ledger.figure("gauge.site_visits", 99, "2025-03-31", { section: "office" }),
    );
    expect(report.readings.rows).toEqual([["网站访问量", "办公室", "3月31日", 99, "次", 1]]);
    expect(
      monthDocument(report).blocks.some((block) => block.kind === "heading" && textOf(block.runs).includes("日读数")),
    ).toBe(true);
  });

  test("the annex lists what stands, by whom, and why something is not counted", () => {
    const { records } = monthOf((ledger) => {
      ledger.figure("gauge.site_visits", 10, "2025-03", { section: "office", writtenAt: "2025-04-01T09:00:00+08:00" });
      ledger.figure("gauge.site_visits", 30, "2025-03", { section: "office", by: "Li" });
      ledger.figure("gauge.site_visits", 99, "2025-03-31", { section: "office" });
      ledger.figure("penalty.decided", 9, "2025-Q1");
      ledger.nil("penalty.decided", "2025-03", { section: "trade" });
      ledger.withdraw(ledger.figure("fee.collected", 100, "2025-03"));
      ledger.figure("fee.collected", 200, "2025-04");
      ledger.tell({ kind: "cell-counted", cell: "t3.new.nat", quantity: 2, period: "2025-03" });
      ledger.nil("doc.normative_made", "2025");
    });
    // biome-ignore format: the columns are the test
    expect(records.rows).toEqual([
      [1, "3月",       "4月1日", "办公室", "张敏", "网站访问量",               10, "次", "未计入，以后报的为准"],
      [2, "3月",       "1月1日", "办公室", "Li",   "网站访问量",               30, "次", ""],
      [3, "3月31日",   "1月1日", "办公室", "张敏", "网站访问量",               99, "次", "日读数，不计入"],
      [4, "1月至3月",  "1月1日", "法规科", "张敏", "行政处罚",                 9,  "件", "跨月，不计入本月"],
      [5, "3月",       "1月1日", "外贸科", "张敏", "行政处罚",                 0,  "件", "零报"],
      [9, "3月",       "1月1日", "法规科", "张敏", "表三 本年新收政府信息公开申请数量（自然人）", 2, "件", "直接填入表格"],
      [10, "全年",     "1月1日", "法规科", "张敏", "行政规范性文件制发",       0,  "件", "跨月零报"],
    ]);
  });

  test("the document begins with what is owed and by whom", () => {
    const tree = monthDocument(monthOf((ledger) => ledger.nil("penalty.decided", "2025-03"), "2025-03", "2025-03-20"));
    const texts = tree.blocks.flatMap((block) => (block.kind === "paragraph" ? [textOf(block.runs)] : []));
    expect(tree.title.join("")).toBe("示例市商务局2025年3月政府信息公开工作月报");
    expect(texts[0]).toBe(
      "2025年3月（截至2025年3月20日），各科室应报指标5项，已报1项，未报4项，零报1项；与本月有关的台账记录1条。本月尚未结账，数字还可能变动。",
    );
    expect(texts[1]).toBe("未报的是：法规科的行政事业性收费；办公室的网站访问量、微博关注量；外贸科的行政处罚。");
  });

  test("a month of which nothing is missing says that first", () => {
    const tree = monthDocument(
      monthOf((ledger) => {
        for (const section of ["law", "trade"]) ledger.nil("penalty.decided", "2025-03", { section });
        ledger.nil("fee.collected", "2025-03");
        for (const gauge of ["gauge.site_visits", "gauge.weibo_followers"])
          ledger.figure(gauge, 9, "2025-03", { section: "office" });
      }),
    );
    expect(tree.blocks[0]?.kind === "paragraph" && textOf(tree.blocks[0].runs)).toBe(
      "2025年3月，各科室应报指标5项，已全部报齐，零报3项；与本月有关的台账记录5条。本月尚未结账，数字还可能变动。",
    );
    expect(tree.blocks[1]?.kind).toBe("heading");
  });

  test("a closed month says so", () => {
    const tree = monthDocument(monthOf((ledger) => ledger.tell({ kind: "month-closed", month: "2025-03" })));
    expect(tree.blocks[0]?.kind === "paragraph" && textOf(tree.blocks[0].runs)).toContain("本月已经结账。");
  });
});

const anyRecord = fc.record({
  section: fc.constantFrom("law", "office", "trade", "gone", ""),
  indicator: fc.constantFrom<IndicatorKey>("penalty.decided", "fee.collected", "gauge.site_visits", "own.open_day"),
  quantity: fc.nat(1_000),
  period: fc.constantFrom("2025-03", "2025-03-04", "2025-02", "2025-Q1", "2024-03", "2025-03-01/2025-03-10", "2025-04"),
});

test("whatever was said, values and gaps are the fold's own, and sections add up to the whole office", () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 12 }), (said) => {
      const { fold, standing } = foldOf((ledger) => {
        for (const { section, indicator, quantity, period } of said)
          ledger.figure(indicator, quantity, period, { section });
      });
      const report = compileMonth({ fold, office, month: "2025-03", standing });
      const progress = new Map(progressOf(fold, 2025).map((each) => [each.indicator, each]));
      for (const line of report.whole) {
        const { indicator, month } = line;
        const inMonth = progress.get(indicator)?.months.find((each) => each.month === "2025-03");
        if (line.addsUp) expect(month.value).toBe(inMonth?.value ?? null);
        const gaps = countIndicator(fold, { indicator, span: { from: "2025-03-01", to: "2025-03-31" } }).gaps;
        expect(month.gaps).toEqual(gaps);
        if (indicator === "gauge.site_visits") continue; // of a counter the last one stated wins, whoever stated it
        const parts = report.sections.flatMap(({ lines }) => lines.filter((each) => each.indicator === indicator));
        const sum = (values: readonly (number | null)[]) =>
          values.reduce<number>((total, value) => total + (value ?? 0), 0);
        expect(sum(parts.map((each) => each.month.value))).toBe(month.value ?? 0);
        expect(sum(parts.map((each) => each.soFar.value))).toBe(line.soFar.value ?? 0);
        expect(sum(parts.map((each) => each.month.records))).toBe(month.records);
      }
      expect(new Set(report.whole.map(({ indicator }) => indicator))).toEqual(
        new Set([
          ...said
            .filter(({ period }) => period.startsWith("2025") && period !== "2025-04")
            .map(({ indicator }) => indicator),
          ...office.sections.flatMap(({ reports }) => reports as IndicatorKey[]),
        ]),
      );
    }),
  );
});
