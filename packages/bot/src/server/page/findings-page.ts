import { type Finding, figureLabel } from "@gongkai/reporter";
import { isFigureId, type Office } from "@gongkai/schema";
import { type Html, html } from "./html.ts";
import { figureHref } from "./progress-panel.ts";
import { page, topStrip } from "./shell.ts";

/** What the checks found, worst first: what it says, by which rule, and the numbers on both sides. */
export function findingsPage(findings: readonly Finding[], office: Office, year: number): string {
  const must = findings.filter(({ verdict }) => verdict === "必改").length;
  const verdict =
    must > 0
      ? html`<p class="verdict must">${must} 处必须改，改好之前只能导出草稿。</p>`
      : html`<p class="verdict clear">没有必须改的问题。</p>`;
  const rows = findings.map((finding) => findingRow(finding, year));
  const list =
    rows.length > 0
      ? html`<table><thead><tr><th scope="col">结论</th><th scope="col">说明</th><th scope="col">涉及的数</th><th scope="col">依据</th></tr></thead><tbody>${rows}</tbody></table>`
      : html`<p>全部核对规则都通过了。</p>`;
  const body = html`${topStrip(office.name, `${year} 年`)}
<main class="single">
<p class="crumb"><a href="/?year=${year}">返回台账</a> · <a href="/report?year=${year}">年度报告</a></p>
<section class="panel"><h1>核对结果</h1>${verdict}${list}</section>
</main>`;
  return page(`核对结果 · ${year}`, body);
}

function findingRow({ verdict, says, cells, basis, rule }: Finding, year: number): Html {
  const links = cells
    .filter(isFigureId)
    .map((cell, at) => html`${at > 0 ? "、" : null}<a href="${figureHref(cell, year)}">${figureLabel(cell)}</a>`);
  const mark = verdict === "必改" ? "verdict must" : "verdict";
  return html`<tr data-rule="${rule}"><td class="${mark}">${verdict}</td><td>${says}</td><td>${links}</td><td class="words">${basis}</td></tr>`;
}
