import { catalogueOf, Office, standingFacts } from "@gongkai/schema";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
import { textOf } from "../document/block.ts";
import { Fold } from "../fold/fold.ts";
import { renderDocx } from "../render/docx/render-docx.ts";
import { ooxmlErrors } from "../render/validity.contract.ts";
import { renderRegisters } from "../render/xlsx/render-registers.ts";
import { compileMonth } from "./compile-month.ts";
import { monthDocument, monthRegisters } from "./month-document.ts";

const AT = "2025-04-02T10:00:00+08:00";
const office = Office.parse({
  key: "demo",
  name: "示例市商务局",
  sections: [
    { key: "law", label: '=HYPERLINK("x")', reports: ["penalty.decided", "coercion.decided"] },
    { key: "office", label: "办公室", reports: ["gauge.site_visits"] },
  ],
});

/** A month with a gap, a nil, a day reading, a quarter and a corrected record. */
function aMonth() {
  const ledger = new TestLedger();
  ledger.figure("penalty.decided", 7, "2025-03-04", { by: "<b>&'" });
  ledger.figure("penalty.decided", 9, "2025-Q1");
  ledger.figure("gauge.site_visits", 99, "2025-03-31", { section: "office" });
  ledger.figure("fee.collected", 12_500_001, "2025-03");
  ledger.nil("service.online", "2025-03", { section: "office" });
  const fold = new Fold({ office, catalogue: catalogueOf(office) });
  for (const record of ledger) fold.add(record);
  return compileMonth({ fold, office, month: "2025-03", standing: standingFacts(ledger) });
}

test("the Word file is valid and prints the document's texts in order", async () => {
  const tree = monthDocument(aMonth());
  const file = await renderDocx(tree, { at: AT });
  expect(await ooxmlErrors(file, "docx")).toEqual([]);
  const xml = strFromU8(unzipSync(file)["word/document.xml"] ?? new Uint8Array());
  const inFile = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = ""]) =>
    text
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&"),
  );
  const inTree = tree.blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.flat().map((cell) => textOf(cell.runs)) : [textOf(block.runs)],
  );
  expect(inFile.filter((text) => text !== "")).toEqual([...tree.title, ...inTree].filter((text) => text !== ""));
  expect(inTree).toContain("未报");
  expect(inTree).toContain("12.500001");
});

test("the workbook holds the same lists, numbers as numbers", async () => {
  const registers = monthRegisters(aMonth());
  const file = await renderRegisters({ title: "月报", organ: office.name, registers }, { at: AT });
  expect(await ooxmlErrors(file, "xlsx")).toEqual([]);
  const { sheets } = await readXlsx(file);
  expect(sheets.map(({ name }) => name)).toEqual(registers.map(({ name }) => name));
  for (const [at, { columns, rows }] of registers.entries()) {
    const blank = (cell: unknown) => (cell === "" ? null : (cell ?? null)); // an empty text is an empty cell
    const read = sheets[at]?.rows.slice(2).map((row) => columns.map((_, column) => blank(row[column])));
    expect(read).toEqual(rows.map((row) => row.map(blank)));
  }
  expect(registers.map(({ name }) => name)).toEqual([
    "全局情况",
    "各科室报送情况",
    "依申请公开和复议诉讼",
    "日读数",
    "本月台账记录",
  ]);
});
