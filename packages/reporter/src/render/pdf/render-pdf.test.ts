import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { type DocumentTree, textOf } from "../../document/block.ts";
import { aReport } from "../a-report.contract.ts";
import { wordsOfPdf } from "../libre-office.contract.ts";
import { outsideTool } from "../outside-tool.contract.ts";
import { textsOf } from "../renderer.contract.ts";
import { slicesFor } from "../typst/serif-slices.ts";
import { renderPdf } from "./render-pdf.ts";

const render = (tree: DocumentTree) => renderPdf(tree, { at: "2026-01-20T10:00:00+08:00" });
const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1");
const paragraph = (text: string) => aReport({ blocks: [{ kind: "paragraph", runs: [{ text }] }] });

test("the same tree gives the same bytes, also at the same time as another", async () => {
  const [first, draft, again] = await Promise.all([
    render(aReport()),
    render(aReport({ draft: true })),
    render(aReport()),
  ]);
  expect(again).toEqual(first);
  expect(draft).not.toEqual(first);
});

// biome-ignore format: the columns are the test
test.each([
  [/<pdfaid:part>2<.*<pdfaid:conformance>A</s, "PDF/A-2a"],
  [/\/MarkInfo\s*<<\s*\/Marked true/,          "tagged"],
  [/\/Type \/Outlines[^>]*\/Count 6/,          "six sections among the bookmarks"],
  [/\/Lang \(zh-CN\)/,                         "its language, for reading aloud"],
  [/2026-01-20T02:00:00Z/,                     "the time it was given"],
])("the file says %s: %s", async (mark, what) => {
  expect(mark.test(latin1(await render(aReport()))), what).toBe(true);
});

// biome-ignore format: the columns are the test
test.each([
  ["\u{e000}",  "U+E000",  "a character of the user's own, as old ID systems have them"],
  ["\u{323af}", "U+323AF", "an ideograph of the year 2022"],
])("a character no font has is named with what to do: %s", async (character, code, why) => {
  await expect(render(paragraph(`王${character}同志`)), why).rejects.toMatchObject({
    code: "GLYPH_MISSING",
    message: expect.stringContaining(`“${character}”（${code}）`),
  });
  await expect(render(aReport()), "the next report is not harmed").resolves.toBeInstanceOf(Uint8Array);
});

test("the shipped serif covers every character of GBK", async () => {
  const gbk = new TextDecoder("gbk");
  const characters = new Set<string>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const [character = "", ...more] = gbk.decode(new Uint8Array([lead, trail]));
      // pairs outside the standard decode to U+FFFD, to the private use area or to two characters
      if (more.length === 0 && !/[\ufffd\ue000-\uf8ff]/.test(character)) characters.add(character);
    }
  expect(characters.size).toBeGreaterThan(21_000);
  expect((await slicesFor(characters, 400)).uncovered).toEqual([]);
});

test("the event loop is free while a page is set", async () => {
  let turns = 0;
  let set = false;
  const pdf = render(paragraph("不影响别的事情。")).finally(() => {
    set = true;
  });
  while (!set) {
    turns += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await pdf;
  expect(turns).toBeGreaterThan(100);
});

const pdftotext = outsideTool("pdftotext");
const pdffonts = outsideTool("pdffonts");
const run = promisify(execFile);

async function asked(tool: string | undefined, pdf: Uint8Array, ...options: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "gongkai-pdf-"));
  try {
    const path = join(folder, "report.pdf");
    await writeFile(path, pdf);
    const output = tool?.endsWith("pdftotext") ? ["-"] : [];
    return (await run(tool ?? "", [...options, path, ...output])).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe.skipIf(!pdftotext || !pdffonts)("read by poppler", () => {
  const solid = (text: string): string => text.replace(/\s/g, "");

  test.each([
    ["common", aReport()],
    ["hostile", paragraph('#eval("1+1") #read("/etc/passwd") *粗* $x^2$ @a <b> \\ // -- "引" [#x] `y` ~ _z_')],
    ["rare", paragraph("王㛃、李䶮、张喆、刘玥同志，㎡、①、Ⅳ、～、·、‰，“引号”和——破折号。")],
  ])("every character of a %s report can be copied out of it, sentences in order", async (_name, tree) => {
    const raw = await asked(pdftotext, await render(tree), "-raw");
    const text = solid(raw.replace(/^\f?— ?\d+ ?—$/gm, ""));
    const { organ, date } = tree.signature ?? { organ: "", date: "" };
    const sorted = (all: string) => [...all].sort().join("");
    expect(sorted(text)).toBe(sorted(solid([...tree.title, ...textsOf(tree), organ, date].join(""))));
    // merged cells are drawn after their row, so only what stands outside tables is in drawing order
    let from = 0;
    for (const block of tree.blocks.filter((block) => block.kind !== "table")) {
      const found = text.indexOf(solid(textOf(block.runs)), from);
      expect(found, textOf(block.runs)).toBeGreaterThanOrEqual(from);
      from = found;
    }
  });

  test("the office's own 版头 stands above the title", async () => {
    const words = await wordsOfPdf(pdftotext ?? "", await render(aReport({ letterhead: ["临州市商务局文件"] })));
    const [top, title] = ["临州市商务局文件", "临州市商务局"].map(
      (text) => words.find((word) => word.text === text)?.top ?? 0,
    );
    expect([words[0]?.text, Math.sign((title ?? 0) - (top ?? 0))]).toEqual(["临州市商务局文件", 1]);
  });

  test("every font is embedded", async () => {
    const rows = (await asked(pdffonts, await render(aReport()))).trim().split("\n").slice(2);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row).toMatch(/yes (yes|no ) (yes|no )\s+\d+\s+\d+$/);
  });

  test("table 三 stands on one page under its heading; a draft is marked on every page", async () => {
    const words = await wordsOfPdf(pdftotext ?? "", await render(aReport({ draft: true })));
    const pageOf = (text: string) => words.find((word) => word.text.startsWith(text))?.page;
    expect([pageOf("三、收到"), pageOf("一、本年新收"), pageOf("四、结转下年度")]).toEqual([3, 3, 3]);
    const marked = words.filter(({ text, top }) => text === "草稿" && top < 105).map(({ page }) => page);
    expect(marked).toEqual([1, 2, 3, 4]);
  });

  test("lines of text are 225 mm / 22 apart", async () => {
    const words = await wordsOfPdf(pdftotext ?? "", await render(aReport()));
    const tops = [...new Set(words.filter(({ page, left }) => page === 4 && left < 120).map(({ top }) => top))];
    const pitches = tops.slice(1).map((top, index) => top - (tops[index] ?? top));
    expect(pitches.filter((pitch) => Math.abs(pitch - 28.99) < 0.05).length).toBeGreaterThan(5);
  });
});
