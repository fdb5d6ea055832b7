import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  HeadingLevel,
  LineRuleType,
  Packer,
  Paragraph,
  TextRun,
} from "docx";
import { type Block, type DocumentTree, type Signature, textOf } from "../../document/block.ts";
import { GONGWEN, widthInCharacters } from "../../document/gongwen-style.ts";
import { signatureIndents } from "../../document/signature-indents.ts";
import { coreProperties } from "../core-properties.ts";
import { withFixedTimes } from "../fixed-times.ts";
import { CHARACTER, halfPoints } from "./measures.ts";
import { pageSetup } from "./page-setup.ts";
import { STYLE, STYLES, typeface } from "./styles.ts";
import { renderTable } from "./table.ts";

const RED = "C00000";

export type DocxOptions = Readonly<{
  /** Moment written into the file's properties, ISO 8601 with offset. */
  at: string;
}>;

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** In twips; even, for it is halved again. */
const HALF_LINE = 290;

/** The report as Word and WPS read it, laid out by GB/T 9704-2012. Same tree and time, same bytes. */
export async function renderDocx(tree: DocumentTree, { at }: DocxOptions): Promise<Uint8Array> {
  const document = new Document({
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: [{ ...pageSetup(tree.draft), children: renderBody(tree) }],
  });
  const properties = coreProperties(tree.title.join(""), tree.organ, at);
  const packed = await Packer.toArrayBuffer(document, undefined, [{ path: "docProps/core.xml", data: properties }]);
  return withFixedTimes(new Uint8Array(packed));
}

function renderBody(tree: DocumentTree): readonly FileChild[] {
  return [
    ...letterhead(tree.letterhead ?? []),
    ...tree.title.map((line) => new Paragraph({ style: STYLE.title, children: [new TextRun(line)] })),
    new Paragraph({}),
    ...tree.blocks.flatMap((block, index) => renderBlock(block, tree.blocks[index - 1], tree.blocks[index + 1])),
    ...(tree.signature ? renderSignature(tree.signature) : []),
  ];
}

/** Red, with a red rule below and a blank line between it and the title (GB/T 9704-2012, 7.2). */
function letterhead(lines: readonly string[]): readonly FileChild[] {
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 4 } };
  const printed = lines.map(
    (line, at) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        ...(at === lines.length - 1 && { border: rule }),
        children: [
          new TextRun({ text: line, color: RED, font: typeface("title"), size: halfPoints(GONGWEN.size.title) }),
        ],
      }),
  );
  return printed.length > 0 ? [...printed, new Paragraph({})] : [];
}

function renderBlock(block: Block, before: Block | undefined, after: Block | undefined): readonly FileChild[] {
  const spacing = {
    ...(before?.kind === "table" && { before: HALF_LINE }),
    ...(after?.kind === "table" && { after: HALF_LINE / 2 }),
  };
  const children = block.kind === "table" ? [] : [new TextRun(textOf(block.runs))];
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({ heading: HEADINGS[block.level], children, spacing, pageBreakBefore: block.newPage ?? false }),
      ];
    case "paragraph":
      // widow control would leave pages of 21 lines
      return [new Paragraph({ style: STYLE.body, widowControl: false, children, spacing })];
    case "table": {
      // two tables in a row would become one, and a document may not end with one
      if (after === undefined) return [renderTable(block), closingParagraph()];
      return after.kind === "table" ? [renderTable(block), new Paragraph({})] : [renderTable(block)];
    }
    default:
      return block satisfies never;
  }
}

/** As small as a line can be: after a table that fills its page it must not begin a blank one. */
const closingParagraph = () =>
  new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, run: { size: 2 } });

/**
 * One blank line, then 署名 and the date, on one page with each other. Set from the left: the space that programs put
 * between digits and characters would shift what is set from the right.
 */
function renderSignature(signature: Signature): readonly FileChild[] {
  const indents = signatureIndents(signature);
  const line = (part: "organ" | "date", keepNext: boolean) => {
    const free = GONGWEN.charactersPerLine - widthInCharacters(signature[part]) - indents[part];
    const left = Math.max(0, Math.round(free * CHARACTER));
    return new Paragraph({ indent: { left }, keepNext, children: [new TextRun(signature[part])] });
  };
  return [new Paragraph({ keepNext: true }), line("organ", true), line("date", false)];
}
