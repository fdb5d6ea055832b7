import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Figures, figuresInSlices, foldInSlices } from "@gongkai/reporter";
import { type ChainedRecord, catalogueOf } from "@gongkai/schema";
import type { Home } from "../store/home.ts";
import { openHome } from "../store/open-home.ts";
import { MADE_OFFICE, MADE_YEAR, madePage } from "./made-records.ts";

/** Times in milliseconds. */
export type StoreBench = Readonly<{
  records: number;
  /** Reading the ledger from its file, folding it, taking all figures of the year. */
  toFigures: number;
  /** The longest the event loop waited meanwhile. */
  longest: number;
}>;

export type Told = (done: number, of: number) => void;

const PAGE = 2_000; // as a process reads that has others to serve
const { key } = MADE_OFFICE;

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** From a ledger in the embedded store to its figures. Writing it there, chained, is not in the time. */
export async function benchStore(count: number, told: Told): Promise<StoreBench> {
  const data = await mkdtemp(join(tmpdir(), "gongkai-bench-"));
  try {
    const home = await openHome({ data });
    try {
      await fill(home, count, told);
      const measured = await toFigures(home);
      told(2 * count, 2 * count);
      return { records: count, ...measured };
    } finally {
      await home.close();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

async function fill(home: Home, count: number, told: Told): Promise<void> {
  for (let page = 0; page * PAGE < count; page += 1) {
    const { records } = madePage(page, PAGE, count);
    const fresh = records.map(({ record }) => ({ record, words: null }));
    await home.transact(key, (tx) => tx.append(key, fresh));
    told(Math.min((page + 1) * PAGE, count), 2 * count);
    await breath();
  }
}

async function toFigures(home: Home): Promise<Pick<StoreBench, "toFigures" | "longest">> {
  const started = performance.now();
  let resumed = started;
  let longest = 0;
  async function rest(): Promise<void> {
    longest = Math.max(longest, performance.now() - resumed);
    await breath();
    resumed = performance.now();
  }
  const fold = await foldInSlices(
    pagesOf(home, rest),
    { office: MADE_OFFICE, catalogue: catalogueOf(MADE_OFFICE) },
    rest,
  );
  const figures: Figures = await figuresInSlices(fold, MADE_YEAR, rest);
  await rest();
  if (figures.at("t2.license.decisions").value === null) throw new Error("nothing was counted; mend the bench");
  return { toFigures: performance.now() - started, longest };
}

async function* pagesOf(home: Home, rest: () => Promise<void>): AsyncGenerator<ChainedRecord[]> {
  for (let after = 0; ; ) {
    const page = await home.recordsAfter(key, after, PAGE);
    if (page.length === 0) return;
    await rest();
    yield page;
    after = page.at(-1)?.seq ?? after;
  }
}
