import type { FigureId } from "@gongkai/schema";
import { incomplete } from "./balance.ts";
import { type Check, explain, type Found, mustFix, notRun } from "./check.ts";
import { at, type CheckedReport } from "./checked-report.ts";

const KINDS = [
  { label: "规章", made: "t2.reg.issued", repealed: "t2.reg.repealed", valid: "t2.reg.valid" },
  { label: "行政规范性文件", made: "t2.norm.issued", repealed: "t2.norm.repealed", valid: "t2.norm.valid" },
] as const;

/** 现行有效 = last year's + 制发 − 废止. Expiry, 清理 and reorganisation may break it lawfully, so it asks for a reason. */
export const stockIdentity: Check = {
  id: "B-S1",
  basis: "国办公开办函〔2021〕30号 表二；上年现行有效加本年制发减本年废止（宿迁2023、2024年报告相符）",
  run: (report) => {
    const { previous } = report;
    if (!previous) return [notRun("没有上年报告的数字，现行有效件数没有与上年核对。")];
    const kinds = report.makesRegulations === false ? KINDS.slice(1) : KINDS; // no 规章, nothing to compare
    return kinds.flatMap((kind) => {
      const { label, made, repealed, valid } = kind;
      const before = previous.figures.get(valid) ?? null;
      const [issued, gone, actual] = [at(report, made), at(report, repealed), at(report, valid)];
      if (before === null || issued === null || gone === null || actual === null) return lacking(report, kind, before);
      const expected = before + issued - gone;
      if (expected === actual) return [];
      const says = `${label}：上年有效 ${before} 件，本年制发 ${issued} 件、废止 ${gone} 件，应有 ${expected} 件，现填 ${actual} 件；如因失效、清理或者机构改革，请说明。`;
      return [explain(says, { cells: [valid, made, repealed], expected, actual })];
    });
  },
};

function lacking(
  report: CheckedReport,
  { made, repealed, valid }: (typeof KINDS)[number],
  before: number | null,
): Found[] {
  const missing: FigureId[] = [made, repealed, valid].filter((id) => at(report, id) === null);
  if (missing.length > 0) return incomplete(missing);
  return before === null ? [notRun("没有给出上年的现行有效件数，这一条没有检查。", { cells: [valid] })] : [];
}

/** A stock is never below zero; more made this year than stand at its end is worth a look. */
export const stockNotNegative: Check = {
  id: "B-S2",
  basis: "国办公开办函〔2021〕30号 表二 现行有效件数",
  run: (report) =>
    KINDS.flatMap(({ label, made, valid }) => {
      const [issued, standing] = [at(report, made), at(report, valid)];
      if (standing === null) return incomplete([valid]);
      if (standing < 0)
        return [
          mustFix(`${label}现行有效件数是 ${standing}，不能小于零。`, {
            cells: [valid],
            expected: 0,
            actual: standing,
          }),
        ];
      if (issued === null || issued <= standing) return [];
      const says = `${label}本年制发 ${issued} 件，年底现行有效只有 ${standing} 件，请说明。`;
      return [explain(says, { cells: [made, valid], expected: issued, actual: standing })];
    }),
};
