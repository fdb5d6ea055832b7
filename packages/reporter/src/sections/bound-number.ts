import type { FigureId } from "@gongkai/schema";
import type { FigureRun, Run } from "../document/block.ts";

// Private-use characters: no keyboard and no font has them, and they are taken out of everything people wrote.
const OPEN = "\uE000";
const CLOSE = "\uE001";
const MARKS = /\uE000(\d+)\uE001/;
const FOREIGN_MARKS = /[\uE000\uE001]/g;

/** A figure as it is to be printed. */
export type PrintFigure = (figure: FigureId) => FigureRun;

/** Text that cannot pretend to hold a figure. */
export const withoutMarks = (text: string): string => text.replace(FOREIGN_MARKS, "");

/**
 * Figures on their way through a template. The template sees an opaque mark and never the digits, so it can place a
 * number and cannot change it; `bind` turns the marks back into numbers tied to their figures.
 */
export class BoundNumbers {
  readonly #figures: FigureId[] = [];

  mark(figure: FigureId): string {
    this.#figures.push(figure);
    return `${OPEN}${this.#figures.length - 1}${CLOSE}`;
  }

  bind(text: string, print: PrintFigure): Run[] {
    return text.split(MARKS).flatMap((part, index): Run[] => {
      if (index % 2 === 0) return part === "" ? [] : [{ text: part }];
      const figure = this.#figures[Number(part)];
      return figure === undefined ? [] : [print(figure)];
    });
  }
}
