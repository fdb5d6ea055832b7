import type { FigureId } from "@gongkai/schema";
import { isFigureRun, type Run } from "../../document/block.ts";
import { escapeHtml } from "./escape-html.ts";

/** Address of a figure's records; `undefined` where there is nothing to open. A published file has no links. */
export type LinkOf = (figure: FigureId) => string | undefined;

export const renderRuns = (runs: readonly Run[], linkOf: LinkOf): string =>
  runs.map((run) => renderRun(run, linkOf)).join("");

function renderRun(run: Run, linkOf: LinkOf): string {
  const text = escapeHtml(run.text);
  if (!isFigureRun(run)) return text;
  const figure = `data-figure="${escapeHtml(run.figure)}"`;
  const number =
    run.value === null ? `<span ${figure}>${text}</span>` : `<data value="${run.value}" ${figure}>${text}</data>`;
  const href = linkOf(run.figure);
  return href === undefined ? number : `<a href="${escapeHtml(href)}">${number}</a>`;
}
