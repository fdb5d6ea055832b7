// The document and its formats.

export {
  type Block,
  type Cell,
  type DocumentTree,
  type FigureRun,
  isFigureRun,
  type Run,
  type Signature,
  type Table,
  textOf,
} from "./document/block.ts";
export { type DocxOptions, renderDocx } from "./render/docx/render-docx.ts";
export { type HtmlOptions, renderHtml, renderHtmlArticle } from "./render/html/render-html.ts";
export { REPORT_CSS } from "./render/html/style.ts";
export { type ReportJson, renderJson, reportJson } from "./render/json.ts";
