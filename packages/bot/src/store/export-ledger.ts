import { canonicalJson } from "@gongkai/schema";
import { z } from "zod";
import { type ChainBreak, ChainCheck, chainBreak } from "./chain-check.ts";
import type { ChainReader, StoredLine } from "./chain-port.ts";

const PAGE = 2_000;

/** One line of an export. Words and personal data are not in it. */
const ExportedLine = z.strictObject({
  hash: z.string(),
  previous: z.string(),
  record: z.looseObject({ id: z.string(), organ: z.string() }),
  seq: z.int(),
});

/**
 * The organ's ledger as JSON lines `{"hash","previous","record","seq"}` in canonical JSON, so that anyone can recompute
 * the chain: hash = SHA-256(previous ‖ record), the first previous being sixty-four zeros. Returns the number of lines.
 */
export async function exportLedger(
  home: ChainReader,
  organ: string,
  write: (line: string) => Promise<void>,
): Promise<number> {
  let last = 0;
  for (let page = await home.storedLines(organ, 0, PAGE); page.length > 0; ) {
    for (const { hash, previous, body, seq } of page) {
      await write(`{"hash":"${hash}","previous":"${previous}","record":${body},"seq":${seq}}`);
      last = seq;
    }
    page = await home.storedLines(organ, last, PAGE);
  }
  return last;
}

export type ExportVerdict = Readonly<{ records: number; head: string; broken: ChainBreak | null }>;

/** Recomputes the chain of an exported ledger from its lines alone. */
export async function verifyExport(lines: AsyncIterable<string> | Iterable<string>): Promise<ExportVerdict> {
  let check: ChainCheck | undefined;
  let broken: ChainBreak | undefined;
  for await (const text of lines) {
    const line = lineIn(text);
    check ??= new ChainCheck(line?.organ ?? "");
    broken = line ? check.next(line) : chainBreak("not-a-record", check.head.seq + 1);
    if (broken) break;
  }
  check ??= new ChainCheck("");
  return { records: check.head.seq, head: check.head.hash, broken: broken ?? null };
}

function lineIn(text: string): StoredLine | undefined {
  try {
    const stored: unknown = JSON.parse(text);
    const { hash, previous, record, seq } = ExportedLine.parse(stored);
    if (canonicalJson(stored) !== text) return undefined;
    return { organ: record.organ, seq, id: record.id, body: canonicalJson(record), previous, hash };
  } catch {
    return undefined; // the caller names the place
  }
}
