import { columnHeader, type FormTable, rowHeader } from "./form-table.ts";

const CLAUSE = (number: string) => [columnHeader(`第二十条第（${number}）项`, { colSpan: 4 })];
const DOCUMENTS = [
  columnHeader("信息内容"),
  columnHeader("本年制发件数"),
  columnHeader("本年废止件数"),
  columnHeader("现行有效件数"),
];
const DECISIONS = [columnHeader("信息内容"), columnHeader("本年处理决定数量", { colSpan: 3 })];
const FEES = [columnHeader("信息内容"), columnHeader("本年收费金额（单位：万元）", { colSpan: 3 })];

/** Table 二. The clause captions cite 条例 art. 20; 14 rows of 4 places, 10 figures. */
export const TABLE_TWO: FormTable = {
  id: "t2",
  caption: "主动公开政府信息情况",
  columns: 4,
  labelColumns: 1,
  headerRows: 0,
  rows: [
    CLAUSE("一"),
    DOCUMENTS,
    [rowHeader("规章"), { cell: "t2.reg.issued" }, { cell: "t2.reg.repealed" }, { cell: "t2.reg.valid" }],
    [rowHeader("行政规范性文件"), { cell: "t2.norm.issued" }, { cell: "t2.norm.repealed" }, { cell: "t2.norm.valid" }],
    CLAUSE("五"),
    DECISIONS,
    [rowHeader("行政许可"), { cell: "t2.license.decisions", colSpan: 3 }],
    CLAUSE("六"),
    DECISIONS,
    [rowHeader("行政处罚"), { cell: "t2.penalty.decisions", colSpan: 3 }],
    [rowHeader("行政强制"), { cell: "t2.coercion.decisions", colSpan: 3 }],
    CLAUSE("八"),
    FEES,
    [rowHeader("行政事业性收费"), { cell: "t2.fee.amount", colSpan: 3 }],
  ],
};
