import type { Figures } from "@gongkai/reporter";
import { type ChainedRecord, type Member, ROLE_LABELS } from "@gongkai/schema";
import { type Html, html } from "./html.ts";
import { progressPanel } from "./progress-panel.ts";
import { recordRow, recordTable, type Shown } from "./record-row.ts";
import { page, topStrip } from "./shell.ts";

const SHOWN_RECORDS = 12;

/** What the right-hand side shows; it is replaced as a whole when the ledger has grown. */
export type Bench = Readonly<{
  figures: Figures;
  lastYear: Figures;
  years: readonly number[];
  records: readonly ChainedRecord[];
  /** Findings that keep the report a draft. */
  blocking: number;
  shown: Shown;
}>;

/** The one page: the ledger and the year; in the demo also who one is and the chat. */
export function workbenchPage(bench: Bench, people: readonly Member[], chosen: Member, chat: string | null): string {
  const { figures, shown } = bench;
  const query = `as=${encodeURIComponent(chosen.id)}&year=${figures.year}`;
  const head = bench.records.at(-1)?.seq ?? 0;
  const live = html`<div id="live" data-head="&quot;${head}&quot;" data-source="/live?${query}">${livePart(bench, chosen)}</div>`;
  const body =
    chat === null
      ? html`${topStrip(shown.office.name, `${chosen.name}，您好`)}
<main class="single">${live}
<form class="actions" method="post" action="/sign-out"><button>退出登录</button></form>
</main>`
      : html`${topStrip(shown.office.name, "演示：企业微信由模拟器扮演，数据只在本机")}
<nav class="people" aria-label="我是谁"><span class="label">我是</span>${people.map((member) => personLink(member, chosen, figures.year))}</nav>
<main class="bench">
<section class="phone" aria-label="和机器人聊天"><iframe title="企业微信聊天：${chosen.name}" src="${chat}"></iframe></section>
${live}
</main>`;
  return page(`公开台账 · ${shown.office.name}`, body);
}

function personLink(member: Member, chosen: Member, year: number): Html {
  const current = member.id === chosen.id ? html` aria-current="true"` : null;
  const role = member.roles.map((one) => ROLE_LABELS[one]).join("、");
  return html`<a href="/?as=${member.id}&amp;year=${year}"${current}>${member.name}<small>${role}</small></a>`;
}

export function livePart({ figures, lastYear, years, records, blocking, shown }: Bench, chosen: Member): Html {
  const { year } = figures;
  const latest = records.slice(-SHOWN_RECORDS).reverse();
  const verdict =
    blocking > 0
      ? html`<p class="verdict must">还有 ${blocking} 处必须改，现在只能导出草稿。</p>`
      : html`<p class="verdict clear">勾稽核对全部通过，可以导出。</p>`;
  const yearLinks = years.map((one) => {
    const current = one === year ? html` aria-current="true"` : null;
    return html`<a href="/?as=${chosen.id}&amp;year=${one}"${current}>${one} 年</a>`;
  });
  return html`<section class="panel" aria-label="全年进度"><h2>${year} 年进度 <small class="years">${yearLinks}</small></h2>${progressPanel(figures, lastYear)}</section>
<section class="panel" aria-label="年度报告"><h2>${year} 年年度报告</h2>${verdict}<div class="actions"><a class="first" href="/report?year=${year}">打开报告</a><a href="/report.docx?year=${year}">下载 Word</a><a href="/findings?year=${year}">核对结果</a></div></section>
<section class="panel" aria-label="台账"><h2>台账 <small>共 ${records.length} 条，最近 ${latest.length} 条</small></h2>${recordTable(latest.map(({ seq, record }) => recordRow(seq, record, shown)))}</section>`;
}
