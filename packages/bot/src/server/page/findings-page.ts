import { figureLabel, summarise } from "@gongkai/reporter";
import { isFigureId, type Office } from "@gongkai/schema";
import { type Reasoned, reasonWords } from "../../publishing/reasons.ts";
import { type Html, html } from "./html.ts";
import { figureHref } from "./progress-panel.ts";
import { page, topStrip } from "./shell.ts";

type Shown = Readonly<{
  office: Office;
  year: number;
  /** Member id → name. */
  names: ReadonlyMap<string, string>;
}>;

/** What the checks found, worst first: what it says, the reason given for it, and the numbers on both sides. */
export function findingsPage(findings: readonly Reasoned[], shown: Shown): string {
  const { office, year } = shown;
  const { final, says } = summarise(findings);
  const verdict = html`<p class="${final ? "verdict clear" : "verdict must"}">${says}</p>`;
  const rows = findings.map((finding) => findingRow(finding, shown));
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

function findingRow({ verdict, says, cells, basis, rule, reason }: Reasoned, { year, names }: Shown): Html {
  const links = cells
    .filter(isFigureId)
    .map((cell, at) => html`${at > 0 ? "、" : null}<a href="${figureHref(cell, year)}">${figureLabel(cell)}</a>`);
  const told = reason ? html`<br>${reasonWords(reason, (by) => names.get(by) ?? by)}` : null;
  const mark = verdict === "必改" ? "verdict must" : "verdict";
  return html`<tr data-rule="${rule}"><td class="${mark}">${verdict}</td><td>${says}${told}</td><td>${links}</td><td class="words">${basis}</td></tr>`;
}
