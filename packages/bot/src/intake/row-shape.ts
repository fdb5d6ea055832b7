import { fieldsOfStep } from "./case-steps.ts";
import { columnName, FIELDS, type Field, type TextRow } from "./columns.ts";
import type { Problem } from "./problem.ts";
import { visible } from "./visible.ts";

/**
 * What a row states: a figure (指标 数量 期间), a count in a cell of tables 三 四 (单元格 数量 期间), a figure of an
 * earlier published report (年度 项目 数值), or a step of a case (案件 步骤 日期).
 */
export type RowKind = "reported" | "counted" | "published" | "case";

const EVERY_ROW: readonly Field[] = ["section", "by", "number"];
const OWN: Readonly<Record<RowKind, readonly Field[]>> = {
  reported: ["indicator", "quantity", "period", "channel"],
  counted: ["cell", "quantity", "period"],
  published: ["figure", "quantity", "year"],
  case: ["case", "step", "period"],
};

export const kindOf = ({ figure, cell, case: id }: TextRow["cells"]): RowKind =>
  id ? "case" : figure ? "published" : cell ? "counted" : "reported";

const LONGEST = 500; // letters of a cell; nothing an office reports is longer

/** Cells that the row's kind has no use for, that hold what nobody can see, or more than a cell should. */
export function shapeProblems({ line, cells }: TextRow): Problem[] {
  const used = [...EVERY_ROW, ...OWN[kindOf(cells)], ...(kindOf(cells) === "case" ? fieldsOfStep(cells.step) : [])];
  return FIELDS.flatMap((field): Problem[] => {
    const text = cells[field];
    if (text === undefined) return [];
    const problem = (says: string) => [{ line, column: columnName(field), says }];
    if (!used.includes(field)) return problem("这一行用不上这一列，请把这一格清空");
    if (visible(text) !== text) return problem("有看不见的控制字符，请重新输入这一格");
    const most = field === "by" ? 64 : LONGEST; // 64: a member id as WeCom has it
    return text.length > most ? problem(`太长了，最多 ${most} 个字`) : [];
  });
}
