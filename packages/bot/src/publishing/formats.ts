import { type DocumentTree, renderDocx, renderHtml, renderJson, renderPdf, renderXlsx } from "@gongkai/reporter";

type Format = Readonly<{ type: string; render: (tree: DocumentTree, at: string) => Promise<Uint8Array> }>;

const encoded = (text: string) => new TextEncoder().encode(text);

/** Every format a report can be had in, by its file ending. */
export const FORMATS = {
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    render: (tree, at) => renderDocx(tree, { at }),
  },
  pdf: { type: "application/pdf", render: (tree, at) => renderPdf(tree, { at }) },
  html: { type: "text/html; charset=utf-8", render: async (tree) => encoded(renderHtml(tree)) },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    render: (tree, at) => renderXlsx(tree, { at }),
  },
  json: { type: "application/json", render: async (tree) => encoded(renderJson(tree)) },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[]; // keys of a const object
export const isFormatName = (name: string): name is FormatName => Object.hasOwn(FORMATS, name);

/** 某某局2025年政府信息公开工作年度报告（草稿）.docx */
export const fileName = (tree: DocumentTree, format: FormatName): string =>
  `${tree.title.join("")}${tree.draft ? "（草稿）" : ""}.${format}`;
