import { type DocumentTree, textOf } from "../../document/block.ts";
import { type Face, HEADING_FACES } from "../../document/gongwen-style.ts";
import { ReportError } from "../../report-error.ts";
import { type SerifSlice, type SerifWeight, slicesFor } from "../typst/serif-slices.ts";
import { type Typeset, type Typesetter, typeset } from "../typst/typesetter.ts";
import { INSTALLED_FACES, STAND_IN_WEIGHT } from "./faces.ts";
import { reportData } from "./report-data.ts";
import { TEMPLATE } from "./template.ts";

export type PdfOptions = Readonly<{
  /** Moment written into the file, ISO 8601 with offset; PDF/A demands one. */
  at: string;
  /** Whose Typst sets the pages; without it this process's. */
  typesetter?: Pick<Typesetter, "typeset">;
}>;

/**
 * The report as tagged PDF/A-2a with bookmarks (ISO 19005-2), laid out by GB/T 9704. Same tree, time and installed
 * fonts, same bytes. On a machine Typst has no library for, the same pages from WebAssembly: tagged, every font
 * embedded, but in the shipped serif only and not marked PDF/A. Throws `ReportError` GLYPH_MISSING when no font has a
 * character, PDF_UNAVAILABLE when neither runs on this machine.
 */
export async function renderPdf(tree: DocumentTree, { at, typesetter = { typeset } }: PdfOptions): Promise<Uint8Array> {
  const regular = await slicesFor(charactersOf(tree), 400);
  const bold = await slicesFor(displayCharacters(tree), 700);
  const slices = { 400: regular.slices, 700: bold.slices };
  const inputs = { report: JSON.stringify(reportData(tree, facesWith(slices), at)) };
  const cut = { slices: [...regular.slices, ...bold.slices], uncovered: regular.uncovered };
  const job = { source: TEMPLATE, inputs, ...cut, into: { pdf: "a-2a" } } as const;
  const typesetReport = await typesetter.typeset(job).catch((cause: unknown): Typeset => {
    throw new ReportError("PDF_UNAVAILABLE", "请改用 docx 导出，再用办公软件另存为 PDF。", { cause });
  });
  if ("made" in typesetReport) return typesetReport.made;
  const cause = new Error(typesetReport.failed);
  const [missing] = regular.uncovered;
  if (missing === undefined) throw new Error("Typst refused the report; mend the template", { cause });
  const code = (missing.codePointAt(0) ?? 0).toString(16).toUpperCase();
  throw new ReportError("GLYPH_MISSING", `“${missing}”（U+${code}）。${typesetReport.plain ? PLAIN_REMEDY : REMEDY}`, {
    cause,
  });
}

const REMEDY = "请在服务器上安装含这个字的仿宋字体，或改用别的写法。";
const PLAIN_REMEDY = "这台机器排 PDF 只能用自带的字体，请改用别的写法，或导出 docx 后用办公软件另存为 PDF。";

/** What the template itself prints on every page. */
const FURNITURE = "0123456789— 草稿";

const charactersOf = (tree: DocumentTree): ReadonlySet<string> =>
  new Set(
    [
      FURNITURE,
      ...(tree.letterhead ?? []),
      ...tree.title,
      tree.signature?.organ ?? "",
      tree.signature?.date ?? "",
      ...tree.blocks.flatMap((block) =>
        block.kind === "table" ? block.rows.flat().map((cell) => textOf(cell.runs)) : [textOf(block.runs)],
      ),
    ].join(""),
  );

/** Characters that a bold stand-in must have: the title, 草稿 and headings in 黑体. */
const displayCharacters = (tree: DocumentTree): ReadonlySet<string> =>
  new Set(
    [
      "草稿",
      ...(tree.letterhead ?? []),
      ...tree.title,
      ...tree.blocks.map((block) =>
        block.kind === "heading" && STAND_IN_WEIGHT[HEADING_FACES[block.level]] === 700 ? textOf(block.runs) : "",
      ),
    ].join(""),
  );

function facesWith(
  slices: Readonly<Record<SerifWeight, readonly SerifSlice[]>>,
): Readonly<Record<Face, readonly string[]>> {
  const families = (face: Face) => [
    ...INSTALLED_FACES[face],
    ...slices[STAND_IN_WEIGHT[face]].map(({ family }) => family),
    ...slices[400].map(({ family }) => family),
  ];
  return {
    title: families("title"),
    body: families("body"),
    kai: families("kai"),
    hei: families("hei"),
    song: families("song"),
  };
}
