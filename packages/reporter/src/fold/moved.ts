import type { FigureId } from "@gongkai/schema";
import type { Figures } from "./figures.ts";

/** Stored units; `null` where nothing had been stated. */
export type Moved = Readonly<{ figure: FigureId; before: number | null; after: number | null }>;

/** Which figures a record changed, in the order of the form. Both sides must hold the figures compared. */
export function moved(before: Figures, after: Figures): Moved[] {
  return after.ids.flatMap((figure) => {
    const change = { figure, before: before.at(figure).value, after: after.at(figure).value };
    return change.before === change.after ? [] : [change];
  });
}
