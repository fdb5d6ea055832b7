import { type FigureId, isFigureId, NARRATIVE_FIGURE_IDS } from "@gongkai/schema";
import { figureLabel } from "../fold/figure-label.ts";
import { type BoundNumbers, withoutMarks } from "./bound-number.ts";

/** 【网站总访问量】 or 【s1.site_visits】: a figure named inside a stored text. */
const NAMED = /【([^【】]{1,40})】/g;
const BY_LABEL: ReadonlyMap<string, FigureId> = new Map(NARRATIVE_FIGURE_IDS.map((id) => [figureLabel(id), id]));
const figureNamed = (name: string): FigureId | undefined => (isFigureId(name) ? name : BY_LABEL.get(name));

export type BoundText = Readonly<{
  paragraphs: readonly string[];
  /** It names figures, so its writer has written the numbers of this place too. */
  complete: boolean;
  /** Names in 【】 that are no figure; they stay in the text as they are. */
  unknown: readonly string[];
}>;

/** A text somebody stored, with its named figures turned into marks. */
export function bindStoredText(text: string, numbers: BoundNumbers): BoundText {
  const unknown: string[] = [];
  let complete = false;
  const bound = withoutMarks(text).replace(NAMED, (whole, name: string) => {
    const figure = figureNamed(name.trim());
    if (!figure) {
      unknown.push(name);
      return whole;
    }
    complete = true;
    return numbers.mark(figure);
  });
  const paragraphs = bound
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return { paragraphs, complete, unknown };
}
