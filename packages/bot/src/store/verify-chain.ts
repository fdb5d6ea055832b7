import { type ChainBreak, ChainCheck, chainBreak, recordIn } from "./chain-check.ts";
import type { ChainReader, StoredLine } from "./chain-port.ts";
import { saltedDigest } from "./digest.ts";
import type { LedgerReader } from "./ledger-port.ts";

/** `broken` is null when the chain holds, else the first place where it does not. */
export type ChainVerdict = Readonly<{
  organ: string;
  /** Records up to the end or the break. */
  records: number;
  /** Words that were looked at, and records whose words were erased. */
  words: Readonly<{ checked: number; erased: number }>;
  head: Readonly<{ seq: number; hash: string }>;
  /** Those of the noted hashes that were met on the way, with their places. */
  met: readonly Readonly<{ seq: number; hash: string }>[];
  broken: ChainBreak | null;
}>;

const PAGE = 2_000;

/**
 * Recomputes every hash of an organ's chain and every digest of the words and details that are still there. Erased
 * words leave the chain whole. May run while the home is written to.
 * @param noted hashes of heads that were noted earlier: a chain that was cut, or written anew, no longer meets them
 */
export async function verifyChain(
  home: ChainReader & Pick<LedgerReader, "head">,
  organ: string,
  noted: readonly string[] = [],
): Promise<ChainVerdict> {
  // in this order words always find their record: what is appended meanwhile is newer than the words read
  const { seq: before } = await home.head(organ);
  const digests = await wordDigests(home, organ);
  const check = new ChainCheck(organ);
  const words = { checked: 0, erased: 0 };
  const met: { seq: number; hash: string }[] = [];
  const verdict = (broken: ChainBreak | null): ChainVerdict => ({
    ...{ organ, records: check.head.seq, words, head: check.head, met, broken },
  });

  for (let page = await home.storedLines(organ, 0, PAGE); page.length > 0; ) {
    for (const line of page) {
      const broken = check.next(line) ?? wordsBreak(line, digests);
      if (broken) return verdict(broken);
      if (noted.includes(line.hash)) met.push(check.head);
      if (digests.delete(line.id)) words.checked += 1;
      else if (line.seq <= before && recordIn(line.body)?.wordsDigest != null) words.erased += 1;
    }
    page = await home.storedLines(organ, check.head.seq, PAGE);
  }
  const [orphan] = digests.keys();
  if (orphan !== undefined) return verdict(chainBreak("words-orphaned", null, orphan));
  return verdict(await personBreak(home, organ));
}

/** Every organ of the home. */
export async function verifyLedger(
  home: ChainReader & Pick<LedgerReader, "head" | "organs">,
  noted: readonly string[] = [],
): Promise<ChainVerdict[]> {
  const verdicts: ChainVerdict[] = [];
  for (const organ of await home.organs()) verdicts.push(await verifyChain(home, organ, noted));
  return verdicts;
}

/** Record id → digest of the words as they lie there now; null when they cannot be read. */
async function wordDigests(home: ChainReader, organ: string): Promise<Map<string, string | null>> {
  const digests = new Map<string, string | null>();
  for (let page = await home.storedWords(organ, "", PAGE); page.length > 0; ) {
    for (const { record, salt, text } of page) digests.set(record, text === null ? null : saltedDigest(salt, text));
    page = await home.storedWords(organ, page[page.length - 1]?.record ?? "", PAGE);
  }
  return digests;
}

function wordsBreak(line: StoredLine, digests: ReadonlyMap<string, string | null>): ChainBreak | undefined {
  const now = digests.get(line.id);
  if (now === undefined || now === recordIn(line.body)?.wordsDigest) return undefined;
  return chainBreak("words-differ", line.seq);
}

async function personBreak(home: ChainReader, organ: string): Promise<ChainBreak | null> {
  for (let page = await home.storedPersons(organ, "", PAGE); page.length > 0; ) {
    const changed = page.find(({ salt, digest, detail }) => saltedDigest(salt, detail) !== digest);
    if (changed) return chainBreak("person-differs", null, changed.case);
    page = await home.storedPersons(organ, page[page.length - 1]?.case ?? "", PAGE);
  }
  return null;
}
