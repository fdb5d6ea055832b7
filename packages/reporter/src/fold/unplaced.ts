import type { ApplicantKind, CaseId, CellId, IndicatorKey, LocalDate, Period, RecordId } from "@gongkai/schema";

/** Why a record that speaks of the year moves no figure yet. Each is a 必改 finding; none is ever guessed into a cell. */
export type UnplacedWhy =
  | "crosses-year" // the period runs over 31 December
  | "applicant-unknown"
  | "outcome-unknown" // only the group is known, not the row
  | "case-unknown" // about a case the ledger does not hold
  | "case-repeated" // opens a case that is already open
  | "case-missing" // an application, answer or lawsuit stated as a number, without its case
  | "route-unknown" // 未经复议直接起诉 or 复议后起诉
  | "original-unknown"; // are we the 原行为主体

export type Unplaced = Readonly<{
  why: UnplacedWhy;
  record: RecordId;
  case?: CaseId;
  indicator?: IndicatorKey;
  cell?: CellId;
  /** Kind of applicant of the case, when known. */
  applicant?: ApplicantKind;
  quantity?: number;
  when: LocalDate | Period;
}>;
