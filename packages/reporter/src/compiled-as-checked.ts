import {
  casesOf,
  type HolidayCalendar,
  hasIndicator,
  type IndicatorKey,
  indicatorOf,
  type LocalDate,
  PROSE_KEYS,
  reportTitle,
} from "@gongkai/schema";
import type { CheckedReport } from "./checks/checked-report.ts";
import { textOf } from "./document/block.ts";
import type { Report } from "./report.ts";

type Seen = Readonly<{ today: LocalDate | undefined; calendar: HolidayCalendar }>;

/** Our own report as the rules see it: with the ledger behind it. */
export function compiledAsChecked(report: Omit<Report, "findings">, { today, calendar }: Seen): CheckedReport {
  const { office, catalogue, year, figures, blocks, written } = report;
  return {
    organ: office.name,
    year,
    kind: office.kind,
    makesRegulations: office.makesRegulations,
    figures: new Map(figures.ids.map((id) => [id, figures.at(id).value])),
    odd: [],
    bodies: null,
    strangers: [],
    preamble: null,
    publishedOn: null,
    unknownNames: written.unknown,
    prose: Object.fromEntries(PROSE_KEYS.map((key) => [key, report.prose[key] ?? ""])),
    headings: blocks.flatMap((block) => (block.kind === "heading" && block.level <= 2 ? [textOf(block.runs)] : [])),
    title: reportTitle(office.name, year),
    repeatedRows: Object.fromEntries(
      blocks.flatMap((block) => (block.kind === "table" ? [[block.id, block.headerRows]] : [])),
    ),
    unbound: written.unbound,
    previous: report.previous ?? null,
    ledger: {
      figures,
      office,
      labelOf: (key: IndicatorKey) => (hasIndicator(catalogue, key) ? indicatorOf(catalogue, key).label : key),
      cases: [
        ...casesOf(
          figures.caseFacts.map(({ fact }) => fact),
          calendar,
        ).values(),
      ],
      calendar,
      today: today ?? null,
    },
  };
}
