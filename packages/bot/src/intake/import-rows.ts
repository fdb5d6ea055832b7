import {
  canonicalJson,
  type LedgerRecord,
  type LocalDate,
  RECORD_VERSION,
  recordIdOf,
  type Statement,
  shanghaiDay,
  shanghaiTime,
} from "@gongkai/schema";
import type { Organ } from "../config/organ.ts";
import { periodOf } from "../dialogue/stated-fact.ts";
import type { Home } from "../store/home.ts";
import type { NewRecord, PersonalDetail } from "../store/ledger-port.ts";
import { factWords } from "../wording/fact-words.ts";
import { caseProblems } from "./case-problems.ts";
import { columnName, FIELDS, type Field, type TextRow } from "./columns.ts";
import { consequencesOf, type Doubled } from "./consequences.ts";
import { type EarlierRow, earlierRows, rowName } from "./numbered-rows.ts";
import type { Problem } from "./problem.ts";
import { rowStatement } from "./row-statement.ts";

/** SHA-256 in hex, given by the caller: this room reads files, it does not do cryptography. */
type Sha256 = (text: string) => string;
/** `lines[n]` is the line of the file that `records[n]` comes from. */
export type ImportPlan = Readonly<{
  records: readonly NewRecord[];
  lines: readonly number[];
  /** People of the applications opened here; kept in the erasable table. */
  persons: readonly PersonalDetail[];
  problems: readonly Problem[];
}>;

/**
 * Rows as records. A row's identity is what it says, and how often the file has said it before: the same file imported
 * twice, or a longer copy of it, adds only what is new. A numbered row is found again when its content was changed.
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
  const lines: number[] = [];
  const persons: PersonalDetail[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const read = rowStatement(row, organ, today);
    if ("problems" in read) {
      problems.push(...read.problems);
      continue;
    }
    const { states, section, person } = read.read;
    if (person) persons.push(person);
    const content = sha256(canonicalJson({ states, section, number: row.cells.number ?? null }));
    const nth = said.get(content) ?? 0;
    said.set(content, nth + 1);
    const { number } = row.cells;
    const source = number ? `import:${sha256(rowName({ number, states, section }))}:${content}` : `import:${content}`;
    const record: Omit<LedgerRecord, "wordsDigest"> = {
      v: RECORD_VERSION,
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
    lines.push(row.line);
    records.push({ record, words: `导入第 ${row.line} 行：${wordsOf(row)}` });
  }
  return { records, lines, persons, problems };
}

const PERSONAL: readonly Field[] = ["name", "contact", "subject"];

/** What a row says; an applicant's particulars have their own place. */
const wordsOf = ({ cells }: TextRow): string =>
  FIELDS.flatMap((field) => (PERSONAL.includes(field) ? [] : (cells[field] ?? []))).join("，");

export type Imported = Readonly<{
  fresh: number;
  known: number;
  problems: readonly Problem[];
  doubled: readonly Doubled[];
}>;

/**
 * Writes all rows or none and says how many are new and how many were there already. Rows of a closed month are
 * problems and keep everything out, and so are numbered rows that said something else before: those are corrected where
 * they stand. So is a step of a case that the law does not allow. Rows that are there already change nothing and are none. Periods that now overlap
 * are told: the report counts them and calls them a 必改. A rehearsal finds out the same and writes nothing.
 */
export async function importRecords(
  home: Pick<Home, "transact">,
  organ: Organ,
  { records, lines, persons }: Omit<ImportPlan, "problems">,
  { rehearsal }: Readonly<{ rehearsal: boolean }>,
): Promise<Imported> {
  const { key } = organ.office;
  const outcome: { imported?: Imported } = {};
  await home
    .transact(key, async (tx) => {
      const earlier = await earlierRows(tx, key, records);
      const corrected = records.map(({ record }) => earlier.get(record.id)?.agrees ?? false);
      const changed = records.flatMap(({ record }, at): Problem[] => {
        const row = earlier.get(record.id);
        return row && !row.agrees ? [changedRow(row, lines[at] ?? 0, organ, shanghaiDay(record.writtenAt))] : [];
      });
      const rows = records.filter((_, at) => !corrected[at]);
      const appended = await tx.append(key, rows);
      const { shut, doubled, standing } = await consequencesOf(tx, organ, appended);
      const linesOf = lines.filter((_, at) => !corrected[at]);
      const late = shut.flatMap((month, at): Problem[] => {
        const says = `${month} 已经关账，请先在对话里说明理由重新打开这个月，再导入`;
        return month === undefined ? [] : [{ line: linesOf[at] ?? 0, column: columnName("period"), says }];
      });
      const unlawful = caseProblems(standing, appended, linesOf, organ);
      const problems = [...changed, ...late, ...unlawful].sort((one, other) => one.line - other.line);
      const opened = new Set(appended.flatMap(({ fresh, chained }) => (fresh ? caseOf(chained.record.states) : [])));
      for (const person of persons) if (opened.has(person.case)) await tx.keepPerson(key, person);
      const fresh = appended.filter((one) => one.fresh).length;
      outcome.imported = { fresh, known: records.length - fresh, problems, doubled };
      if (rehearsal || problems.length > 0) throw new NotKept();
    })
    .catch((reason: unknown) => {
      if (!(reason instanceof NotKept)) throw reason;
    });
  if (!outcome.imported) throw new Error("transact resolved without having run its work");
  return outcome.imported;
}

function changedRow({ before }: EarlierRow, line: number, { catalogue }: Organ, today: LocalDate): Problem {
  const speaking = { catalogue, today, nameOf: () => null };
  const was = factWords(before.fact, periodOf(before.fact), speaking);
  const says = `这个编号以前导入过“${was}”，和这次不一样。要更正请在对话里改那一条，是另一件事请换一个编号`;
  return { line, column: columnName("number"), says };
}

const caseOf = (states: Statement): string[] => (states.kind === "application-opened" ? [states.case] : []);

/** Rolls a transaction back without anything being wrong. */
class NotKept extends Error {
  override readonly name = "NotKept";
}
