import {
  APPLICANT_COLUMNS,
  APPLICANT_KINDS,
  APPLICANT_LABELS,
  type ApplicantColumn,
  type FigureId,
  RESULT_ROWS,
  TABLE_THREE_ROWS,
} from "@gongkai/schema";
import { figureLabel } from "../fold/figure-label.ts";
import { broken, incomplete } from "./balance.ts";
import { type Check, explain, type Found, mustFix, notRun } from "./check.ts";
import { at, type CheckedReport } from "./checked-report.ts";

const TABLE_THREE = "国办公开办函〔2021〕30号 表三";
const cell = (row: (typeof TABLE_THREE_ROWS)[number], column: ApplicantColumn): FigureId => `t3.${row}.${column}`;

/** 新收 + 上年结转 = 办结 + 结转下年, in every column and not only in 总计: the form's note says 本列. */
export const applicationsBalance: Check = {
  id: "B-T3-1",
  basis: `${TABLE_THREE} 勾稽说明“第一项加第二项之和，等于第三项加第四项之和”`,
  run: (report) =>
    broken(
      report,
      APPLICANT_COLUMNS.map((column) => ({
        left: [cell("new", column), cell("opening", column)],
        right: [cell("total", column), cell("closing", column)],
        says: (came, left) =>
          `表三“${APPLICANT_LABELS[column]}”列：新收加上年结转 ${came} 件，办结加结转下年 ${left} 件，差 ${Math.abs(came - left)} 件。`,
      })),
    ),
};

/** （七）总计 = the 21 results, in every column. */
export const resultsAddUp: Check = {
  id: "B-T3-2",
  basis: `${TABLE_THREE} 三、本年度办理结果（七）总计`,
  run: (report) =>
    broken(
      report,
      APPLICANT_COLUMNS.map((column) => ({
        left: RESULT_ROWS.map((row) => cell(row, column)),
        right: [cell("total", column)],
        says: (sum, total) =>
          `表三“${APPLICANT_LABELS[column]}”列：各项办理结果加起来 ${sum} 件，（七）总计填了 ${total} 件。`,
      })),
    ),
};

/** 总计 = the six kinds of applicant, in each of the 25 rows. */
export const applicantsAddUp: Check = {
  id: "B-T3-3",
  basis: `${TABLE_THREE} 申请人情况“总计”列`,
  run: (report) =>
    broken(
      report,
      TABLE_THREE_ROWS.map((row) => ({
        left: APPLICANT_KINDS.map((kind) => cell(row, kind)),
        right: [cell(row, "tot")],
        says: (sum, total) => `${figureLabel(cell(row, "tot"))}：六类申请人加起来 ${sum} 件，总计填了 ${total} 件。`,
      })),
    ),
};

/** More cannot be answered than was received; not at the year's end, nor at the end of any month. */
export const nothingAnsweredTwice: Check = {
  id: "B-T3-4",
  basis: `${TABLE_THREE} 四、结转下年度继续办理`,
  run: (report) => {
    const missing = APPLICANT_COLUMNS.map((column) => cell("closing", column)).filter((id) => at(report, id) === null);
    const negative = APPLICANT_COLUMNS.flatMap((column) => {
      const closing = at(report, cell("closing", column));
      if (closing === null || closing >= 0) return [];
      const says = `表三“${APPLICANT_LABELS[column]}”列：办结的比收到的多 ${-closing} 件，结转数成了负数。`;
      return [mustFix(says, { cells: [cell("closing", column)], expected: 0, actual: closing })];
    });
    return [...negative, ...runningBelowZero(report), ...incomplete(missing)];
  },
};

function runningBelowZero({ ledger }: CheckedReport): Found[] {
  if (!ledger) return [];
  return APPLICANT_KINDS.flatMap((column) => {
    const waiting = ledger.figures.waitingByMonth(column);
    const month = waiting.findIndex((left) => left < 0);
    const actual = waiting[month];
    if (actual === undefined) return [];
    const says = `${APPLICANT_LABELS[column]}：到 ${month + 1} 月底办结的已经比收到的多 ${-actual} 件，请核对收到和答复的日期。`;
    return [mustFix(says, { cells: [cell("new", column), cell("total", column)], expected: 0, actual })];
  });
}

/** What is carried over is what the case ledger still holds open, kind by kind. */
export const closingIsOpenCases: Check = {
  id: "B-T3-5",
  basis: `${TABLE_THREE} 四、结转下年度继续办理；与申请台账逐件核对`,
  run: (report) => {
    const { ledger } = report;
    if (!ledger) return [notRun("没有申请台账，结转件数没有逐件核对。")];
    return APPLICANT_KINDS.flatMap((column) => {
      const open = ledger.figures.openCases(column);
      const closing = at(report, cell("closing", column));
      if (open === null || closing === null || open.length === closing) return [];
      const says = `${APPLICANT_LABELS[column]}：表三结转下年 ${closing} 件，台账里年底没有办结的是 ${open.length} 件。`;
      return [
        mustFix(says, { cells: [cell("closing", column)], expected: open.length, actual: closing, records: open }),
      ];
    });
  },
};

/** 其他 is for what fits nowhere else. The fifth is ours. */
export const fewOthers: Check = {
  id: "D8",
  basis: `${TABLE_THREE}（六）3.其他；界线为办结总数的五分之一`,
  run: (report) => {
    const [other, total] = [at(report, "t3.other_misc.tot"), at(report, "t3.total.tot")];
    if (other === null || total === null) return incomplete(["t3.other_misc.tot", "t3.total.tot"]);
    if (other * 5 <= total) return [];
    const says = `表三（六）3.其他 ${other} 件，占办结 ${total} 件的五分之一以上，请说明都是哪些情形。`;
    return [
      explain(says, { cells: ["t3.other_misc.tot", "t3.total.tot"], expected: Math.floor(total / 5), actual: other }),
    ];
  },
};
