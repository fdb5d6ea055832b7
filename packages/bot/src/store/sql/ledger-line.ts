import { type ChainedRecord, upcast } from "@gongkai/schema";
import type { StoredLine } from "../chain-port.ts";
import { CHAIN_START } from "../digest.ts";
import { StoreError } from "../store-error.ts";
import { numberAt, textAt } from "./column.ts";
import type { SqlReader, SqlRow } from "./sql-driver.ts";
import { portions } from "./statement.ts";

const LINE = "organ, seq, id, body, previous, hash";

function storedLine(row: SqlRow): StoredLine {
  return {
    organ: textAt(row, "organ"),
    seq: numberAt(row, "seq"),
    id: textAt(row, "id"),
    body: textAt(row, "body"),
    previous: textAt(row, "previous"),
    hash: textAt(row, "hash"),
  };
}

export async function linesAfter(sql: SqlReader, organ: string, after: number, limit: number): Promise<StoredLine[]> {
  const rows = await sql.all(`select ${LINE} from ledger where organ = ? and seq > ? order by seq limit ?`, [
    organ,
    after,
    limit,
  ]);
  return rows.map(storedLine);
}

export async function linesById(sql: SqlReader, organ: string, ids: readonly string[]): Promise<StoredLine[]> {
  const lines: StoredLine[] = [];
  for (const { marks, values } of portions(ids)) {
    const rows = await sql.all(`select ${LINE} from ledger where organ = ? and id in (${marks})`, [organ, ...values]);
    lines.push(...rows.map(storedLine));
  }
  return lines;
}

export async function headOf(sql: SqlReader, organ: string): Promise<{ seq: number; hash: string }> {
  const [row] = await sql.all("select seq, hash from ledger where organ = ? order by seq desc limit 1", [organ]);
  return row ? { seq: numberAt(row, "seq"), hash: textAt(row, "hash") } : { seq: 0, hash: CHAIN_START };
}

/** @throws StoreError LEDGER_DAMAGED, NEWER_VERSION by way of `upcast` as its cause */
export function chainedRecord({ organ, seq, body, previous, hash }: StoredLine): ChainedRecord {
  try {
    return { seq, record: upcast(JSON.parse(body)), previous, hash };
  } catch (cause) {
    throw new StoreError("LEDGER_DAMAGED", `${organ} 第 ${seq} 条`, { cause });
  }
}
