import { z } from "zod";

/** `A-2026-0003`: kind, year of receipt, running number within the organ and year. 政府信息公开申请 A, 行政复议 R, 行政诉讼 L. */
export const CaseId = z.string().regex(/^[ARL]-\d{4}-\d{4,}$/, "不是一个案件编号");
export type CaseId = z.infer<typeof CaseId>;

export const CASE_KINDS = ["application", "review", "litigation"] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
const LETTER: Readonly<Record<CaseKind, string>> = { application: "A", review: "R", litigation: "L" };

export const caseIdOf = (kind: CaseKind, year: number, number: number): CaseId =>
  `${LETTER[kind]}-${year}-${String(number).padStart(4, "0")}`;
