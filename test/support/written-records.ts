import type { LedgerReader } from "../../packages/bot/src/store/ledger-port.ts";
import { writtenAs } from "./spoken-turns.ts";

/** The ledger's records by the message they came from, in chain order, each as `writtenAs` puts it. */
export async function recordsBySource(ledger: LedgerReader, organ: string): Promise<Map<string, string[]>> {
  const bySource = new Map<string, string[]>();
  for (let after = 0; ; ) {
    const page = await ledger.recordsAfter(organ, after);
    for (const { seq, record } of page) {
      bySource.set(record.source, [...(bySource.get(record.source) ?? []), writtenAs(record)]);
      after = seq;
    }
    if (page.length === 0) return bySource;
  }
}
