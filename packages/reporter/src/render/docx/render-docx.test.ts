import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { DocumentTree } from "../../document/block.ts";
import { aReport } from "../a-report.contract.ts";
import { converted, type Word, wordsOfPdf } from "../libre-office.contract.ts";
import { outsideTool } from "../outside-tool.contract.ts";
import { rendererContract } from "../renderer.contract.ts";
import { ooxmlErrors } from "../validity.contract.ts";
import { renderDocx } from "./render-docx.ts";

const at = "2026-01-20T10:00:00+08:00";
const render = (tree: DocumentTree) => renderDocx(tree, { at });

const partOf = (file: Uint8Array, path: string): string => strFromU8(unzipSync(file)[path] ?? new Uint8Array());
const pathsOf = (file: Uint8Array): readonly string[] => Object.keys(unzipSync(file));
const plain = (xml: string): string =>
  xml
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
const textsIn = (xml: string): readonly string[] =>
  xml
    .split("</w:p>")
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/g)].map(([, text = ""]) => plain(text)).join(""),
    )
    .filter((text) => text !== "");
const bytes = (file: Uint8Array | string): Uint8Array => (typeof file === "string" ? new Uint8Array() : file);

rendererContract({
  render,
  textsIn: async (file) => textsIn(partOf(bytes(file), "word/document.xml")),
  marksIn: async (file) =>
    pathsOf(bytes(file))
      .filter((path) => /header\d+\.xml$/.test(path))
      .flatMap((path) => textsIn(partOf(bytes(file), path))),
});

test("the office's own 版头 is the first thing in the file, in red, over a rule, and leaves it valid", async () => {
  const file = await render(aReport({ letterhead: ["临州市商务局", "政务公开专报"] }));
  const xml = partOf(file, "word/document.xml");
  expect(textsIn(xml).slice(0, 3)).toEqual(["临州市商务局", "政务公开专报", aReport().title[0]]);
  expect(xml.slice(0, xml.indexOf("政务公开专报"))).toMatch(/<w:pBdr><w:bottom/);
  expect(await ooxmlErrors(file, "docx")).toEqual([]);
});

test("the line a file must end with after a table is too small to begin a blank page", async () => {
  const { signature: _, ...report } = aReport();
  const tables = report.blocks.filter(({ kind }) => kind === "table");
  const last = partOf(await render({ ...report, blocks: tables }), "word/document.xml").match(/<w:p>(?:(?!<w:p>).)*$/s);
  expect(last?.[0]).toContain('w:line="20" w:lineRule="exact"');
});

// biome-ignore format: the columns are the test
test.each([
  ["final report", {},                                                                        "what is published"],
  ["draft",        { draft: true },                                                           "header and watermark"],
  ["bare report",  { blocks: aReport().blocks.filter(({ kind }) => kind === "table") },       "tables only, two in a row"],
] as const)("a %s is valid Office Open XML", async (_name, changes, why) => {
  expect(await ooxmlErrors(await render(aReport(changes)), "docx"), why).toEqual([]);
});

// biome-ignore format: the columns are the test
test.each([
  ["word/document.xml", /<w:pgSz w:w="11906" w:h="16838"/,                                   "5.1: A4"],
  ["word/document.xml", /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/, "5.2.1: 37 26 35 28 mm"],
  ["word/document.xml", /<w:footerReference w:type="default".*<w:footerReference w:type="even"/, "7.5: both edges"],
  ["word/settings.xml", /<w:evenAndOddHeaders\/>/,                                            "7.5: without it even pages number on the right"],
  ["word/styles.xml",   /w:line="579" w:lineRule="exact"/,                                    "5.2.3: 22 lines"],
  ["word/styles.xml",   /<w:spacing w:val="-5"\/><w:sz w:val="32"\/>/,                        "5.2.3: 28 characters of 3号"],
  ["word/styles.xml",   /w:styleId="Title".*?方正小标宋简体.*?<w:sz w:val="44"\/>/,           "7.3.1: 2号小标宋"],
  ["word/styles.xml",   /w:styleId="Heading1".*?w:eastAsia="黑体"/,                           "7.3.3: 一、 黑体"],
  ["word/styles.xml",   /w:styleId="Heading2".*?w:eastAsia="楷体_GB2312"/,                    "7.3.3: （一） 楷体"],
  ["word/styles.xml",   /w:styleId="Normal".*?w:eastAsia="仿宋_GB2312"/,                      "5.2.2: 仿宋"],
] as const)("%s follows GB/T 9704: %s", async (path, pattern, clause) => {
  expect(pattern.test(partOf(await render(aReport()), path)), clause).toBe(true);
});

test("no document grid: with one, programs disagree about characters in a line", async () => {
  expect(/<w:docGrid[^>]*w:type=/.test(partOf(await render(aReport()), "word/document.xml"))).toBe(false);
});

test("rows never split and the three header rows of table 三 are repeated", async () => {
  const rows = partOf(await render(aReport()), "word/document.xml").match(/<w:tr>.*?<\/w:tr>/g) ?? [];
  expect(rows).toHaveLength(14 + 28 + 4);
  expect(rows.filter((row) => row.includes("<w:cantSplit/>"))).toHaveLength(46);
  expect(rows.filter((row) => row.includes("<w:tblHeader/>"))).toHaveLength(3 + 3);
});

test("the file says the time it was given, whatever the clock says", async () => {
  expect(partOf(await render(aReport()), "docProps/core.xml")).toContain("2026-01-20T02:00:00.000Z");
});

const soffice = outsideTool("soffice");
const pdftotext = outsideTool("pdftotext");

describe.skipIf(!soffice || !pdftotext)("laid out by LibreOffice", () => {
  let words: readonly Word[] = [];
  const pageOf = (text: string) => words.find((word) => word.text.includes(text))?.page;

  beforeAll(async () => {
    const pdf = await converted(soffice ?? "", await render(aReport()), "docx", "pdf");
    words = await wordsOfPdf(pdftotext ?? "", pdf);
  });

  test("table 三 stands on one page, under its heading", () => {
    expect([pageOf("三、收到和处理"), pageOf("一、本年新收"), pageOf("四、结转下年度")]).toEqual([3, 3, 3]);
    expect(Math.max(...words.map(({ page }) => page))).toBe(4);
  });

  test("a body character takes 156 mm / 28", () => {
    const heading = words.find(({ text }) => text === "三、收到和处理政府信息公开申请情况");
    if (!heading) throw new Error("the heading of table 三 is not one word of the page");
    expect((heading.right - heading.left) / heading.text.length).toBeCloseTo(15.76, 1);
  });

  test("lines of text are 225 mm / 22 apart", () => {
    const lines = [
      ...new Set(words.filter(({ page, left }) => page === 1 && left > 75 && left < 120).map(({ top }) => top)),
    ];
    const pitches = lines.slice(2).map((top, index) => top - (lines[index + 1] ?? top));
    expect(pitches.length).toBeGreaterThan(10);
    for (const pitch of pitches) expect(pitch).toBeCloseTo(28.95, 0);
  });

  test("odd pages number at the right, even ones at the left", () => {
    const numbers = words.filter(({ top, text }) => top > 745 && /^\d+$/.test(text));
    expect(numbers.map(({ text, left }) => [text, left > 300 ? "right" : "left"])).toEqual([
      ["1", "right"],
      ["2", "left"],
      ["3", "right"],
      ["4", "left"],
    ]);
  });
});
