import { randomBytes } from "node:crypto";
import { type ChainedRecord, canonicalJson, LedgerRecord } from "@gongkai/schema";
import { chainHash, saltedDigest } from "../digest.ts";
import type { Appended, LedgerWriter, NewRecord } from "../ledger-port.ts";
import { chainedRecord, headOf, linesById } from "./ledger-line.ts";
import { ledgerReader } from "./ledger-reader.ts";
import { storedDetail, storedText } from "./side-text.ts";
import type { SqlSession } from "./sql-driver.ts";
import { insertRow, portions } from "./statement.ts";

const newSalt = () => randomBytes(16).toString("hex");

/** Only for a session that holds the organ's lock: the head is read once and every record is chained onto it. */
export function ledgerWriter(session: SqlSession): LedgerWriter {
  return {
    ...ledgerReader(session),

    async append(organ, records) {
      const there = new Map<string, ChainedRecord>();
      const ids = records.map(({ record }) => record.id);
      for (const line of await linesById(session, organ, ids)) there.set(line.id, chainedRecord(line));

      let { seq, hash } = await headOf(session, organ);
      const appended: Appended[] = [];
      for (const next of records) {
        const standing = there.get(next.record.id);
        if (standing) {
          appended.push({ chained: standing, fresh: false });
          continue;
        }
        const chained = await appendOne(session, organ, next, { seq, hash });
        ({ seq, hash } = chained);
        there.set(chained.record.id, chained);
        appended.push({ chained, fresh: true });
      }
      return appended;
    },

    async keepPerson(organ, detail) {
      const salt = newSalt();
      const text = storedDetail(detail);
      const row = { salt, digest: saltedDigest(salt, text), detail: text };
      const changed = await session.run(
        "update person set salt = ?, digest = ?, detail = ? where organ = ? and case_id = ?",
        [...Object.values(row), organ, detail.case],
      );
      if (changed === 0) await insertRow(session, "person", { organ, case_id: detail.case, ...row });
    },

    eraseWords: (organ, records) => erase(session, "delete from words where organ = ? and record", organ, records),
    erasePersons: (organ, cases) => erase(session, "delete from person where organ = ? and case_id", organ, cases),
  };
}

async function appendOne(
  session: SqlSession,
  organ: string,
  { record, words }: NewRecord,
  head: { seq: number; hash: string },
): Promise<ChainedRecord> {
  if (record.organ !== organ)
    throw new Error(`append(${organ}) was given a record of ${record.organ}: group records by organ`);
  const salt = words === null ? null : newSalt();
  const wordsDigest = words === null || salt === null ? null : saltedDigest(salt, words);
  const whole = LedgerRecord.parse({ ...record, wordsDigest });
  const body = canonicalJson(whole);
  const line = { seq: head.seq + 1, previous: head.hash, hash: chainHash(head.hash, body) };
  if (!(await insertRow(session, "ledger", { organ, id: whole.id, body, ...line }))) {
    throw new Error(`Place ${line.seq} of ${organ} is taken: append only inside transact, one call after the other`);
  }
  if (words !== null) await insertRow(session, "words", { organ, record: whole.id, salt, text: storedText(words) });
  return { ...line, record: whole };
}

async function erase(session: SqlSession, statement: string, organ: string, keys: readonly string[]): Promise<number> {
  let erased = 0;
  for (const { marks, values } of portions(keys)) {
    erased += await session.run(`${statement} in (${marks})`, [organ, ...values]);
  }
  return erased;
}
