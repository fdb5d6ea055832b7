import type { Block, DocumentTree, Signature } from "../../document/block.ts";
import { signatureIndents } from "../../document/signature-indents.ts";
import { escapeHtml } from "./escape-html.ts";
import { type LinkOf, renderRuns } from "./runs.ts";
import { REPORT_CSS } from "./style.ts";
import { renderTable } from "./table.ts";

export type HtmlOptions = Readonly<{
  /** Given by a page of the application; the published file has no links. */
  linkOf?: LinkOf;
}>;

/** The report as one web page for a portal: nothing fetched, no script, readable aloud and on paper. */
export function renderHtml(tree: DocumentTree, options: HtmlOptions = {}): string {
  const title = escapeHtml(tree.title.join(""));
  return [
    "<!DOCTYPE html>",
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${title}${tree.draft ? "（草稿）" : ""}</title>`,
    `<style>${REPORT_CSS}</style></head>`,
    `<body><main>${renderHtmlArticle(tree, options)}</main></body></html>`,
    "",
  ].join("\n");
}

/** The report alone, for a page that has a frame of its own; it needs `REPORT_CSS`. */
export function renderHtmlArticle(tree: DocumentTree, { linkOf = () => undefined }: HtmlOptions = {}): string {
  return [
    '<article class="report">',
    ...(tree.draft ? ['<p class="draft">草稿</p>'] : []),
    ...(tree.letterhead
      ? [`<p class="letterhead">${tree.letterhead.map((line) => `<span>${escapeHtml(line)}</span>`).join("")}</p>`]
      : []),
    `<h1>${tree.title.map((line) => `<span>${escapeHtml(line)}</span>`).join("")}</h1>`,
    ...tree.blocks.map((block) => renderBlock(block, linkOf)),
    ...(tree.signature ? [renderSignature(tree.signature)] : []),
    "</article>",
  ].join("\n");
}

function renderBlock(block: Block, linkOf: LinkOf): string {
  switch (block.kind) {
    case "heading": {
      const tag = `h${block.level + 1}`; // h1 is the title
      return `<${tag}>${renderRuns(block.runs, linkOf)}</${tag}>`;
    }
    case "paragraph":
      return `<p>${renderRuns(block.runs, linkOf)}</p>`;
    case "table":
      return renderTable(block, linkOf);
    default:
      return block satisfies never;
  }
}

function renderSignature(signature: Signature): string {
  const indents = signatureIndents(signature);
  const line = (part: "organ" | "date") =>
    `<p style="padding-right:${indents[part]}em">${escapeHtml(signature[part])}</p>`;
  return `<footer class="signature">${line("organ")}${line("date")}</footer>`;
}
