// The year's report.

export { checkReport } from "./check-report.ts";
export type { Finding, Verdict } from "./checks/check.ts";
export { coveredBy } from "./checks/explained.ts";
export { compareWithLedger } from "./compare-with-ledger.ts";
export { compileFold, compileReport, documentOf, isDraft, type ToCompile } from "./compile-report.ts";
export { type CompiledJson, compiledJson, type FigureJson } from "./compiled-json.ts";
export { type FindingsSummary, type RootCause, summarise } from "./findings-summary.ts";
export { inOfficeLook, monthInOfficeLook, type OfficeTemplates, templateProblems } from "./office-templates.ts";
export type { PreviousReport } from "./previous-report.ts";
export type { Report } from "./report.ts";
export { ReportError, type ReportErrorCode } from "./report-error.ts";
export { readPreviousReport } from "./report-file.ts";
export { DEFAULT_TEMPLATES, type NarrativeTemplates } from "./sections/default-templates.ts";

// The month's report and the ledger as a list.

export { compileMonth, type MonthToCompile } from "./monthly/compile-month.ts";
export { monthDocument, monthRegisters } from "./monthly/month-document.ts";
export type { MonthLine, MonthReport, MonthSection, MonthState } from "./monthly/month-report.ts";
export { type CasesToList, caseRegisters } from "./records/case-register.ts";
export { type LedgerToList, ledgerRegister } from "./records/ledger-register.ts";

// Ledger to figures.

export {
  type Count,
  type CountQuestion,
  countIndicator,
  type DayReading,
} from "./fold/count-indicator.ts";
export { type Contribution, Figure, type Gap } from "./fold/figure.ts";
export { figureLabel } from "./fold/figure-label.ts";
export { type Explanation, Figures, type StoredText } from "./fold/figures.ts";
export { Fold, type FoldOf } from "./fold/fold.ts";
export { figuresInSlices, foldInSlices } from "./fold/fold-in-slices.ts";
export { foldLedger, type LedgerToFold } from "./fold/fold-ledger.ts";
export { isOwedMonthly } from "./fold/gaps.ts";
export { type Moved, moved } from "./fold/moved.ts";
export type { Overlap } from "./fold/overlaps.ts";
export { printedValue, printFigure, storedValue, unitOf } from "./fold/printed.ts";
export { type IndicatorProgress, type MonthProgress, progressOf, type WiderFigure } from "./fold/progress-of.ts";
export type { Unplaced, UnplacedWhy } from "./fold/unplaced.ts";

// The document and its formats.

export {
  type Block,
  type Cell,
  type DocumentTree,
  type FigureRun,
  isFigureRun,
  type Run,
  type Signature,
  type Table,
  textOf,
} from "./document/block.ts";
export { type PlacedCell, placedCells } from "./document/cell-grid.ts";
export type { Register, RegisterCell, RegisterColumn } from "./document/register.ts";
export { Chart } from "./render/chart/chart.ts";
export { renderChart } from "./render/chart/render-chart.ts";
export { type DocxOptions, renderDocx } from "./render/docx/render-docx.ts";
export { type HtmlOptions, renderHtml, renderHtmlArticle } from "./render/html/render-html.ts";
export { REPORT_CSS } from "./render/html/style.ts";
export { renderJson, reportJson } from "./render/json.ts";
export { type PdfOptions, renderPdf } from "./render/pdf/render-pdf.ts";
export { ReportJson, reportJsonSchema } from "./render/report-json.ts";
export { type RegistersOptions, renderRegisters, type Workbook } from "./render/xlsx/render-registers.ts";
export { renderXlsx, type XlsxOptions } from "./render/xlsx/render-xlsx.ts";
