import { type DocumentTree, REPORT_CSS, renderHtmlArticle } from "@gongkai/reporter";
import type { FigureId } from "@gongkai/schema";
import { Html, html } from "./html.ts";
import { figureHref } from "./progress-panel.ts";
import { page, topStrip } from "./shell.ts";

/** The report as it would be published, every number a link to its records. */
export function reportPage(tree: DocumentTree, office: string, year: number): string {
  const article = renderHtmlArticle(tree, { linkOf: (figure: FigureId) => figureHref(figure, year) });
  const body = html`${topStrip(office, `${year} 年`)}
<style>${new Html(REPORT_CSS)}</style>
<main class="single">
<p class="crumb"><a href="/?year=${year}">返回台账</a> · <a href="/report.docx?year=${year}">下载 Word</a> · <a href="/findings?year=${year}">核对结果</a></p>
<section class="panel">${new Html(article)}</section>
</main>`;
  return page(tree.title.join(""), body);
}
