import {
  daysOf,
  type Month,
  overlaps,
  type RecordId,
  type StandingFact,
  type StandingFacts,
  yearOf,
} from "@gongkai/schema";
import type { Register } from "../document/register.ts";
import { factLine } from "../records/fact-line.ts";
import { type Listing, RECORD_COLUMNS, recordRow, sectionLabel } from "../records/record-row.ts";
import { spanWords } from "../records/span-words.ts";
import type { MonthLine, WiderFigure } from "./month-report.ts";

/** What the values of the month were counted from, in the fold's own words. */
type Behind = Readonly<{
  counted: ReadonlySet<RecordId>;
  readings: ReadonlySet<RecordId>;
  wider: ReadonlySet<RecordId>;
}>;

function behind(lines: readonly MonthLine[]): Behind {
  const counts = lines.map(({ month }) => month);
  return {
    counted: new Set(counts.flatMap(({ contributions }) => contributions.map(({ record }) => record))),
    readings: new Set(counts.flatMap(({ readings }) => readings.map(({ record }) => record))),
    wider: new Set(counts.flatMap(({ straddling }) => straddling)),
  };
}

/** Everything that stands and is about a day of the month, in ledger order, each with whether it counts and why not. */
export function monthRecords(
  standing: StandingFacts,
  month: Month,
  lines: readonly MonthLine[],
  listing: Listing,
): Register {
  const days = daysOf(month);
  const from = behind(lines);
  const rows = [...standing].filter(({ fact }) => {
    const { when } = factLine(fact, listing.catalogue);
    return when !== undefined && overlaps(when, days);
  });
  return {
    id: "records",
    name: "本月台账记录",
    columns: [...RECORD_COLUMNS, { label: "说明", width: 9, align: "center" }],
    rows: rows.map((each) => [...recordRow(each, listing), remarkOn(each, from)]),
  };
}

function remarkOn({ id, fact, correctedBy }: StandingFact, { counted, readings, wider }: Behind): string {
  const remarks = correctedBy === null ? [] : ["已更正"];
  if (fact.kind === "cell-counted") remarks.push("直接填入表格");
  else if (fact.kind === "application-step") remarks.push("办理步骤");
  else if (fact.kind === "nil-attested") remarks.push(counted.has(id) ? "零报" : "跨月零报");
  else if (readings.has(id)) remarks.push("日读数，不计入");
  else if (wider.has(id)) remarks.push("跨月，不计入本月");
  else if (!counted.has(id)) remarks.push("未计入，以后报的为准");
  return remarks.join("；");
}

/** Readings for a day, of indicators whose months count: they show how far the month is and are in no value. */
export function dayReadings(whole: readonly MonthLine[], standing: StandingFacts, listing: Listing): Register {
  const rows = whole.flatMap(({ label, unit, scale, month }) =>
    month.readings.map(({ record, value, on }) => {
      const told = standing.find(record);
      return [
        label,
        told ? sectionLabel(told.record.section, listing.office) : "",
        spanWords({ from: on, to: on }, listing.year),
        value / scale,
        unit,
        told?.seq ?? null,
      ];
    }),
  );
  return {
    id: "readings",
    name: "日读数",
    columns: [
      { label: "指标", width: 20, align: "left" },
      { label: "科室", width: 12, align: "center" },
      { label: "日期", width: 10, align: "center" },
      { label: "读数", width: 12, align: "center" },
      { label: "单位", width: 6, align: "center" },
      { label: "记录序号", width: 10, align: "center" },
    ],
    rows,
  };
}

/** Figures that cover more than the month, or more than the year so far, by record. */
export function widerFigures(
  lines: readonly MonthLine[],
  standing: StandingFacts,
  month: Month,
): ReadonlyMap<string, WiderFigure> {
  const ids = new Set(lines.flatMap(({ month: at, soFar }) => [...at.straddling, ...soFar.straddling]));
  const wider = new Map<string, WiderFigure>();
  for (const id of ids) {
    const fact = standing.find(id)?.fact;
    if (fact?.kind !== "figure-reported") continue; // only figures straddle; a nil for a quarter says 0 of each month
    wider.set(id, { days: spanWords(daysOf(fact.period), yearOf(month)), value: fact.quantity });
  }
  return wider;
}
