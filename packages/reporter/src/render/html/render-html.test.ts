import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aReport, cellValue } from "../a-report.contract.ts";
import { wordsOfPdf } from "../libre-office.contract.ts";
import { outsideTool } from "../outside-tool.contract.ts";
import { rendererContract, textsOf } from "../renderer.contract.ts";
import { renderHtml } from "./render-html.ts";

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");

const draftMark = /<p class="draft">(.*?)<\/p>/g;

rendererContract({
  render: async (tree) => renderHtml(tree),
  textsIn: async (file) => {
    const body = String(file)
      .replace(draftMark, "")
      .replace(/<head>.*<\/head>/s, "");
    const title = [...body.matchAll(/<span>(.*?)<\/span>(?=<span>|<\/h1>)/g)];
    const texts = [...body.matchAll(/<(h[2-5]|p|th|td)(?: [^>]*)?>(.*?)<\/\1>/g)];
    return [...title.map(([, text = ""]) => plain(text)), ...texts.map(([, , text = ""]) => plain(text))];
  },
  marksIn: async (file) => [...String(file).matchAll(draftMark)].map(([, text = ""]) => text),
});

test("words of people are text and never markup, in every place they can stand", () => {
  const hostile = `<script>x()</script>"'&`;
  const html = renderHtml(
    aReport({
      title: [hostile],
      signature: { organ: hostile, date: hostile },
      blocks: [
        { kind: "heading", level: 1, runs: [{ text: hostile }] },
        { kind: "paragraph", runs: [{ text: hostile, figure: "s1.disclosed", value: null }] },
        {
          kind: "table",
          id: hostile,
          caption: hostile,
          rows: [[{ runs: [{ text: hostile }], colSpan: 1, rowSpan: 1, header: "row", align: "left" }]],
          headerRows: 0,
          widths: [1],
          dense: false,
        },
      ],
    }),
    { linkOf: () => hostile },
  );
  expect(html).not.toMatch(/<script|="[^"]*<|x\(\)<\/script/);
  expect(html.match(/&lt;script&gt;x\(\)&lt;\/script&gt;&quot;&#39;&amp;/g)).toHaveLength(13);
});

test("a figure is its value, and a link only where a page gives one", () => {
  const published = renderHtml(aReport());
  expect(published).toContain('<data value="72701.2578" data-figure="t2.fee.amount">72701.2578</data>');
  expect(published).toContain('<data value="1" data-figure="s1.columns">一</data>');
  expect(published).not.toContain("<a ");
  const linked = renderHtml(aReport(), { linkOf: (figure) => `/figures/${figure}?year=2025&x` });
  expect(linked).toContain('<a href="/figures/t3.new.nat?year=2025&amp;x"><data value="38" data-figure="t3.new.nat">');
});

test("a published page fetches nothing and runs nothing", () => {
  expect(renderHtml(aReport())).not.toMatch(/\b(src|srcset|href|url|@import|<script|on\w+=)\b/);
});

const pdftotext = outsideTool("pdftotext");
const browserPath = outsideTool("chromium", "chromium-browser", "google-chrome");

describe.skipIf(!browserPath)("in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: browserPath ?? "",
      args: ["--headless", "--no-sandbox", "--disable-background-networking", "--disable-component-update"],
    });
  });
  afterAll(() => browser?.close());

  const opened = async (html: string, width = 1024) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.setContent(html);
    return page;
  };

  // biome-ignore format: the columns are the test
  test.each([
    ["published",  renderHtml(aReport()),                                             1024, "what a portal shows"],
    ["linked",     renderHtml(aReport(), { linkOf: (figure) => `#${figure}` }),       1024, "the page of the application"],
    ["draft",      renderHtml(aReport({ draft: true })),                              1024, "the red word"],
    ["narrow",     renderHtml(aReport(), { linkOf: (figure) => `#${figure}` }),       360,  "a phone: tables scroll"],
  ])("the %s page has no finding of axe", async (_name, html, width, why) => {
    const page = await opened(html, width);
    await page.addScriptTag({ content: readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8") });
    const source = `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })`;
    const { violations, passes } = (await page.evaluate(source)) as { violations: { id: string }[]; passes: unknown[] }; // axe's own result
    expect(violations.map(({ id }) => id), why).toEqual([]);
    expect(passes.length).toBeGreaterThan(20);
    await page.close();
  });

  test.skipIf(!pdftotext)("on paper a draft is marked on every page, and table 三 stands on one", async () => {
    const page = await opened(renderHtml(aReport({ draft: true })));
    const words = await wordsOfPdf(pdftotext ?? "", await page.pdf({ preferCSSPageSize: true }));
    const pages = [...new Set(words.map((word) => word.page))];
    expect(words.filter(({ text }) => text === "草稿").map((word) => word.page)).toEqual(pages);
    const pageOf = (start: string) => words.find(({ text }) => text.startsWith(start))?.page;
    expect(pageOf("四、结转下年度")).toBe(pageOf("一、本年新收"));
    await page.close();
  });

  test("the browser reads the very texts of the tree", async () => {
    const page = await opened(renderHtml(aReport()));
    const texts = await page.locator("h2,h3,p,th,td").allTextContents();
    expect(texts.slice(0, -2)).toEqual(textsOf(aReport())); // the last two are 署名 and date
    await page.close();
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["t3.deny_process.biz",  ["申请人情况", "法人或其他组织", "商业企业", "三、本年度办理结果", "（三）不予公开", "6.属于四类过程性信息"], "merged labels on both sides"],
    ["t2.penalty.decisions", ["第二十条第（六）项", "本年处理决定数量", "行政处罚"],                                                 "not the headers of the clause before"],
    ["t2.reg.valid",         ["第二十条第（一）项", "现行有效件数", "规章"],                                                        "the first clause"],
    ["t4.after.total",       ["行政诉讼", "复议后起诉", "总计"],                                                                "three levels, no row label"],
  ] as const)("the cell of %s is read aloud with its headers", async (figure, headers, why) => {
    const page = await opened(renderHtml(aReport()));
    const cell = page.locator(`td:has([data-figure="${figure}"])`);
    const ids = ((await cell.getAttribute("headers")) ?? "").split(" ");
    const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()));
    expect(texts, why).toEqual(headers);
    expect(await cell.textContent()).toBe(String(cellValue(figure)));
    await page.close();
  });
});
