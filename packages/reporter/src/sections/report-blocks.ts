import {
  OVERVIEW_ASPECTS,
  REPORT_SECTIONS,
  type ReportSectionKey,
  TABLE_FOUR,
  TABLE_THREE,
  TABLE_TWO,
} from "@gongkai/schema";
import type { Block, Heading, Run } from "../document/block.ts";
import { reportTable } from "../document/report-tables.ts";
import type { PrintFigure } from "./bound-number.ts";
import type { Prose } from "./prose.ts";

const heading = (level: Heading["level"], text: string): Block => ({ kind: "heading", level, runs: [{ text }] });
const paragraphsOf = (paragraphs: readonly (readonly Run[])[]): Block[] =>
  paragraphs.map((runs) => ({ kind: "paragraph", runs }));

/** The body of each section of the form. 条例 art. 50. */
const BODIES: Readonly<Record<ReportSectionKey, (prose: Prose["paragraphs"], print: PrintFigure) => Block[]>> = {
  一: (prose) => OVERVIEW_ASPECTS.flatMap(({ key, heading: text }) => [heading(2, text), ...paragraphsOf(prose[key])]),
  二: (_prose, print) => [reportTable(TABLE_TWO, print)],
  三: (_prose, print) => [reportTable(TABLE_THREE, print)],
  四: (_prose, print) => [reportTable(TABLE_FOUR, print)],
  五: (prose) => paragraphsOf(prose.五),
  六: (prose) => paragraphsOf(prose.六),
};

/** The six sections, without a format. */
export function reportBlocks({ paragraphs }: Prose, print: PrintFigure): Block[] {
  return REPORT_SECTIONS.flatMap(({ key, heading: text }) => [heading(1, text), ...BODIES[key](paragraphs, print)]);
}
