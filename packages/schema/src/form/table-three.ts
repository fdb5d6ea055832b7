import { APPLICANT_COLUMNS, APPLICANT_LABELS, type ApplicantColumn } from "./applicant-kinds.ts";
import type { TableThreeRow } from "./cell-id.ts";
import { columnHeader, type FormTable, type FormTableCell, rowHeader } from "./form-table.ts";
import { groupOfRow, RESULT_GROUP_LABELS, RESULT_ROW_LABELS, RESULT_ROWS, type ResultGroup } from "./result-rows.ts";

/** Labels of the four rows that are no result. */
export const BALANCE_ROW_LABELS = {
  new: "一、本年新收政府信息公开申请数量",
  opening: "二、上年结转政府信息公开申请数量",
  total: "（七）总计",
  closing: "四、结转下年度继续办理",
} as const;
const RESULTS_LABEL = "三、本年度办理结果";
/** It says 本列: the identity holds in every column, not only in 总计. */
export const BALANCE_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

const ORGANISATIONS: readonly ApplicantColumn[] = ["biz", "res", "npo", "law", "oth"];
const figures = (row: TableThreeRow): FormTableCell[] =>
  APPLICANT_COLUMNS.map((column) => ({ cell: `t3.${row}.${column}` }));

/** Groups of one row carry their own figures; the others are a merged label over their numbered rows. */
const rowsOfGroup = (group: ResultGroup) => RESULT_ROWS.filter((row) => groupOfRow(row) === group);

const resultRows: readonly FormTableCell[][] = RESULT_ROWS.map((row) => {
  const group = rowsOfGroup(groupOfRow(row));
  if (group.length === 1) return [rowHeader(RESULT_ROW_LABELS[row], { colSpan: 2 }), ...figures(row)];
  const label = rowHeader(RESULT_ROW_LABELS[row]);
  if (row !== group[0]) return [label, ...figures(row)];
  return [rowHeader(RESULT_GROUP_LABELS[groupOfRow(row)], { rowSpan: group.length }), label, ...figures(row)];
});

/** Table 三. 28 rows of 10 places, 175 figures; 三 spans the 21 results and （七）总计. */
export const TABLE_THREE: FormTable = {
  id: "t3",
  caption: "收到和处理政府信息公开申请情况",
  columns: 10,
  labelColumns: 3,
  headerRows: 3,
  rows: [
    [columnHeader(BALANCE_NOTE, { colSpan: 3, rowSpan: 3 }), columnHeader("申请人情况", { colSpan: 7 })],
    [
      columnHeader(APPLICANT_LABELS.nat, { rowSpan: 2 }),
      columnHeader("法人或其他组织", { colSpan: 5 }),
      columnHeader(APPLICANT_LABELS.tot, { rowSpan: 2 }),
    ],
    ORGANISATIONS.map((column) => columnHeader(APPLICANT_LABELS[column])),
    [rowHeader(BALANCE_ROW_LABELS.new, { colSpan: 3 }), ...figures("new")],
    [rowHeader(BALANCE_ROW_LABELS.opening, { colSpan: 3 }), ...figures("opening")],
    ...resultRows.map((cells, index) =>
      index > 0 ? cells : [rowHeader(RESULTS_LABEL, { rowSpan: RESULT_ROWS.length + 1, vertical: true }), ...cells],
    ),
    [rowHeader(BALANCE_ROW_LABELS.total, { colSpan: 2 }), ...figures("total")],
    [rowHeader(BALANCE_ROW_LABELS.closing, { colSpan: 3 }), ...figures("closing")],
  ],
};
