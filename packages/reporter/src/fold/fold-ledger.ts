import type { ChainedRecord, FigureId } from "@gongkai/schema";
import type { Figures } from "./figures.ts";
import { Fold, type FoldOf } from "./fold.ts";

export type LedgerToFold = FoldOf &
  Readonly<{
    /** In ledger order, all of one organ. */
    records: Iterable<Pick<ChainedRecord, "seq" | "record">>;
    year: number;
    /** Compute only these; all 219 when absent. */
    only?: ReadonlySet<FigureId>;
  }>;

/** Ledger in, figures of one year out. */
export function foldLedger({ records, year, only, ...of }: LedgerToFold): Figures {
  const fold = new Fold(of);
  for (const record of records) fold.add(record);
  return fold.figures(year, only);
}
