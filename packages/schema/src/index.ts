// The form and its words.

export {
  APPLICANT_COLUMNS,
  APPLICANT_KINDS,
  APPLICANT_LABELS,
  APPLICANT_TALK,
  type ApplicantColumn,
  type ApplicantKind,
  type ApplicantTalk,
} from "./form/applicant-kinds.ts";
export {
  CELL_IDS,
  type CellId,
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  type DisputeBlock,
  type DisputeColumn,
  isCellId,
  TABLE_FOUR_CELLS,
  TABLE_THREE_CELLS,
  TABLE_THREE_ROWS,
  TABLE_TWO_CELLS,
  type TableFourCell,
  type TableThreeCell,
  type TableThreeRow,
  type TableTwoCell,
} from "./form/cell-id.ts";
export { type CellSum, DERIVED_CELLS } from "./form/derived-cells.ts";
export { FIGURE_IDS, type FigureId, isFigureId } from "./form/figure-id.ts";
export type { FormTable, FormTableCell } from "./form/form-table.ts";
export {
  type BuiltInIndicator,
  type Catalogue,
  CHANNEL_LABELS,
  CHANNELS,
  type Channel,
  hasIndicator,
  INDICATORS,
  type Indicator,
  type IndicatorKey,
  indicatorOf,
  type RollUp,
} from "./form/indicators.ts";
export {
  isNarrativeFigureId,
  NARRATIVE_FIGURE_IDS,
  NARRATIVE_FIGURES,
  type NarrativeFigure,
  type NarrativeFigureId,
} from "./form/narrative-figures.ts";
export {
  groupOfRow,
  RESULT_GROUP_LABELS,
  RESULT_GROUPS,
  RESULT_ROW_LABELS,
  RESULT_ROWS,
  type ResultGroup,
  type ResultRow,
} from "./form/result-rows.ts";
export {
  OVERVIEW_ASPECTS,
  type OverviewAspectKey,
  REPORT_SECTIONS,
  type ReportSectionKey,
  reportTitle,
} from "./form/sections.ts";
export { DISPUTE_BLOCK_LABELS, DISPUTE_COLUMN_LABELS, TABLE_FOUR } from "./form/table-four.ts";
export { BALANCE_NOTE, BALANCE_ROW_LABELS, TABLE_THREE } from "./form/table-three.ts";
export { TABLE_TWO } from "./form/table-two.ts";

// What people said.

export { canonicalJson } from "./ledger/canonical-json.ts";
export {
  CellCounted,
  Fact,
  type FactOf,
  FigurePublished,
  FigureReported,
  FindingExplained,
  IndicatorName,
  NilAttested,
  PROSE_KEYS,
  type ProseKey,
  Quantity,
  TextStored,
} from "./ledger/fact.ts";
export { type ChainedRecord, LedgerRecord, RECORD_VERSION, Statement } from "./ledger/record.ts";
export { RecordId, recordIdOf, type Utterance } from "./ledger/record-id.ts";
export { type StandingFact, StandingFacts, standingFacts } from "./ledger/standing.ts";
export { upcast } from "./ledger/upcast.ts";

// Applications, reconsiderations, lawsuits.

export {
  APPLICATION_STATES,
  type ApplicationCase,
  type ApplicationFact,
  type ApplicationState,
  applicationOf,
  type NextStep,
  nextStep,
  type Outcome,
  type Remarked,
} from "./cases/application-case.ts";
export { type Case, type CaseFact, caseOf, casesOf, isCaseFact } from "./cases/case.ts";
export {
  type ApplicationAnswered,
  type ApplicationOpened,
  type ApplicationStep,
  CASE_STEPS,
  type CaseStep,
  FEE_MODES,
  type FeeMode,
  OPINIONS,
  type Opinion,
  ROUGH_OUTCOMES,
  type RoughOutcome,
  VIAS,
  type Via,
} from "./cases/case-fact.ts";
export { CASE_KINDS, CaseId, type CaseKind, caseIdOf } from "./cases/case-id.ts";
export {
  type Correction,
  type Course,
  clockInputOf,
  type FeeDemand,
  type Letter,
  type Served,
  type Waiting,
} from "./cases/course.ts";
export {
  type DisputeCase,
  type DisputeFact,
  type DisputeRemark,
  disputeOf,
  likelyRoute,
  type NextInDispute,
  nextInDispute,
} from "./cases/dispute-case.ts";
export {
  DECISIONS,
  type Decision,
  DecisionOverride,
  DISPUTE_RESULT_LABELS,
  DISPUTE_RESULTS,
  type DisputeKind,
  type DisputeResult,
  decisionsOf,
  resultOfDecision,
} from "./cases/dispute-decisions.ts";
export { type FeeFigures, feeDue, feeFigures, feeOfItem, feePerItem, feePerPage } from "./cases/fees.ts";
export type { Remark } from "./cases/move.ts";
export { OUTCOME_ROWS, type OutcomeRow } from "./cases/outcome-rows.ts";
export { type Candidate, type HeardOutcome, hookOfRow, outcomeOfWords } from "./cases/outcome-words.ts";
export { RECEIPT_RULES, RECEIPT_WAYS, type ReceiptWay } from "./cases/receipt.ts";
export { SERVICE_RULES, SERVICE_WAYS, type ServiceWay } from "./cases/service.ts";

// The legal calendar.

export { type Clock, type ClockDay, type ClockInput, clock, clockBase } from "./calendar/case-clock.ts";
export { CONSULTED, type Consultation, type Consulted, excludedSpan, opinionDue } from "./calendar/consultation.ts";
export { HOLIDAY_YEARS, HolidayOverride, holidayCalendarOf, STATE_CALENDAR } from "./calendar/holiday-calendar.ts";
export { Festival, HolidayYear } from "./calendar/holidays/holiday-year.ts";
export {
  addDays,
  daysBetween,
  daysInMonth,
  LocalDate,
  nextDay,
  previousDay,
  shanghaiDay,
  shanghaiTime,
  weekdayOf,
} from "./calendar/local-date.ts";
export {
  covers,
  crossesYearEnd,
  daysOf,
  Month,
  monthOf,
  monthsOf,
  monthsOfYear,
  overlaps,
  Period,
  type Span,
  spanOf,
  yearOf,
} from "./calendar/period.ts";
export { TERMS, type Term, type TermLength, type TermName } from "./calendar/terms.ts";
export {
  type DueDate,
  dueDate,
  type HolidayCalendar,
  isKnownDay,
  isWorkingDay,
  workingDaysBetween,
} from "./calendar/working-days.ts";

// The office and its people.

export { catalogueOf } from "./office/catalogue.ts";
export { Member, ROLE_LABELS, ROLES, type Role } from "./office/member.ts";
export { Office, OwnIndicator, Section } from "./office/office.ts";
