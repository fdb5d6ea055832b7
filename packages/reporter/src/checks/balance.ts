import type { FigureId } from "@gongkai/schema";
import { figureLabel } from "../fold/figure-label.ts";
import { type Found, mustFix, notRun } from "./check.ts";
import { at, type CheckedReport, sumOf } from "./checked-report.ts";

/** One identity of the form: what one side adds up to, the other must. */
export type Balance = Readonly<{
  left: readonly FigureId[];
  right: readonly FigureId[];
  /** The sentence when they differ. */
  says: (left: number, right: number) => string;
}>;

/** Every broken identity; where a figure is not given the identity was not checked, said once for all of them. */
export function broken(report: CheckedReport, balances: readonly Balance[]): Found[] {
  const missing = new Set<FigureId>();
  const found = balances.flatMap(({ left, right, says }) => {
    const cells = [...left, ...right];
    const [expected, actual] = [sumOf(report, left), sumOf(report, right)];
    if (expected === null || actual === null) {
      for (const id of cells) if (at(report, id) === null) missing.add(id);
      return [];
    }
    return expected === actual ? [] : [mustFix(says(expected, actual), { cells, expected, actual })];
  });
  return [...found, ...incomplete([...missing])];
}

/** Says which figures a rule lacked. */
export function incomplete(missing: readonly FigureId[]): Found[] {
  const [first] = missing;
  if (first === undefined) return [];
  const others = missing.length > 1 ? `等 ${missing.length} 个数` : "";
  return [notRun(`没有给出${figureLabel(first)}${others}，这一条没有检查。`, { cells: missing })];
}
