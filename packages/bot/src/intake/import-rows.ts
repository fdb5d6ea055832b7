import { canonicalJson, type LedgerRecord, recordIdOf, shanghaiDay, shanghaiTime } from "@gongkai/schema";
import type { Organ } from "../config/organ.ts";
import type { Home } from "../store/home.ts";
import type { NewRecord } from "../store/ledger-port.ts";
import type { TextRow } from "./columns.ts";
import type { Problem } from "./problem.ts";
import { rowStatement } from "./row-statement.ts";

/** SHA-256 in hex, given by the caller: this room reads files, it does not do cryptography. */
type Sha256 = (text: string) => string;
export type ImportPlan = Readonly<{ records: readonly NewRecord[]; problems: readonly Problem[] }>;

/**
 * Rows as records. A row's identity is what it says, and how often the file has said it before: the same file imported
 * twice, or a longer copy of it, adds only what is new.
 */
export function planImport(
  rows: readonly TextRow[],
  organ: Organ,
  by: string,
  now: number,
  sha256: Sha256,
): ImportPlan {
  const today = shanghaiDay(now);
  const said = new Map<string, number>();
  const records: NewRecord[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const read = rowStatement(row, organ, today);
    if ("problems" in read) {
      problems.push(...read.problems);
      continue;
    }
    const { states, section } = read.read;
    const content = sha256(canonicalJson({ states, section, number: row.cells.number ?? null }));
    const nth = said.get(content) ?? 0;
    said.set(content, nth + 1);
    const source = `import:${content}`;
    const record: Omit<LedgerRecord, "wordsDigest"> = {
      v: 1,
      id: recordIdOf({ organ: organ.office.key, source, line: nth }),
      organ: organ.office.key,
      section,
      by: read.read.by ?? by,
      saidAt: shanghaiTime(now),
      writtenAt: shanghaiTime(now),
      source,
      line: nth,
      periodImplied: false,
      states,
    };
    records.push({ record, words: `导入第 ${row.line} 行：${Object.values(row.cells).join("，")}` });
  }
  return { records, problems };
}

/** All rows or none. Returns how many were new and how many were there already. */
export async function importRecords(
  home: Home,
  organ: string,
  records: readonly NewRecord[],
): Promise<{ fresh: number; known: number }> {
  const appended = await home.transact(organ, (tx) => tx.append(organ, records));
  const fresh = appended.filter((one) => one.fresh).length;
  return { fresh, known: appended.length - fresh };
}
