import type { Table } from "../../document/block.ts";
import { type PlacedCell, placedCells } from "../../document/cell-grid.ts";
import { escapeHtml } from "./escape-html.ts";
import { type LinkOf, renderRuns } from "./runs.ts";
import { type HeadersOf, tableHeaders } from "./table-headers.ts";

/** Merged headers and headers inside the table need `id` and `headers`: scope alone reads them out wrongly (WCAG H43). */
export function renderTable(table: Table, linkOf: LinkOf): string {
  const places = placedCells(table);
  const headersOf = tableHeaders(places);
  const cells = table.rows.map((): string[] => []);
  for (const place of places) cells[place.row]?.push(renderCell(table, place, headersOf, linkOf));
  const rows = cells.map((row) => `<tr>${row.join("")}</tr>`);
  const head = rows.slice(0, table.headerRows).join("\n");
  const name = `${escapeHtml(table.id)}-name`;
  return [
    `<div class="scroll" role="region" aria-labelledby="${name}" tabindex="0">`,
    `<table id="${escapeHtml(table.id)}"${table.dense ? ' class="dense"' : ""}>`,
    `<caption id="${name}">${escapeHtml(table.caption)}</caption>`,
    `<colgroup>${shares(table.widths)}</colgroup>`,
    ...(head ? [`<thead>${head}</thead>`] : []),
    `<tbody>${rows.slice(table.headerRows).join("\n")}</tbody>`,
    "</table></div>",
  ].join("\n");
}

function shares(widths: readonly number[]): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => `<col style="width:${((100 * width) / whole).toFixed(2)}%">`).join("");
}

export const cellId = (table: Table, { row, column }: PlacedCell): string => `${table.id}-${row}-${column}`;

function renderCell(table: Table, place: PlacedCell, headersOf: HeadersOf, linkOf: LinkOf): string {
  const { cell } = place;
  const spans = [
    cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : "",
    cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : "",
    cell.vertical ? ' class="vertical"' : cell.align === "left" ? ' class="left"' : "",
  ].join("");
  const content = renderRuns(cell.runs, linkOf);
  if (!cell.header) {
    const headers = headersOf(place).map((header) => cellId(table, header));
    return `<td headers="${escapeHtml(headers.join(" "))}"${spans}>${content}</td>`;
  }
  const scope = { column: cell.colSpan > 1 ? "colgroup" : "col", row: cell.rowSpan > 1 ? "rowgroup" : "row" };
  return `<th id="${escapeHtml(cellId(table, place))}" scope="${scope[cell.header]}"${spans}>${content}</th>`;
}
