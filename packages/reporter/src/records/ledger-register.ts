import { type Fact, overlaps, type Span, type StandingFact } from "@gongkai/schema";
import type { Register } from "../document/register.ts";
import { factLine } from "./fact-line.ts";
import { type Listing, RECORD_COLUMNS, recordRow } from "./record-row.ts";

export type LedgerToList = Listing &
  Readonly<{
    standing: Iterable<StandingFact>;
    /** Only what is about these days; the whole of `year` when absent. */
    span?: Span;
  }>;

/** 台账: what stands for a year, in ledger order. Withdrawn records are not in it, corrected ones in their last form. */
export function ledgerRegister({ standing, span, ...listing }: LedgerToList): Register {
  const year = { from: `${listing.year}-01-01`, to: `${listing.year}-12-31` };
  const rows = [...standing].filter(({ fact }) => isAbout(fact, span ?? year, listing));
  return {
    id: "ledger",
    name: "台账",
    columns: [...RECORD_COLUMNS, { label: "说明", width: 8, align: "center" }],
    rows: rows.map((each) => [...recordRow(each, listing), each.correctedBy === null ? "" : "已更正"]),
  };
}

function isAbout(fact: Fact, days: Span, { catalogue, year }: Listing): boolean {
  const { when } = factLine(fact, catalogue);
  if (when) return overlaps(when, days);
  return "year" in fact && fact.year === year && days.from === `${year}-01-01` && days.to === `${year}-12-31`;
}
