import { type LedgerRecord, RECORD_VERSION, recordIdOf, type Statement } from "@gongkai/schema";

type Said = Readonly<{ organ?: string; source?: string; line?: number; states?: Statement; writtenAt?: string }>;

/** A record as a deed would hand it to the ledger: section 法规科 reports three policy readings for July 2025. */
export function aRecord({
  organ = "demo",
  source = "m1",
  line = 0,
  states = {
    kind: "figure-reported",
    indicator: "disclosure.policy_interpretation",
    quantity: 3,
    period: "2025-07",
    channel: null,
    outcome: null,
  },
  writtenAt = "2025-07-08T09:00:01+08:00",
}: Said = {}): Omit<LedgerRecord, "wordsDigest"> {
  const id = recordIdOf({ organ, source, line });
  const saidAt = "2025-07-08T09:00:00+08:00";
  return {
    v: RECORD_VERSION,
    id,
    organ,
    section: "law",
    by: "zhang",
    saidAt,
    writtenAt,
    source,
    line,
    periodImplied: true,
    states,
  };
}
