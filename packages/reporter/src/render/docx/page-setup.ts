import { AlignmentType, Footer, Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from "docx";
import { TextWatermark } from "docx/watermarks";
import { FACES, GONGWEN } from "../../document/gongwen-style.ts";
import { FOOTER, halfPoints, millimetres, twips } from "./measures.ts";
import { typeface } from "./styles.ts";

const { page, size } = GONGWEN;

const PAGE = {
  size: { width: millimetres(page.width), height: millimetres(page.height) },
  margin: {
    top: millimetres(page.top),
    right: millimetres(page.right),
    bottom: millimetres(page.bottom),
    left: millimetres(page.left),
    header: millimetres(page.top / 2),
    footer: FOOTER,
  },
};

/** Numbers stand at the outer edge: right on odd pages, left on even ones, one character in (GB/T 9704-2012, 7.5). */
export function pageSetup(draft: boolean): Pick<ISectionOptions, "properties" | "headers" | "footers"> {
  return {
    properties: { page: PAGE },
    ...(draft && { headers: { default: draftHeader(), even: draftHeader() } }),
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
  };
}

function pageNumber(alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer {
  const edge = twips(size.pageNumber);
  const run = new TextRun({
    children: ["— ", PageNumber.CURRENT, " —"],
    font: typeface("song"),
    size: halfPoints(size.pageNumber),
    characterSpacing: 0,
  });
  const indent = alignment === AlignmentType.RIGHT ? { right: edge } : { left: edge };
  return new Footer({ children: [new Paragraph({ alignment, indent, children: [run] })] });
}

/** The word in the head is what text search finds; the large one across the page is what nobody overlooks. */
function draftHeader(): Header {
  const word = new TextRun({ text: "草稿", font: typeface("hei"), size: halfPoints(size.body), color: "C00000" });
  const across = new TextWatermark({ text: "草稿", font: FACES.hei, color: "E4E4E4", width: 380 });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [word, across] })] });
}
