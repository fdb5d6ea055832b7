import { type Figures, figureLabel, printFigure, unitOf } from "@gongkai/reporter";
import type { ChainedRecord, FigureId } from "@gongkai/schema";
import { type Html, html } from "./html.ts";
import { figureHref } from "./progress-panel.ts";
import { factLine, momentWords, personOf, type Shown, sectionOf, wordsOf } from "./record-row.ts";
import { page, topStrip } from "./shell.ts";

/** One figure opened to what it was counted from. The list is the fold's own, never a second count. */
export function figurePage(
  figure: FigureId,
  figures: Figures,
  records: ReadonlyMap<string, ChainedRecord>,
  shown: Shown,
): string {
  const { value, contributions, gaps, operands = [] } = figures.at(figure);
  const printed = value === null ? "未报" : `${printFigure(figure, value)} ${unitOf(figure)}`;
  const rows = contributions.flatMap(({ record: id, amount }) => {
    const chained = records.get(id);
    return chained ? [contributionRow(chained, amount, figure, shown)] : [];
  });
  const counted =
    rows.length > 0
      ? html`<h2>由 ${rows.length} 条记录得来</h2><table><thead><tr><th class="number" scope="col">序号</th><th class="number" scope="col">计入</th><th scope="col">记了什么</th><th scope="col">科室</th><th scope="col">报送人</th><th scope="col">时间</th><th scope="col">原话</th></tr></thead><tbody>${rows}</tbody></table>`
      : html`<h2>没有记录计入这个数</h2>`;
  const body = html`${topStrip(shown.office.name, html`${figures.year} 年`.text)}
<main class="single">
<p class="crumb"><a href="/?year=${figures.year}">返回台账</a> · <a href="/report?year=${figures.year}">年度报告</a></p>
<section class="panel"><h1>${figureLabel(figure)}</h1><p class="big" id="value">${printed}</p>${operandLinks(operands, figures)}${gapLines(gaps.length)}</section>
<section class="panel">${counted}</section>
</main>`;
  return page(`${figureLabel(figure)} · ${figures.year}`, body);
}

function contributionRow({ seq, record }: ChainedRecord, amount: number, figure: FigureId, shown: Shown): Html {
  const line = shown.standing.find(record.id);
  return html`<tr data-seq="${seq}"><td class="number">${seq}</td><td class="number">${printFigure(figure, amount)}</td><td>${line ? factLine(line.fact, shown) : ""}</td><td>${sectionOf(record.section, shown)}</td><td>${personOf(record.by, shown)}</td><td class="when">${momentWords(record.saidAt)}</td><td class="words">${wordsOf(record, shown)}</td></tr>`;
}

function operandLinks(operands: readonly FigureId[], figures: Figures): Html | null {
  if (operands.length === 0) return null;
  const links = operands.map((operand, at) => {
    const { value } = figures.at(operand);
    return html`${at > 0 ? "、" : null}<a href="${figureHref(operand, figures.year)}">${figureLabel(operand)} ${value === null ? "未报" : printFigure(operand, value)}</a>`;
  });
  return html`<p>由这些数算出：${links}</p>`;
}

const gapLines = (count: number): Html | null =>
  count > 0 ? html`<p class="verdict must">还有 ${count} 个月没有报，这个数还不完整。</p>` : null;
