import { type ChainedRecord, type Month, monthsOf, type Statement } from "@gongkai/schema";
import type { LedgerReader } from "../store/ledger-port.ts";

const PAGE = 5_000; // rows a read may take at once without holding up other work

/** Months that are closed as the ledger stands. */
export async function closedMonths(
  reader: Pick<LedgerReader, "recordsAfter">,
  organ: string,
): Promise<ReadonlySet<Month>> {
  const closed = new Set<Month>();
  for (let after = 0; ; ) {
    const page: readonly ChainedRecord[] = await reader.recordsAfter(organ, after, PAGE);
    for (const { record, seq } of page) {
      if (record.states.kind === "month-closed") closed.add(record.states.month);
      if (record.states.kind === "month-reopened") closed.delete(record.states.month);
      after = seq;
    }
    if (page.length < PAGE) return closed;
  }
}

/** The first closed month an imported statement would change. Published figures of earlier years change none. */
export function closedMonthOf(states: Statement, closed: ReadonlySet<Month>): Month | undefined {
  if (!("period" in states)) return undefined;
  return monthsOf(states.period).find((month) => closed.has(month));
}
