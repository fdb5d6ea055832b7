import {
  DISPUTE_BLOCK_LABELS,
  DISPUTE_BLOCKS,
  type DisputeBlock,
  type DisputeColumn,
  type FigureId,
} from "@gongkai/schema";
import { figureLabel } from "../fold/figure-label.ts";
import { broken } from "./balance.ts";
import { type Check, explain, mustFix, notRun } from "./check.ts";
import { at } from "./checked-report.ts";

const TABLE_FOUR = "国办公开办函〔2021〕30号 表四";
const cell = (block: DisputeBlock, column: DisputeColumn): FigureId => `t4.${block}.${column}`;

/** 总计 = 维持 + 纠正 + 其他 + 尚未审结, in each of the three blocks. */
export const disputesAddUp: Check = {
  id: "B-T4-1",
  basis: `${TABLE_FOUR} 总计`,
  run: (report) =>
    broken(
      report,
      DISPUTE_BLOCKS.map((block) => ({
        left: (["upheld", "corrected", "other", "pending"] as const).map((column) => cell(block, column)),
        right: [cell(block, "total")],
        says: (sum, total) => `表四“${DISPUTE_BLOCK_LABELS[block]}”：四种结果加起来 ${sum} 件，总计填了 ${total} 件。`,
      })),
    ),
};

/** What was pending last year has to be there again this year, decided or still pending. */
export const pendingReappears: Check = {
  id: "B-T4-2",
  basis: `${TABLE_FOUR}；上年尚未审结的案件今年应当再次出现`,
  run: (report) => {
    const { previous } = report;
    if (!previous) return [notRun("没有上年报告，没有核对上年未审结的复议诉讼。")];
    return DISPUTE_BLOCKS.flatMap((block) => {
      const before = previous.figures.get(cell(block, "pending")) ?? null;
      const total = at(report, cell(block, "total"));
      if (before === null || total === null || total >= before) return [];
      const says = `${DISPUTE_BLOCK_LABELS[block]}：上年尚未审结 ${before} 件，今年总计只有 ${total} 件，少了的要说明。`;
      return [explain(says, { cells: [cell(block, "total")], expected: before, actual: total })];
    });
  },
};

/** A lawsuit after a reconsideration needs a reconsideration that was concluded this year or last. */
export const lawsuitFollowsReview: Check = {
  id: "B-T4-3",
  basis: `${TABLE_FOUR} 复议后起诉；行政诉讼法第四十五条`,
  run: (report) => {
    const after = at(report, "t4.after.total");
    const concluded = (figures: typeof report.figures) =>
      (["upheld", "corrected", "other"] as const).reduce(
        (sum, column) => sum + (figures.get(cell("review", column)) ?? 0),
        0,
      );
    if (after === null) return [notRun("没有给出复议后起诉的总计，这一条没有检查。", { cells: ["t4.after.total"] })];
    if (after === 0) return [];
    if (!report.previous)
      return concluded(report.figures) > 0 ? [] : [notRun("没有上年报告，没有核对复议后起诉的来由。")];
    if (concluded(report.figures) + concluded(report.previous.figures) > 0) return [];
    const says = `复议后起诉 ${after} 件，可是今年和上年都没有审结的行政复议，请核对起诉前是否经过复议。`;
    return [explain(says, { cells: ["t4.after.total", "t4.review.total"], expected: 0, actual: after })];
  },
};

/** Reconsiderations reported as numbers: what came in and was not concluded must be stated as pending. */
export const receivedIsConcludedOrPending: Check = {
  id: "L-T4-PENDING",
  basis: `${TABLE_FOUR} 尚未审结；收到的复议要么审结，要么尚未审结`,
  run: (report) => {
    const received = report.ledger?.figures.receivedDisputes;
    const total = at(report, "t4.review.total");
    if (!received || received.count === 0 || total === null || total >= received.count) return [];
    const says = `今年报了收到行政复议 ${received.count} 件，${figureLabel("t4.review.total")}只有 ${total} 件，还有 ${received.count - total} 件没有说明是否审结。`;
    return [
      mustFix(says, {
        cells: ["t4.review.pending", "t4.review.total"],
        expected: received.count,
        actual: total,
        records: received.records,
      }),
    ];
  },
};
