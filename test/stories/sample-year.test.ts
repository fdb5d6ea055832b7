import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  compileReport,
  type DocumentTree,
  documentOf,
  type Report,
  renderDocx,
  renderHtml,
  renderPdf,
  renderXlsx,
} from "@gongkai/reporter";
import { CELL_IDS, type ChainedRecord, FIGURE_IDS, monthsOfYear, type Office } from "@gongkai/schema";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { allRecordsOf } from "../../packages/bot/src/command/read-records.ts";
import { readSettings } from "../../packages/bot/src/config/read-settings.ts";
import { sampleOffice, writeSample } from "../../packages/bot/src/sample/write-sample.ts";
import { openHome } from "../../packages/bot/src/store/open-home.ts";
import printed from "../vectors/sample-year-figures.json" with { type: "json" };

let records: ChainedRecord[];
let office: Office;
let report: Report;

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), "gongkai-sample-year-"));
  await writeSample(data, () => {});
  office = readSettings(await sampleOffice(), {}).organs[0]!.office;
  const home = await openHome({ data });
  records = await allRecordsOf(home, office.key);
  await home.close();
  report = compileReport({ records, office, year: 2025, today: "2026-01-09" });
});

const STORED: Readonly<Record<string, number>> = { "t2.fee.amount": 1_000_000, "s6.info_fee": 100 }; // fen in 万元, in 元
const expected: Readonly<Record<string, number>> = printed.figures;

describe("the sample year", () => {
  test("is about fifteen hundred records of several sections and people, over all twelve months", () => {
    expect(records.length).toBeGreaterThan(1_400);
    expect(records.length).toBeLessThan(1_900);
    expect(new Set(records.map(({ record }) => record.by)).size).toBeGreaterThanOrEqual(6);
    expect(new Set(records.map(({ record }) => record.section)).size).toBeGreaterThanOrEqual(6);
    expect(new Set(records.map(({ record }) => record.saidAt.slice(0, 7)))).toEqual(
      new Set([...monthsOfYear(2025), "2026-01"]),
    );
  });

  test("holds slips that were mended and messages that were taken back", () => {
    const kinds = records.map(({ record }) => record.states.kind);
    expect(kinds.filter((kind) => kind === "corrected").length).toBeGreaterThan(5);
    expect(kinds.filter((kind) => kind === "withdrawn").length).toBeGreaterThan(5);
  });

  test("adds up to every printed figure; cells of tables 三 四 that are not named are 0", () => {
    const asPrinted = FIGURE_IDS.filter((id) => id.startsWith("t") || expected[id] !== undefined);
    const folded = asPrinted.map((id) => [id, report.figures.at(id).value]);
    expect(Object.fromEntries(folded)).toEqual(
      Object.fromEntries(asPrinted.map((id) => [id, (expected[id] ?? 0) * (STORED[id] ?? 1)])),
    );
    expect(asPrinted.length).toBe(217);
  });

  describe("read back out of its files", () => {
    const AT = "2026-01-20T10:00:00+08:00";
    const solid = (text: string) => text.replace(/<[^>]*>|\s/g, "");
    /** Every number the report prints, with the words around it in a sentence. */
    const sentences = () =>
      Object.values(report.written.paragraphs)
        .flat()
        .map((runs) => solid(runs.map(({ text }) => text).join("")));

    // biome-ignore format: the columns are the test
    test.each<[string, (tree: DocumentTree) => Promise<string>]>([
      ["docx", async (tree) => solid(strFromU8(unzipSync(await renderDocx(tree, { at: AT }))["word/document.xml"] ?? new Uint8Array()))],
      ["html", async (tree) => solid(renderHtml(tree).replace(/<style>.*?<\/style>/s, ""))],
    ])("%s has every sentence with its numbers", async (_format, textOf) => {
      const text = await textOf(documentOf(report, { draft: false }));
      for (const sentence of sentences()) expect(text).toContain(sentence);
    });

    test("xlsx has the 200 cells, at the places the form has them", async () => {
      const { sheets } = await readXlsx(await renderXlsx(documentOf(report, { draft: false }), { at: AT }));
      const numbers = sheets.flatMap(({ rows }) =>
        rows.flatMap((row) => row.filter((cell) => typeof cell === "number")),
      );
      expect(numbers).toEqual(CELL_IDS.map((id) => expected[id] ?? 0));
    });

    test.skipIf(!existsSync("/usr/bin/pdftotext"))("pdf has every sentence with its numbers", async () => {
      const path = join(mkdtempSync(join(tmpdir(), "gongkai-sample-pdf-")), "report.pdf");
      writeFileSync(path, await renderPdf(documentOf(report, { draft: false }), { at: AT }));
      const raw = execFileSync("/usr/bin/pdftotext", ["-raw", path, "-"]).toString();
      const text = solid(raw.replace(/^\f?— ?\d+ ?—$/gm, ""));
      for (const sentence of sentences()) expect(text).toContain(sentence);
    });
  });

  test("every figure is the sum of its records", () => {
    const sums = FIGURE_IDS.map((id) => {
      const { contributions } = report.figures.at(id);
      return [id, contributions.reduce((sum, { amount }) => sum + amount, 0)];
    });
    expect(Object.fromEntries(sums)).toEqual(
      Object.fromEntries(FIGURE_IDS.map((id) => [id, report.figures.at(id).value])),
    );
  });

  test("every record a figure names is in the ledger", () => {
    const known = new Set(records.map(({ record }) => record.id));
    const named = FIGURE_IDS.flatMap((id) => report.figures.at(id).contributions.map(({ record }) => record));
    expect(named.length).toBeGreaterThan(1_000);
    expect(named.every((id) => known.has(id))).toBe(true);
  });

  test("has no gap and nothing that must be mended: it can be exported as final", () => {
    expect(report.figures.gaps).toEqual([]);
    expect(report.findings.filter(({ verdict }) => verdict === "必改")).toEqual([]);
  });

  test("as it stood on 31 March it is a draft with nine months to come and the figures of three", () => {
    const then = compileReport({ records, office, year: 2025, asOf: "2025-03-31", today: "2025-03-31" });
    const march = records.filter(({ record }) => record.writtenAt < "2025-04-01");
    expect(then.figures.at("t2.license.decisions").contributions.length).toBeLessThanOrEqual(march.length);
    expect(then.figures.at("t2.license.decisions").value).toBeLessThan(215);
    expect(then.figures.at("t2.license.decisions").value).toBeGreaterThan(20);
  });
});
