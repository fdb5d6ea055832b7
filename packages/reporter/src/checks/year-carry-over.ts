import { APPLICANT_KINDS, APPLICANT_LABELS, type FigureId } from "@gongkai/schema";
import { incomplete } from "./balance.ts";
import { type Check, mustFix, notRun } from "./check.ts";
import { at } from "./checked-report.ts";

/** This year opens with what last year's report carried over, column by column. */
export const yearCarryOver: Check = {
  id: "B-Y-1",
  basis: "国办公开办函〔2021〕30号 表三 二、上年结转；与上年报告 四、结转下年度继续办理 逐列相等",
  run: (report) => {
    const { previous } = report;
    if (!previous) return [notRun("没有上年报告的数字，上年结转没有核对。")];
    const missing: FigureId[] = [];
    const found = APPLICANT_KINDS.flatMap((kind) => {
      const [opening, closing] = [`t3.opening.${kind}`, `t3.closing.${kind}`] as const;
      const expected = previous.figures.get(closing) ?? null;
      const actual = at(report, opening);
      if (expected === null) missing.push(closing);
      if (actual === null) missing.push(opening);
      if (expected === null || actual === null || expected === actual) return [];
      const says = `${APPLICANT_LABELS[kind]}：上年报告结转下年 ${expected} 件，今年的上年结转是 ${actual} 件，两个数应当相等。`;
      return [mustFix(says, { cells: [opening], expected, actual })];
    });
    return [...found, ...incomplete(missing)];
  },
};
