import {
  APPLICANT_LABELS,
  type ApplicantColumn,
  BALANCE_ROW_LABELS,
  type CellId,
  DISPUTE_BLOCK_LABELS,
  DISPUTE_COLUMN_LABELS,
  type DisputeBlock,
  type DisputeColumn,
  type FigureId,
  isNarrativeFigureId,
  NARRATIVE_FIGURES,
  RESULT_ROW_LABELS,
  type TableTwoCell,
} from "@gongkai/schema";

const TABLE_TWO_LABELS: Readonly<Record<TableTwoCell, string>> = {
  "t2.reg.issued": "规章制发",
  "t2.reg.repealed": "规章废止",
  "t2.reg.valid": "规章现行有效",
  "t2.norm.issued": "行政规范性文件制发",
  "t2.norm.repealed": "行政规范性文件废止",
  "t2.norm.valid": "行政规范性文件现行有效",
  "t2.license.decisions": "行政许可",
  "t2.penalty.decisions": "行政处罚",
  "t2.coercion.decisions": "行政强制",
  "t2.fee.amount": "行政事业性收费",
};
const isTableTwo = (id: string): id is TableTwoCell => Object.hasOwn(TABLE_TWO_LABELS, id);

/** The row's label without its number and its note: 部分公开, 属于国家秘密. */
const ROWS: Readonly<Record<string, string>> = { ...BALANCE_ROW_LABELS, ...RESULT_ROW_LABELS };
export const rowLabel = (row: string): string =>
  (ROWS[row] ?? row).replace(/^(?:（[一二三四五六七]）|[一二三四]、|\d\.)/, "").replace(/（.*）$/, "");

/** What a figure is called when one speaks of it: 表二 行政许可, 表三 部分公开（自然人）, 网站总访问量. */
export function figureLabel(id: FigureId): string {
  if (isNarrativeFigureId(id)) return NARRATIVE_FIGURES[id].label;
  return cellLabel(id);
}

function cellLabel(id: CellId): string {
  if (isTableTwo(id)) return `表二 ${TABLE_TWO_LABELS[id]}`;
  const [table, row = "", column = ""] = id.split(".");
  // the remaining ids are made of these very words
  if (table === "t3") return `表三 ${rowLabel(row)}（${APPLICANT_LABELS[column as ApplicantColumn]}）`;
  return `表四 ${DISPUTE_BLOCK_LABELS[row as DisputeBlock]} ${DISPUTE_COLUMN_LABELS[column as DisputeColumn]}`;
}
