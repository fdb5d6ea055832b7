import type { FigureId, RecordId } from "@gongkai/schema";
import type { CheckedReport } from "./checked-report.ts";

/**
 * 必改 keeps a report a draft; 需说明 is accepted with a reason; 提示 is for information; 未执行: the rule could not run
 * on what was given, and says what it lacks.
 */
export type Verdict = "必改" | "需说明" | "提示" | "未执行";

export type Finding = Readonly<{
  rule: string;
  /** Article, clause or measured fact the rule rests on. */
  basis: string;
  verdict: Verdict;
  /** One sentence a clerk understands, with the numbers in it. */
  says: string;
  /** Figures on both sides, so that both can be marked. */
  cells: readonly FigureId[];
  /** In the printed unit; `null` where the rule compares no numbers. */
  expected: number | null;
  actual: number | null;
  /** Records to look at or to mend. */
  records: readonly RecordId[];
  /** The record whose words are the reason given for it, as its numbers are now. */
  explainedBy?: RecordId;
  /** A reason given for it before a number under it changed; it is asked for again. */
  onceExplainedBy?: RecordId;
}>;

/** What a rule returns; the runner adds the rule's id and basis. */
export type Found = Pick<Finding, "verdict" | "says"> &
  Partial<Pick<Finding, "cells" | "expected" | "actual" | "records">>;

/** A rule is a value. It returns every finding, and never prints, throws, or knows its neighbours. */
export type Check = Readonly<{ id: string; basis: string; run: (report: CheckedReport) => readonly Found[] }>;

export const mustFix = (says: string, more: Partial<Found> = {}): Found => ({ ...more, verdict: "必改", says });
export const explain = (says: string, more: Partial<Found> = {}): Found => ({ ...more, verdict: "需说明", says });
export const note = (says: string, more: Partial<Found> = {}): Found => ({ ...more, verdict: "提示", says });
export const notRun = (says: string, more: Partial<Found> = {}): Found => ({ ...more, verdict: "未执行", says });

export function runChecks(checks: readonly Check[], report: CheckedReport): Finding[] {
  return checks.flatMap(({ id, basis, run }) =>
    run(report).map((found) => ({
      rule: id,
      basis,
      verdict: found.verdict,
      says: found.says,
      cells: found.cells ?? [],
      expected: found.expected ?? null,
      actual: found.actual ?? null,
      records: found.records ?? [],
    })),
  );
}
