import { APPLICANT_LABELS, type ApplicantColumn } from "./applicant-kinds.ts";
import { type CellId, DISPUTE_COLUMNS, type DisputeBlock, type DisputeColumn } from "./cell-id.ts";
import type { FigureId } from "./figure-id.ts";
import { isNarrativeFigureId, NARRATIVE_FIGURES } from "./narrative-figures.ts";
import { RESULT_ROW_LABELS, type ResultRow } from "./result-rows.ts";
import { DISPUTE_BLOCK_LABELS, DISPUTE_COLUMN_LABELS } from "./table-four.ts";
import { BALANCE_ROW_LABELS } from "./table-three.ts";

/** Where a figure is printed, what it is called there, and its printed unit. */
export type FigureLabel = Readonly<{ place: string; label: string; unit: string }>;

const TABLE_TWO_LABELS: Readonly<Record<string, string>> = {
  "t2.reg.issued": "规章本年制发件数",
  "t2.reg.repealed": "规章本年废止件数",
  "t2.reg.valid": "规章现行有效件数",
  "t2.norm.issued": "行政规范性文件本年制发件数",
  "t2.norm.repealed": "行政规范性文件本年废止件数",
  "t2.norm.valid": "行政规范性文件现行有效件数",
  "t2.license.decisions": "行政许可",
  "t2.penalty.decisions": "行政处罚",
  "t2.coercion.decisions": "行政强制",
  "t2.fee.amount": "行政事业性收费",
};
const NUMBERING = /^(?:（[一二三四五六七]）|[一二三四]、|\d\.)/u;

/** `t2.license.decisions` → 表二 行政许可 件; `s1.disclosed` → 一（一） 门户网站主动公开信息 条. */
export function figureLabel(id: FigureId): FigureLabel {
  if (isNarrativeFigureId(id)) {
    const { aspect, label, unit } = NARRATIVE_FIGURES[id];
    return { place: aspect, label, unit };
  }
  return { place: PLACES[id.slice(0, 2)] ?? "", label: cellLabel(id), unit: id === "t2.fee.amount" ? "万元" : "件" };
}

const PLACES: Readonly<Record<string, string>> = { t2: "表二", t3: "表三", t4: "表四" };

function cellLabel(id: CellId): string {
  const [table, row = "", column = ""] = id.split(".");
  if (table === "t2") return TABLE_TWO_LABELS[id] ?? id;
  if (table === "t3") {
    const label = RESULT_ROW_LABELS[row as ResultRow] ?? BALANCE_ROW_LABELS[row as keyof typeof BALANCE_ROW_LABELS]; // the parts of a CellId
    return `${label.replace(NUMBERING, "")}（${APPLICANT_LABELS[column as ApplicantColumn]}）`; // as above
  }
  const result = DISPUTE_COLUMNS.find((one) => one === column) ?? "total";
  return `${DISPUTE_BLOCK_LABELS[row as DisputeBlock]}${DISPUTE_COLUMN_LABELS[result satisfies DisputeColumn]}`; // as above
}
