import { FIGURE_IDS, type FigureId, isNarrativeFigureId } from "@gongkai/schema";
import { figureLabel } from "../fold/figure-label.ts";
import { printedValue, printFigure, unitOf } from "../fold/printed.ts";
import { type Check, explain, note, notRun } from "./check.ts";
import { at } from "./checked-report.ts";

/** Totals and sentences; the columns below a total would repeat it. */
const COMPARED: readonly FigureId[] = FIGURE_IDS.filter(
  (id) => isNarrativeFigureId(id) || id.startsWith("t2.") || /^t3\..*\.tot$/.test(id) || /^t4\..*\.total$/.test(id),
);
/** Below this a ratio says nothing. */
const TRIVIAL = 10;

/** More than five times or less than a fifth of last year asks for a reason. */
export const yearOnYear: Check = {
  id: "D6",
  basis: "与上年相比超过五倍或者不到五分之一的要说明（公开的年报审核工具 QR-007）",
  run: (report) => {
    const { previous } = report;
    if (!previous) return [notRun("没有上年报告的数字，没有与上年比较。")];
    return COMPARED.flatMap((id) => {
      const [before, now] = [previous.figures.get(id) ?? null, at(report, id)];
      if (before === null || now === null || before <= 0) return [];
      const numbers = { cells: [id], expected: printedValue(id, before), actual: printedValue(id, now) };
      const change = `${figureLabel(id)}：上年 ${printFigure(id, before)} ${unitOf(id)}，今年 ${printFigure(id, now)} ${unitOf(id)}`;
      if (now === 0) return [note(`${change}，请确认确实没有发生。`, numbers)];
      if (Math.max(numbers.expected, numbers.actual) < TRIVIAL) return [];
      return now > before * 5 || now * 5 < before ? [explain(`${change}，变化太大，请说明。`, numbers)] : [];
    });
  },
};
