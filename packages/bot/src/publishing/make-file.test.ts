import type { ChainedRecord } from "@gongkai/schema";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
import { readSettings } from "../config/read-settings.ts";
import { fileWanted } from "../deeds/replies.ts";
import type { LedgerReader } from "../store/ledger-port.ts";
import type { Export } from "../utterance/meaning.ts";
import { createFileMaker } from "./make-file.ts";
import { OrganDesk } from "./organ-desk.ts";

const YAML = `
office:
  key: demo
  name: 示例市商务局
  sections:
    - { key: law, label: 法规科, reports: [penalty.decided] }
    - { key: office, label: 办公室 }
`;
const [organ] = readSettings(YAML, {}).organs;
if (!organ) throw new Error("the office of this test does not parse");

const NOW = Date.parse("2025-03-20T10:00:00+08:00");
const TODAY = "2025-03-20";
const APPLICANT = "赵某某";

/** The maker of an office whose ledger says what `tell` says; an applicant's name is in its side table. */
function makerOf(tell: (ledger: TestLedger) => void) {
  const ledger = new TestLedger();
  tell(ledger);
  const records = ledger.records.map((line): ChainedRecord => ({ ...line, previous: "", hash: "" }));
  const reader = {
    recordsAfter: async (_organ: string, after: number) => records.filter(({ seq }) => seq > after),
    wordsOf: async () => new Map(records.map(({ record }) => [record.id, `${APPLICANT}申请公开`])),
  } as Partial<LedgerReader> as LedgerReader; // a desk uses nothing else of it
  const desk = new OrganDesk(reader, organ as NonNullable<typeof organ>); // proved above
  return createFileMaker(
    new Map([["demo", desk]]),
    () => NOW,
    () => new Map([["zhang", "张敏"]]),
  );
}

const said = (what: Export["what"], period: string | null = null, format: string | null = null) =>
  fileWanted({ what, period, format }, TODAY);

function aYear(ledger: TestLedger): void {
  ledger.figure("penalty.decided", 2, "2025-02-04");
  ledger.nil("penalty.decided", "2025-01");
  ledger.tell({
    kind: "application-opened",
    case: "A-2025-0001",
    applicant: "nat",
    via: null,
    receivedOn: "2025-02-10",
  });
  ledger.withdraw(ledger.figure("permit.decided", 99, "2025-02"));
  ledger.figure("permit.decided", 3, "2024-12", { section: "office" });
}

const textOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());

describe("what is asked for in the chat arrives as a file", () => {
  // biome-ignore format: the columns are the test
  test.each<[ReturnType<typeof said>, string, string]>([
    [said("month", "2025-02"),             "示例市商务局2025年2月政府信息公开工作月报.docx", "导出2月月报"],
    [said("month"),                        "示例市商务局2025年3月政府信息公开工作月报.docx", "导出月报: the running month"],
    [said("month", "2025-02", "excel"),    "示例市商务局2025年2月政府信息公开工作月报.xlsx", "as people call it"],
    [said("month", "2025-02", "xlsx"),     "示例市商务局2025年2月政府信息公开工作月报.xlsx", "by its ending"],
    [said("month", "2025-02", "pdf"),      "示例市商务局2025年2月政府信息公开工作月报.docx", "a month has no PDF: Word rather than nothing"],
    [said("month", "2025"),                "示例市商务局2025年3月政府信息公开工作月报.docx", "a year: its last month begun"],
    [said("month", "2025-01/2025-02"),     "示例市商务局2025年1月政府信息公开工作月报.docx", "a range is asked by its first month"],
    [said("annual", "2025", "word"),       "示例市商务局2025年政府信息公开工作年度报告（草稿）.docx", "a draft while something must be mended"],
    [said("annual", "2025", "excel"),      "示例市商务局2025年政府信息公开工作年度报告（草稿）.xlsx", "as people call it"],
    [said("annual", "2025", "odt"),        "示例市商务局2025年政府信息公开工作年度报告（草稿）.docx", "a format nobody makes"],
    [said("ledger"),                       "示例市商务局2025年政府信息公开工作台账.xlsx", "导出台账"],
    [said("ledger", "2024", "word"),       "示例市商务局2024年政府信息公开工作台账.xlsx", "a ledger is a sheet"],
  ])("%o is %s: %s", async (wanted, name) => {
    const made = await makerOf(aYear)("demo", wanted);
    expect(made.name).toBe(name);
    expect(strFromU8(made.bytes.slice(0, 2))).toBe("PK"); // an Office file is an archive
  });

  test("a file of another organ's is never made from this one's ledger", async () => {
    await expect(makerOf(aYear)("other", said("ledger"))).rejects.toThrow("not configured");
  });
});

test("the month's report has its number, its gap and who said it", async () => {
  const { bytes } = await makerOf(aYear)("demo", said("month", "2025-02", "xlsx"));
  const { sheets } = await readXlsx(bytes);
  const rows = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows.slice(2) ?? [];
  expect(rows("各科室报送情况")).toEqual([["法规科", "行政处罚", "件", 2, 2, "—", 1, ""]]);
  expect(rows("本月台账记录").map((row) => row[4])).toEqual(["张敏", "张敏"]);
  const march = await makerOf(aYear)("demo", said("month", "2025-03"));
  expect(textOf(march.bytes)).toContain("未报的是：法规科的行政处罚。");
});

test("the ledger lists what stands for the year, or for the days asked for", async () => {
  const seqs = async (period: string | null) => {
    const { bytes } = await makerOf(aYear)("demo", said("ledger", period));
    return (await readXlsx(bytes)).sheets[0]?.rows.slice(2).map((row) => row[0]);
  };
  expect(await seqs(null)).toEqual([1, 2, 3]);
  expect(await seqs("2025-01")).toEqual([2]);
  expect(await seqs("2024")).toEqual([6]);
});

test.each(["month", "ledger", "annual"] as const)("no applicant's name is in a %s file", async (what) => {
  for (const format of ["docx", "xlsx"]) {
    const { bytes } = await makerOf(aYear)("demo", said(what, what === "month" ? "2025-02" : "2025", format));
    const parts = Object.values(unzipSync(bytes)).map((part) => strFromU8(part));
    expect(parts.join("")).not.toContain(APPLICANT);
  }
});

test("a chart is painted from the numbers in its row, whatever the ledger says by then", async () => {
  const make = makerOf(() => undefined);
  const chart = {
    kind: "bars",
    title: "各月",
    note: "",
    legend: [],
    rows: [{ label: "1月", bars: [{ value: 1, text: "1件" }] }],
  };
  const { name, bytes } = await make("demo", { kind: "chart", chart });
  expect(name).toBe("chart.png");
  expect([...bytes.subarray(1, 4)].map((code) => String.fromCharCode(code)).join("")).toBe("PNG");
  await expect(
    make("demo", { kind: "chart", chart: { ...chart, rows: [{ label: "1月", bars: [] }] } }),
  ).rejects.toThrow();
});

test("申请台账 is a workbook of the year's cases with who took them in, and nobody who applied", async () => {
  const { name, bytes } = await makerOf(aYear)("demo", said("cases"));
  expect(name).toBe("示例市商务局2025年政府信息公开申请台账.xlsx");
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]?.rows[2]?.slice(0, 6)).toEqual(["2025年第1件", "2025-02-10", "自然人", "", "法规科", "张敏"]);
  expect(JSON.stringify(sheets.map(({ rows }) => rows))).not.toContain(APPLICANT);
});
