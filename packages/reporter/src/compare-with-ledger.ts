import { FIGURE_IDS } from "@gongkai/schema";
import type { Finding } from "./checks/check.ts";
import type { CheckedReport } from "./checks/checked-report.ts";
import { proseDifferences } from "./compare-prose.ts";
import { figureLabel } from "./fold/figure-label.ts";
import type { Figures } from "./fold/figures.ts";
import { printedValue, printFigure, unitOf } from "./fold/printed.ts";
import type { Report } from "./report.ts";
import { readReportFile } from "./report-file.ts";

/**
 * Names every figure of a report that is not what the ledger folds to, in its tables, its list and its sentences. A
 * figure the report leaves out is named as well when the ledger has it: a table with a hole is no copy.
 * @throws ReportError REPORT_FILE_UNREADABLE
 */
export function compareWithLedger(report: unknown, ledger: Pick<Report, "figures" | "written">): Finding[] {
  const given = readReportFile(report);
  return [...differences(given, ledger.figures), ...proseDifferences(given.prose, ledger)];
}

function differences({ figures: printed }: CheckedReport, figures: Figures): Finding[] {
  return FIGURE_IDS.flatMap((id): Finding[] => {
    const { value: expected, contributions } = figures.at(id);
    const actual = printed.get(id) ?? null;
    if (expected === actual) return [];
    const written = (value: number | null) => (value === null ? "空" : `${printFigure(id, value)} ${unitOf(id)}`);
    return [
      {
        rule: "L-LEDGER",
        basis: "报告里的每个数都从台账来",
        verdict: "必改",
        says: `${figureLabel(id)}：报告是 ${written(actual)}，台账是 ${written(expected)}。`,
        cells: [id],
        expected: expected === null ? null : printedValue(id, expected),
        actual: actual === null ? null : printedValue(id, actual),
        records: contributions.map(({ record }) => record),
      },
    ];
  });
}
