import { canonicalJson, type RecordId, type StandingFact, StandingFacts, type Statement } from "@gongkai/schema";
import type { LedgerReader, NewRecord } from "../store/ledger-port.ts";

/** What a numbered row is known by: its number in the file, and what kind of thing it is about in which month. */
export type RowNumber = Readonly<{ number: string; states: Statement; section: string }>;

/** Numbers restart every month and are given for each kind of work: only together they name a row. */
export function rowName({ number, states, section }: RowNumber): string {
  const about =
    "indicator" in states ? states.indicator : "cell" in states ? states.cell : "case" in states ? states.case : "";
  const figure = "figure" in states ? `${states.figure} ${states.year}` : "";
  const month = "period" in states ? states.period.slice(0, 7) : "";
  return canonicalJson({ number, kind: kindOf(states), section, about, figure, month });
}

/** A figure that was corrected to 0 is still the same row. */
const kindOf = ({ kind }: Statement): string => (kind === "nil-attested" ? "figure-reported" : kind);

const NAMED = /^(import:[^:]+):/;
/** The part of a numbered row's source that stays when its content is corrected; `undefined` for a row without number. */
export const rowPrefix = (source: string): string | undefined => NAMED.exec(source)?.[1];

/** What the ledger holds of a numbered row that now says something else. */
export type EarlierRow = Readonly<{ before: StandingFact; agrees: boolean }>;
const PAGE = 5_000; // rows a read may take at once without holding up other work

/**
 * Numbered rows that were imported before with another content, by the id they would get now. `agrees`: the record has
 * been corrected since and says what the row says. Rows taken back since are not among them.
 */
export async function earlierRows(
  reader: Pick<LedgerReader, "recordsAfter">,
  organ: string,
  records: readonly NewRecord[],
): Promise<ReadonlyMap<RecordId, EarlierRow>> {
  const sources = new Set(records.map(({ record }) => record.source));
  const wanted = new Set(records.flatMap(({ record }) => rowPrefix(record.source) ?? []));
  if (wanted.size === 0) return new Map();
  const facts = new StandingFacts();
  const known = new Map<string, RecordId>();
  for (let after = 0, full = true; full; ) {
    const page = await reader.recordsAfter(organ, after, PAGE);
    for (const chained of page) {
      facts.add(chained);
      const { source, id } = chained.record;
      const prefix = rowPrefix(source);
      if (prefix !== undefined && wanted.has(prefix) && !sources.has(source)) known.set(prefix, id);
      after = chained.seq;
    }
    full = page.length === PAGE;
  }
  return new Map(
    records.flatMap(({ record }) => {
      const id = known.get(rowPrefix(record.source) ?? "");
      const before = id === undefined ? undefined : facts.find(id);
      if (!before || before.withdrawn || facts.find(record.id)) return [];
      return [[record.id, { before, agrees: canonicalJson(before.fact) === canonicalJson(record.states) }] as const];
    }),
  );
}
