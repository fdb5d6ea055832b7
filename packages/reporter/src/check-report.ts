import { ALL_CHECKS } from "./checks/all-checks.ts";
import { type Finding, runChecks } from "./checks/check.ts";
import { readPreviousReport, readReportFile } from "./report-file.ts";

/**
 * Every rule on any body's report given as JSON, or on one of ours as `report compile` prints it. `previous` is last
 * year's report in the same form; without it the one inside `report`, if any.
 * @throws ReportError REPORT_FILE_UNREADABLE
 */
export function checkReport(report: unknown, previous?: unknown): Finding[] {
  const checked = readReportFile(report);
  if (previous === undefined) return runChecks(ALL_CHECKS, checked);
  return runChecks(ALL_CHECKS, { ...checked, previous: readPreviousReport(previous) });
}
