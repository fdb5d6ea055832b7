import { Fold, figureLabel } from "@gongkai/reporter";
import {
  indicatorOf,
  isCaseFact,
  isCellId,
  type Month,
  monthsOf,
  type RecordId,
  StandingFacts,
  type Statement,
  yearOf,
} from "@gongkai/schema";
import type { Organ } from "../config/organ.ts";
import type { Appended, LedgerReader } from "../store/ledger-port.ts";

/** Records of one indicator or cell whose periods overlap since the import: the same thing may now be counted twice. */
export type Doubled = Readonly<{ year: number; label: string }>;
export type Consequences = Readonly<{
  /** For each appended record in order: the closed month it would change, if any. */
  shut: readonly (Month | undefined)[];
  doubled: readonly Doubled[];
  /** The ledger with the import in it. */
  standing: StandingFacts;
}>;

const PAGE = 5_000; // rows a read may take at once without holding up other work

/** What new records mean for the ledger they were just appended to. Records that were there already change nothing. */
export async function consequencesOf(
  reader: Pick<LedgerReader, "recordsAfter">,
  { office, catalogue }: Organ,
  appended: readonly Appended[],
): Promise<Consequences> {
  const fold = new Fold({ office, catalogue });
  const standing = new StandingFacts();
  const closed = new Set<Month>();
  for (let after = 0, full = true; full; ) {
    const page = await reader.recordsAfter(office.key, after, PAGE);
    for (const chained of page) {
      const { states } = chained.record;
      fold.add(chained);
      standing.add(chained);
      if (states.kind === "month-closed") closed.add(states.month);
      if (states.kind === "month-reopened") closed.delete(states.month);
      after = chained.seq;
    }
    full = page.length === PAGE;
  }
  const fresh = appended.filter((one) => one.fresh).map(({ chained }) => chained.record);
  const years = new Set(fresh.flatMap(({ states }) => yearsOf(states)));
  const ids = new Set(fresh.map(({ id }) => id));
  return {
    standing,
    shut: appended.map((one) => (one.fresh ? closedMonthOf(one.chained.record.states, closed) : undefined)),
    doubled: [...years].sort().flatMap((year) => doubledIn(fold, year, ids, catalogue)),
  };
}

function doubledIn(fold: Fold, year: number, ids: ReadonlySet<RecordId>, catalogue: Organ["catalogue"]): Doubled[] {
  const ours = fold.figures(year, new Set()).overlaps.filter(({ records }) => records.some((id) => ids.has(id)));
  const labels = ours.map(({ about }) => (isCellId(about) ? figureLabel(about) : indicatorOf(catalogue, about).label));
  return [...new Set(labels)].map((label) => ({ year, label }));
}

const yearsOf = (states: Statement): number[] => ("period" in states ? [yearOf(states.period)] : []);

/** Published figures of earlier years change no month; a step of a case changes that of its day. */
function closedMonthOf(states: Statement, closed: ReadonlySet<Month>): Month | undefined {
  if ("period" in states) return monthsOf(states.period).find((month) => closed.has(month));
  if (!isCaseFact(states)) return undefined;
  return monthsOf("receivedOn" in states ? states.receivedOn : states.on).find((month) => closed.has(month));
}
