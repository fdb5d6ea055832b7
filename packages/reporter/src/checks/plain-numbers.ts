import { CELL_IDS, type FigureId, isFigureId } from "@gongkai/schema";
import { figureLabel } from "../fold/figure-label.ts";
import { scaleOf } from "../fold/printed.ts";
import { type Check, explain, type Found, mustFix } from "./check.ts";
import { at } from "./checked-report.ts";

/** What people put where they mean nothing: blank, 无, a stroke. */
const NOTHING_WRITTEN = /^(?:\s*|[/／\-—–─－]+|无|空|没有|n\/?a|null)$/i;
/** A whole or decimal number however it is written: thousands separators, full-width digits. */
const NUMERIC = /^[+-]?[\d０-９]+(?:[,，][\d０-９]{3})*(?:[.．][\d０-９]+)?$/;

export const isNumeric = (text: string): boolean => NUMERIC.test(text.trim());
const labelOf = (place: string) => (isFigureId(place) ? figureLabel(place) : place);
const cellsOf = (place: string): FigureId[] => (isFigureId(place) ? [place] : []);

/** Empty is an error: what did not happen is 0. */
export const noBlanks: Check = {
  id: "D3",
  basis: "国办公开办函〔2021〕30号 表二、表三、表四；没有发生填零",
  run: ({ odd }) =>
    odd
      .filter(({ text }) => NOTHING_WRITTEN.test(text))
      .map(({ place, text }) =>
        mustFix(`${labelOf(place)}填的是“${text}”，没有发生请填 0。`, { cells: cellsOf(place) }),
      ),
};

/** Counts are whole and never negative. */
export const wholeNumbers: Check = {
  id: "D4",
  basis: "国办公开办函〔2021〕30号 表二、表三、表四；件数为非负整数",
  run: (report) => [
    ...report.odd
      .filter(({ text }) => !NOTHING_WRITTEN.test(text))
      .map(({ place, text }): Found => {
        const cells = cellsOf(place);
        if (!isNumeric(text)) return mustFix(`${labelOf(place)}填的“${text}”不是数字。`, { cells });
        return explain(`${labelOf(place)}写成“${text}”，请用不带逗号的半角数字。`, { cells });
      }),
    ...CELL_IDS.flatMap((id) => {
      const value = at(report, id);
      if (value === null || (value >= 0 && Number.isInteger(value))) return [];
      const actual = value / scaleOf(id);
      const says =
        value < 0 ? `${figureLabel(id)}是 ${actual}，不能是负数。` : `${figureLabel(id)}是 ${actual}，件数必须是整数。`;
      return [mustFix(says, { cells: [id], actual })];
    }),
  ],
};
