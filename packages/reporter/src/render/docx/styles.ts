import { AlignmentType, type IParagraphStyleOptions, type IRunOptions, type IStylesOptions, LineRuleType } from "docx";
import { FACES, type Face, GONGWEN, HEADING_FACES } from "../../document/gongwen-style.ts";
import { CHARACTER, halfPoints, LINE_PITCH, TRACKING, twips } from "./measures.ts";

const { size } = GONGWEN;

/** The face for every script: with a Latin face, Word would set “ ” and — half-width. */
export const typeface = (face: Face) => {
  const name = FACES[face];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: "eastAsia" as const };
};
const type = (face: Face, points: number): IRunOptions => ({
  font: typeface(face),
  size: halfPoints(points),
  color: "000000",
});

/** EXACT and no document grid: a grid makes readers disagree about characters in a line. */
const pitch = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
/** Both are given: LibreOffice reads `firstLine`, Word prefers `firstLineChars`. */
const FIRST_LINE = { firstLine: 2 * CHARACTER, firstLineChars: 200 };

export const STYLE = { title: "Title", body: "GongwenBody", table: "GongwenTable", dense: "GongwenDense" } as const;

const style = (
  id: string,
  name: string,
  run: IRunOptions,
  paragraph: IParagraphStyleOptions["paragraph"],
): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: "Normal",
  next: STYLE.body,
  quickFormat: true,
  run,
  ...(paragraph && { paragraph }),
});

const headings = ([1, 2, 3, 4] as const).map((level) =>
  style(
    `Heading${level}`,
    `heading ${level}`,
    { ...type(HEADING_FACES[level], size.body), bold: false },
    {
      indent: FIRST_LINE,
      keepNext: true,
      outlineLevel: level - 1,
    },
  ),
);

/** 22 lines × 28 characters (GB/T 9704-2012, 5.2.3) by exact line pitch and tracking. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { ...type("body", size.body), language: { value: "zh-CN", eastAsia: "zh-CN" } },
    },
  },
  paragraphStyles: [
    {
      id: "Normal",
      name: "Normal",
      quickFormat: true,
      run: { ...type("body", size.body), characterSpacing: TRACKING },
      paragraph: { spacing: pitch(LINE_PITCH) },
    },
    style(STYLE.body, "公文正文", {}, { indent: FIRST_LINE, alignment: AlignmentType.BOTH }),
    style(
      STYLE.title,
      "Title",
      { ...type("title", size.title), characterSpacing: 0, bold: false },
      {
        alignment: AlignmentType.CENTER,
        spacing: pitch(twips(size.title * 1.5)),
        keepNext: true,
        outlineLevel: 9,
      },
    ),
    ...headings,
    style(
      STYLE.table,
      "表格",
      { ...type("song", size.table), characterSpacing: 0 },
      {
        spacing: pitch(twips(size.table * 1.5)),
      },
    ),
    style(
      STYLE.dense,
      "小字表格",
      { ...type("song", size.denseTable), characterSpacing: 0 },
      {
        spacing: pitch(twips(size.denseTable * 1.25)),
      },
    ),
  ],
};
