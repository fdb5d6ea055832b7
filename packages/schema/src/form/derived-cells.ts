import { APPLICANT_KINDS } from "./applicant-kinds.ts";
import { type CellId, DISPUTE_BLOCKS, TABLE_THREE_ROWS } from "./cell-id.ts";
import { RESULT_ROWS } from "./result-rows.ts";

/** What is added and what is taken away, cells of the same table. */
export type CellSum = Readonly<{ plus: readonly CellId[]; minus: readonly CellId[] }>;

const sumOf = (plus: readonly CellId[], minus: readonly CellId[] = []): CellSum => ({ plus, minus });

/**
 * The 40 cells that 国办公开办函〔2021〕30号 makes a sum of other cells: 总计 of every row, （七）总计 and 四 of every
 * column of table 三, 总计 of every block of table 四.
 */
export const DERIVED_CELLS: ReadonlyMap<CellId, CellSum> = new Map<CellId, CellSum>([
  ...TABLE_THREE_ROWS.map((row): [CellId, CellSum] => [
    `t3.${row}.tot`,
    sumOf(APPLICANT_KINDS.map((kind): CellId => `t3.${row}.${kind}`)),
  ]),
  ...APPLICANT_KINDS.flatMap((column): [CellId, CellSum][] => [
    [`t3.total.${column}`, sumOf(RESULT_ROWS.map((row): CellId => `t3.${row}.${column}`))],
    [`t3.closing.${column}`, sumOf([`t3.new.${column}`, `t3.opening.${column}`], [`t3.total.${column}`])],
  ]),
  ...DISPUTE_BLOCKS.map((block): [CellId, CellSum] => [
    `t4.${block}.total`,
    sumOf([`t4.${block}.upheld`, `t4.${block}.corrected`, `t4.${block}.other`, `t4.${block}.pending`]),
  ]),
]);
