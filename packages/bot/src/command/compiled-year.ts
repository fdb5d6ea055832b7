import { compileReport, type OfficeTemplates, type Report } from "@gongkai/reporter";
import { type ChainedRecord, type LocalDate, type RecordId, shanghaiDay } from "@gongkai/schema";
import { calendarOf, type Organ } from "../config/organ.ts";
import { templatesFor } from "../publishing/read-templates.ts";
import { type Reasoned, withReasonWords } from "../publishing/reasons.ts";
import type { Home } from "../store/home.ts";
import type { OpenSettings } from "./open-office.ts";
import { allRecordsOf } from "./read-records.ts";
import type { World } from "./world.ts";

export type CompiledYear = Readonly<{
  report: Report;
  /** Those of the report, with the words of the reasons given. */
  findings: readonly Reasoned[];
  templates: OfficeTemplates;
  records: ReadonlyMap<RecordId, ChainedRecord>;
}>;

type Asked = Readonly<{ year: number; asOf?: LocalDate }>;

/** A year of the ledger as a report, in the office's own look, as of the world's today. */
export async function compiledYear(
  { office, settings: ofOrgan }: Organ,
  home: Home,
  settings: OpenSettings,
  { year, asOf }: Asked,
  world: World,
): Promise<CompiledYear> {
  const templates = await templatesFor(settings, office);
  const ledger = await allRecordsOf(home, office.key);
  const report = compileReport({
    records: ledger,
    office,
    year,
    templates: templates.narrative,
    today: shanghaiDay(world.now()),
    calendar: calendarOf(ofOrgan),
    ...(asOf ? { asOf } : {}),
  });
  const records = new Map(ledger.map((chained) => [chained.record.id as RecordId, chained])); // checked when it was read
  const recordOf = (id: RecordId) => records.get(id)?.record;
  const findings = await withReasonWords(report.findings, { organ: office.key, reader: home, recordOf });
  return { report, findings, templates, records };
}
