import { DISPUTE_BLOCKS, DISPUTE_COLUMNS, type DisputeBlock, type DisputeColumn } from "./cell-id.ts";
import { columnHeader, type FormTable } from "./form-table.ts";

export const DISPUTE_COLUMN_LABELS: Readonly<Record<DisputeColumn, string>> = {
  upheld: "结果维持",
  corrected: "结果纠正",
  other: "其他结果",
  pending: "尚未审结",
  total: "总计",
};
/** Lawsuits stand in two blocks; a reconsideration has no further division. */
export const DISPUTE_BLOCK_LABELS: Readonly<Record<DisputeBlock, string>> = {
  review: "行政复议",
  direct: "未经复议直接起诉",
  after: "复议后起诉",
};

/** Table 四. One data row of 15 figures under three header rows. */
export const TABLE_FOUR: FormTable = {
  id: "t4",
  caption: "政府信息公开行政复议、行政诉讼情况",
  columns: 15,
  labelColumns: 0,
  headerRows: 3,
  rows: [
    [columnHeader(DISPUTE_BLOCK_LABELS.review, { colSpan: 5 }), columnHeader("行政诉讼", { colSpan: 10 })],
    [
      ...DISPUTE_COLUMNS.map((column) => columnHeader(DISPUTE_COLUMN_LABELS[column], { rowSpan: 2 })),
      columnHeader(DISPUTE_BLOCK_LABELS.direct, { colSpan: 5 }),
      columnHeader(DISPUTE_BLOCK_LABELS.after, { colSpan: 5 }),
    ],
    [...DISPUTE_COLUMNS, ...DISPUTE_COLUMNS].map((column) => columnHeader(DISPUTE_COLUMN_LABELS[column])),
    DISPUTE_BLOCKS.flatMap((block) => DISPUTE_COLUMNS.map((column) => ({ cell: `t4.${block}.${column}` as const }))),
  ],
};
