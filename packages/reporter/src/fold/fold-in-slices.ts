import type { ChainedRecord } from "@gongkai/schema";
import { Fold, type FoldOf } from "./fold.ts";

type Records = readonly Pick<ChainedRecord, "seq" | "record">[];

/** Records folded before others may run; well under 50 ms on a slow machine. */
const SLICE = 5_000;

/**
 * Folds a ledger page by page, as it is read from its home, letting others run between slices through `pause`
 * (for example a promise around `setImmediate`).
 */
export async function foldInSlices(
  pages: AsyncIterable<Records>,
  of: FoldOf,
  pause: () => Promise<void>,
): Promise<Fold> {
  const fold = new Fold(of);
  for await (const page of pages) {
    for (let from = 0; from < page.length; from += SLICE) {
      for (const record of page.slice(from, from + SLICE)) fold.add(record);
      await pause();
    }
  }
  for (const _slice of fold.settling()) await pause();
  return fold;
}
