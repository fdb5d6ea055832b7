import {
  type ChainedRecord,
  catalogueOf,
  type FigureId,
  type HolidayCalendar,
  type LocalDate,
  type Office,
  STATE_CALENDAR,
} from "@gongkai/schema";
import { ALL_CHECKS } from "./checks/all-checks.ts";
import { runChecks } from "./checks/check.ts";
import { withReasons } from "./checks/explained.ts";
import { compiledAsChecked } from "./compiled-as-checked.ts";
import type { DocumentTree, FigureRun, Signature } from "./document/block.ts";
import { titleLines } from "./document/title-lines.ts";
import type { Figures } from "./fold/figures.ts";
import { Fold } from "./fold/fold.ts";
import { printedValue, printFigure } from "./fold/printed.ts";
import { type PreviousReport, previousReport } from "./previous-report.ts";
import type { Report } from "./report.ts";
import { DEFAULT_TEMPLATES, type NarrativeTemplates } from "./sections/default-templates.ts";
import { narrativeOf } from "./sections/narrative-of.ts";
import { proseText, writeProse } from "./sections/prose.ts";
import { reportBlocks } from "./sections/report-blocks.ts";

export type ToCompile = Readonly<{
  /** In ledger order, all of one organ. */
  records: Iterable<Pick<ChainedRecord, "seq" | "record">>;
  office: Office;
  year: number;
  /** Only what was written by the end of this day. */
  asOf?: LocalDate;
  /** Last year's report; without it, what the ledger knows of last year. */
  previous?: PreviousReport;
  /** The office's own narrative; places it leaves out keep the default. */
  templates?: NarrativeTemplates;
  /** The day it is compiled on, for the rules about deadlines. */
  today?: LocalDate;
  /** Holidays as the office's settings know them; without it, the notices of the State Council. */
  calendar?: HolidayCalendar;
}>;

/** @throws ReportError TEMPLATE_UNREADABLE when the office's narrative cannot be filled. */
export function compileReport({ records, ...toCompile }: ToCompile): Report {
  const fold = new Fold({ office: toCompile.office, catalogue: catalogueOf(toCompile.office), asOf: toCompile.asOf });
  for (const record of records) fold.add(record);
  return compileFold(fold, toCompile);
}

/** The same from a ledger already folded, as a process that folds in slices has it. */
export function compileFold(
  fold: Fold,
  { office, year, previous, templates, today, calendar = STATE_CALENDAR }: Omit<ToCompile, "records" | "asOf">,
): Report {
  const figures = fold.figures(year);
  const lastYear = previous ?? previousReport(fold, figures);
  const print = (id: FigureId) => printed(figures, id);
  const narrative = narrativeOf({ office, figures, previous: lastYear?.figures });
  const written = writeProse({
    narrative,
    templates: { ...DEFAULT_TEMPLATES, ...templates },
    texts: figures.texts,
    print,
  });
  const blocks = reportBlocks(written, print);
  const compiled = {
    office,
    catalogue: catalogueOf(office),
    year,
    figures,
    previous: lastYear,
    prose: proseText(written),
    written,
    blocks,
  };
  const findings = runChecks(ALL_CHECKS, compiledAsChecked(compiled, { today, calendar }));
  return { ...compiled, findings: withReasons(findings, figures) };
}

const UNREPORTED = "〔未报〕";

function printed(figures: Figures, figure: FigureId): FigureRun {
  const { value } = figures.at(figure);
  if (value === null) return { figure, value, text: UNREPORTED };
  return { figure, value: printedValue(figure, value), text: printFigure(figure, value) };
}

/** An open 必改 keeps a report a draft. */
export const isDraft = ({ findings }: Pick<Report, "findings">): boolean =>
  findings.some(({ verdict }) => verdict === "必改");

/** The format-free document every renderer takes. */
export function documentOf(
  report: Report,
  { draft, signature }: { draft: boolean; signature?: Signature },
): DocumentTree {
  const { office, year, blocks } = report;
  const tree = { title: titleLines(office.name, year), organ: office.name, year, draft, blocks };
  return signature ? { ...tree, signature } : tree;
}
