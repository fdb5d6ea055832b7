import { expect, test } from "vitest";
import type { DocumentTree } from "../../document/block.ts";
import { aReport } from "../a-report.contract.ts";
import { wordsOfPdf } from "../libre-office.contract.ts";
import { outsideTool } from "../outside-tool.contract.ts";
import { Typesetter } from "../typst/typesetter.ts";
import { renderPdf } from "./render-pdf.ts";

/** As on a machine Typst has no library for. */
const typesetter = new Typesetter({ portable: true });
const AT = "2026-01-20T10:00:00+08:00";
const render = (tree: DocumentTree) => renderPdf(tree, { at: AT, typesetter });
const paragraph = (text: string) => aReport({ blocks: [{ kind: "paragraph", runs: [{ text }] }] });
const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1");

test("without a native Typst the report is set all the same: tagged, with bookmarks, and not called an archive", async () => {
  const pdf = latin1(await render(aReport()));
  expect(pdf.slice(0, 8)).toBe("%PDF-1.7");
  expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
  expect(pdf).toMatch(/\/Type \/Outlines[^>]*\/Count 6/);
  expect(pdf).toMatch(/\/Lang \(zh-CN\)/);
  expect(pdf).not.toContain("pdfaid");
});

test("the same tree gives the same bytes, also when two are set at once", async () => {
  const [first, draft, again] = await Promise.all([
    render(aReport()),
    render(aReport({ draft: true })),
    render(aReport()),
  ]);
  expect(again).toEqual(first);
  expect(draft).not.toEqual(first);
});

test("a character the shipped serif lacks is named with what to do, and the next report is not harmed", async () => {
  await expect(render(paragraph("王\u{e000}同志"))).rejects.toMatchObject({
    code: "GLYPH_MISSING",
    message: expect.stringMatching(/“\u{e000}”（U\+E000）。.*导出 docx/u),
  });
  await expect(render(aReport())).resolves.toBeInstanceOf(Uint8Array);
});

const pdftotext = outsideTool("pdftotext");

test.skipIf(!pdftotext)("every page says what the native one says, in the same order", async () => {
  const wordsOf = async (pdf: Uint8Array) =>
    (await wordsOfPdf(pdftotext ?? "", pdf)).map(({ text, page }) => `${page} ${text}`);
  const ours = await wordsOf(await render(aReport({ draft: true })));
  expect(ours.length).toBeGreaterThan(200);
  expect(ours).toEqual(await wordsOf(await renderPdf(aReport({ draft: true }), { at: AT })));
});
