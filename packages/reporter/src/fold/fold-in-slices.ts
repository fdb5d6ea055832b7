import type { ChainedRecord } from "@gongkai/schema";
import type { Figures } from "./figures.ts";
import { Fold, type FoldOf } from "./fold.ts";

type Records = readonly Pick<ChainedRecord, "seq" | "record">[];
/** Lets others run, for example a promise around `setImmediate`. */
type Pause = () => Promise<void>;

/** Records folded before others may run; a tenth of 50 ms on a slow machine, so that reading them has room too. */
const SLICE = 2_000;

/** Folds a ledger page by page, as it is read from its home, letting others run between slices. */
export async function foldInSlices(pages: AsyncIterable<Records>, of: FoldOf, pause: Pause): Promise<Fold> {
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

/** The figures of a year, letting others run while they are taken. No record may be added until they are there. */
export async function figuresInSlices(fold: Fold, year: number, pause: Pause): Promise<Figures> {
  const walk = fold.taking(year);
  for (;;) {
    const step = walk.next();
    if (step.done) return step.value;
    await pause();
  }
}
