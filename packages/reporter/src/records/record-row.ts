import { type Catalogue, type Office, type StandingFact, shanghaiTime } from "@gongkai/schema";
import type { RegisterCell, RegisterColumn } from "../document/register.ts";
import { factLine } from "./fact-line.ts";
import { spanWords } from "./span-words.ts";

/** What a list of records needs to know beside them. */
export type Listing = Readonly<{
  office: Pick<Office, "sections">;
  catalogue: Catalogue;
  /** Member id → name; who is not in it is printed by id. */
  people: ReadonlyMap<string, string>;
  /** Dates of this year are printed without it. */
  year: number;
}>;

/** 日期 is the day or period the record is about, 报送 the day somebody said it. Words and applicants are not listed. */
export const RECORD_COLUMNS: readonly RegisterColumn[] = [
  { label: "序号", width: 5, align: "center" },
  { label: "日期", width: 10, align: "center" },
  { label: "报送", width: 10, align: "center" },
  { label: "科室", width: 11, align: "center" },
  { label: "报送人", width: 7, align: "center" },
  { label: "事项", width: 27, align: "left" },
  { label: "数量", width: 7, align: "center" },
  { label: "单位", width: 5, align: "center" },
];

/** The number printed as 序号 is the record's place in the ledger. */
export function recordRow({ seq, record, fact }: StandingFact, listing: Listing): readonly RegisterCell[] {
  const { what, quantity, unit, when } = factLine(fact, listing.catalogue);
  const said = shanghaiTime(record.saidAt).slice(0, 10);
  return [
    seq,
    when ? spanWords(when, listing.year) : "",
    spanWords({ from: said, to: said }, listing.year),
    sectionLabel(record.section, listing.office),
    listing.people.get(record.by) ?? record.by,
    what,
    quantity,
    unit,
  ];
}

/** A section that the settings no longer have keeps its records. */
export function sectionLabel(key: string, { sections }: Pick<Office, "sections">): string {
  if (key === "") return "全机关";
  return sections.find((section) => section.key === key)?.label ?? "已撤并的科室";
}
