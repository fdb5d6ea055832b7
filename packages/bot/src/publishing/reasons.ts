import type { Finding } from "@gongkai/reporter";
import { type LedgerRecord, type LocalDate, type RecordId, shanghaiDay } from "@gongkai/schema";
import type { LedgerReader } from "../store/ledger-port.ts";

/** Why a finding may stand, and who said so. */
export type Reason = Readonly<{
  /** `null`: the words were erased. */
  text: string | null;
  /** Member id. */
  by: string;
  on: LocalDate;
  /** A number under the finding has changed since: it asks for a reason again. */
  outgrown: boolean;
}>;
export type Reasoned = Finding & Readonly<{ reason?: Reason }>;

export type ReasonsFrom = Readonly<{
  organ: string;
  reader: Pick<LedgerReader, "wordsOf">;
  recordOf: (id: RecordId) => LedgerRecord | undefined;
}>;

/** The findings with the reasons given for them, read from the erasable words of their records. */
export async function withReasonWords(
  findings: readonly Finding[],
  { organ, reader, recordOf }: ReasonsFrom,
): Promise<readonly Reasoned[]> {
  const given = findings.flatMap((finding) => reasonOf(finding) ?? []);
  if (given.length === 0) return findings;
  const words = await reader.wordsOf(organ, given);
  return findings.map((finding) => {
    const id = reasonOf(finding);
    const record = id && recordOf(id);
    if (!record) return finding;
    const outgrown = finding.explainedBy === undefined;
    const text = words.get(record.id) ?? null;
    return { ...finding, reason: { text, by: record.by, on: shanghaiDay(record.saidAt), outgrown } };
  });
}

const reasonOf = ({ explainedBy, onceExplainedBy }: Finding): RecordId | undefined => explainedBy ?? onceExplainedBy;

/** For who signs: 已说明：清理时合并三件（li，2026-01-09）. */
export function reasonWords({ text, by, on, outgrown }: Reason, nameOf: (by: string) => string = (by) => by): string {
  const said = `${text ?? "〔已清除〕"}（${nameOf(by)}，${on}）`;
  return outgrown ? `数变了，原来的说明作废，请再说明。原来的说明：${said}` : `已说明：${said}`;
}
