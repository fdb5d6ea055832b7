import {
  APPLICANT_COLUMNS,
  APPLICANT_LABELS,
  type FigureId,
  TABLE_THREE_CELLS,
  TABLE_THREE_ROWS,
} from "@gongkai/schema";
import { rowLabel } from "../fold/figure-label.ts";
import { type Check, explain, type Found, mustFix, notRun } from "./check.ts";
import { texts } from "./prose-text.ts";

const FORM = "国办公开办函〔2021〕30号 附件";
/** Column words of the trial form of 国办公开办函〔2019〕60号. */
const OLD_FORM = /本年新制作数量|本年新公开数量|对外公开总数量|上一年项目数量|本年增\/?减/;

export const currentForm: Check = {
  id: "D13",
  basis: `${FORM}，取代国办公开办函〔2019〕60号 格式（试行）`,
  run: ({ strangers, prose }) => {
    const old = [...strangers, ...texts(prose).map(([, text]) => text)].find((text) => OLD_FORM.test(text));
    return old === undefined ? [] : [mustFix("表格用的还是2019年试行格式的栏目，请换成2021年的标准格式。")];
  },
};

/** Half a table given means the table is given; then a row or column that is not there was left out. */
const IS_TABLE = TABLE_THREE_CELLS.length / 2;

export const standardTable: Check = {
  id: "D30",
  basis: `${FORM} 表三（25 行 7 列）`,
  run: ({ strangers, figures }) => {
    const added = strangers.filter((place) => /^t[234]\./.test(place) && !OLD_FORM.test(place));
    const more = added.length > 0 ? [mustFix(`表里有标准格式没有的格：${added.slice(0, 5).join("、")}。`)] : [];
    if (TABLE_THREE_CELLS.filter((cell) => figures.has(cell)).length < IS_TABLE) return more;
    const absent = (cells: readonly FigureId[]) => cells.every((cell) => !figures.has(cell));
    const rows = TABLE_THREE_ROWS.filter((row) =>
      absent(APPLICANT_COLUMNS.map((column): FigureId => `t3.${row}.${column}`)),
    ).map((row) => `“${rowLabel(row)}”这一行`);
    const columns = APPLICANT_COLUMNS.filter((column) =>
      absent(TABLE_THREE_ROWS.map((row): FigureId => `t3.${row}.${column}`)),
    ).map((column) => `“${APPLICANT_LABELS[column]}”这一列`);
    const missing = [...rows, ...columns].map((part): Found => mustFix(`表三缺少${part}，标准格式不能增减。`));
    return [...more, ...missing];
  },
};

/** A table that breaks over pages repeats its header rows. */
export const headersRepeat: Check = {
  id: "D31",
  basis: `${FORM} 表三表头三行；跨页表格应重复表头`,
  run: ({ repeatedRows }) => {
    if (repeatedRows === null) return [notRun("没有给出版面，跨页表头没有核对。")];
    return (repeatedRows.t3 ?? 0) >= 3
      ? []
      : [
          explain("表三跨页时没有重复三行表头，后一页的数看不出是哪一列。", {
            expected: 3,
            actual: repeatedRows.t3 ?? 0,
          }),
        ];
  },
};
