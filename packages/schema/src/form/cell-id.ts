import { APPLICANT_COLUMNS, type ApplicantColumn } from "./applicant-kinds.ts";
import { RESULT_ROWS, type ResultRow } from "./result-rows.ts";

/** Table 二: 10 cells. */
export const TABLE_TWO_CELLS = [
  "t2.reg.issued",
  "t2.reg.repealed",
  "t2.reg.valid",
  "t2.norm.issued",
  "t2.norm.repealed",
  "t2.norm.valid",
  "t2.license.decisions",
  "t2.penalty.decisions",
  "t2.coercion.decisions",
  "t2.fee.amount",
] as const;
export type TableTwoCell = (typeof TABLE_TWO_CELLS)[number];

/** Rows of table 三 in printed order: 一、二、the 21 results、（七）总计、四. */
export const TABLE_THREE_ROWS = ["new", "opening", ...RESULT_ROWS, "total", "closing"] as const;
export type TableThreeRow = "new" | "opening" | ResultRow | "total" | "closing";
export type TableThreeCell = `t3.${TableThreeRow}.${ApplicantColumn}`;

export const DISPUTE_BLOCKS = ["review", "direct", "after"] as const;
export type DisputeBlock = (typeof DISPUTE_BLOCKS)[number];
export const DISPUTE_COLUMNS = ["upheld", "corrected", "other", "pending", "total"] as const;
export type DisputeColumn = (typeof DISPUTE_COLUMNS)[number];
export type TableFourCell = `t4.${DisputeBlock}.${DisputeColumn}`;

/** `t3.deny_process.biz`: the address of every number printed in tables 二 三 四; 200 in all. */
export type CellId = TableTwoCell | TableThreeCell | TableFourCell;

export const TABLE_THREE_CELLS: readonly TableThreeCell[] = TABLE_THREE_ROWS.flatMap((row) =>
  APPLICANT_COLUMNS.map((column): TableThreeCell => `t3.${row}.${column}`),
);
export const TABLE_FOUR_CELLS: readonly TableFourCell[] = DISPUTE_BLOCKS.flatMap((block) =>
  DISPUTE_COLUMNS.map((column): TableFourCell => `t4.${block}.${column}`),
);
export const CELL_IDS: readonly CellId[] = [...TABLE_TWO_CELLS, ...TABLE_THREE_CELLS, ...TABLE_FOUR_CELLS];

const KNOWN: ReadonlySet<string> = new Set(CELL_IDS);
export const isCellId = (text: string): text is CellId => KNOWN.has(text);
