import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Figures, Fold, figuresInSlices, foldInSlices } from "@gongkai/reporter";
import { catalogueOf, FIGURE_IDS, type FigureId, type IndicatorKey } from "@gongkai/schema";
import { openDatabase, type SqliteDatabase } from "../store/sqlite/database.ts";
import { MADE_OFFICE, MADE_YEAR, madePage } from "./made-records.ts";

/** Times in milliseconds, memory in bytes. */
export type FoldBench = Readonly<{
  records: number;
  /** Folding the records and all figures of the year; making the records is not in it. */
  fold: number;
  /** Of `fold`: the figures. */
  figures: number;
  sql: number;
  ratio: number;
  /** What the fold keeps per record: all of it, and without the texts of the record ids, which the ledger has too. */
  bytes: number;
  bytesWithoutIds: number;
  /** The longest the event loop waited in the calmest round: while folding in slices, and while taking the figures. */
  longestSlice: number;
  longestFigures: number;
}>;

export type Told = (done: number, of: number) => void;

const PAGE = 5_000;
const ROUNDS = 3;
const FOLD_OF = { office: MADE_OFFICE, catalogue: catalogueOf(MADE_OFFICE) };

const best = (times: readonly number[]): number => Math.min(...times);
/** A busy machine only ever adds to a time, so the best of a few counts, on both sides. */
async function rounds(run: (round: number) => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await run(round));
  return best(times);
}

/**
 * Folds a made ledger beside one GROUP BY over the same standing lines in SQLite in memory, in the same process. The
 * table is given what the fold has to find out for itself: which records were taken back or mended.
 */
export async function benchFold(count: number, told: Told): Promise<FoldBench> {
  const pages = Math.ceil(count / PAGE);
  const steps = pages * (2 * ROUNDS + 1) + ROUNDS;
  let step = 0;
  const stepped = () => {
    step += 1;
    told(step, steps);
  };

  const database = openDatabase(":memory:", 0);
  try {
    for (let page = 0; page < pages; page += 1) {
      insert(database, page, count);
      stepped();
      await breath();
    }
    const sql = await rounds(async () => {
      const started = performance.now();
      sums(database);
      const time = performance.now() - started;
      stepped();
      await breath();
      return time;
    });
    const figuresTimes: number[] = [];
    const fold = await rounds(async () => {
      const { adding, figures, folded } = await foldOnce(count, stepped);
      figuresTimes.push(figures);
      agree(folded, sums(database));
      return adding + figures;
    });
    const weighings: Weighed[] = [];
    for (let round = 0; round < ROUNDS; round += 1) weighings.push(await weighed(count, stepped));
    const least = (of: keyof Weighed): number => best(weighings.map((weighing) => weighing[of]));
    return {
      records: count,
      fold,
      figures: best(figuresTimes),
      sql,
      ratio: fold / sql,
      bytes: least("bytes"),
      bytesWithoutIds: least("bytesWithoutIds"),
      longestSlice: least("longestSlice"),
      longestFigures: least("longestFigures"),
    };
  } finally {
    database.close();
  }
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function foldOnce(count: number, stepped: () => void) {
  const fold = new Fold(FOLD_OF);
  let adding = 0;
  for (let page = 0; page * PAGE < count; page += 1) {
    const { records } = madePage(page, PAGE, count);
    const started = performance.now();
    for (const record of records) fold.add(record);
    adding += performance.now() - started;
    stepped();
    await breath();
  }
  const started = performance.now();
  const folded = fold.figures(MADE_YEAR);
  return { adding, figures: performance.now() - started, folded };
}

function insert(database: SqliteDatabase, page: number, count: number): void {
  if (page === 0) database.exec(TABLE);
  database.exec("BEGIN");
  for (const { section, indicator, channel, period, quantity } of madePage(page, PAGE, count).standing)
    database.run("INSERT INTO line VALUES (?, ?, ?, ?, ?)", [section, indicator, channel, period, quantity]);
  database.exec("COMMIT");
}

const TABLE =
  "CREATE TABLE line (section TEXT NOT NULL, indicator TEXT NOT NULL, channel TEXT, period TEXT NOT NULL, quantity INTEGER NOT NULL)";
const SUMS = `SELECT indicator, channel, SUM(quantity) AS total FROM line
  WHERE period >= '${MADE_YEAR}-01-01' AND period <= '${MADE_YEAR}-12-31' GROUP BY indicator, channel`;

type Sums = ReadonlyMap<FigureId, number>;

/** The sums as the form has them: what each indicator feeds, and 主动公开 without what went out on other channels. */
function sums(database: SqliteDatabase): Sums {
  const totals = new Map<FigureId, number>();
  for (const { indicator, channel, total } of database.all(SUMS, [])) {
    const key = String(indicator) as IndicatorKey; // it was put there as one
    for (const figure of FOLD_OF.catalogue[key]?.feeds ?? []) {
      if (figure === "s1.disclosed" && channel !== null && channel !== "website") continue;
      totals.set(figure, (totals.get(figure) ?? 0) + Number(total));
    }
  }
  return totals;
}

/** Two ways of counting that differ have nothing to be compared. */
function agree(folded: Figures, totals: Sums): void {
  for (const [figure, total] of totals)
    if (folded.at(figure).value !== total)
      throw new Error(`${figure}: the fold says ${folded.at(figure).value}, the table ${total}; mend the bench`);
  if (totals.size === 0 || folded.ids.length !== FIGURE_IDS.length)
    throw new Error("nothing was compared; mend the bench");
}

type Weighed = Pick<FoldBench, "bytes" | "bytesWithoutIds" | "longestSlice" | "longestFigures">;

/** Folds in slices as the bot does, and looks at how long others waited and what is kept. */
async function weighed(count: number, stepped: () => void): Promise<Weighed> {
  const gc = collector();
  gc();
  const before = inUse();
  let resumed = 0;
  let longestSlice = 0;
  const rest = async () => {
    longestSlice = Math.max(longestSlice, performance.now() - resumed);
    await breath();
    resumed = performance.now();
  };
  async function* pages() {
    for (let page = 0; page * PAGE < count; page += 1) {
      const { records } = madePage(page, PAGE, count);
      stepped();
      await breath();
      resumed = performance.now();
      yield records;
    }
    resumed = performance.now();
  }
  const fold = await foldInSlices(pages(), FOLD_OF, rest);
  let longestFigures = 0;
  await figuresInSlices(fold, MADE_YEAR, async () => {
    longestFigures = Math.max(longestFigures, performance.now() - resumed);
    await breath();
    resumed = performance.now();
  });
  gc();
  const kept = inUse() - before;
  const ids = idBytes(Math.min(count, 100_000), gc);
  if (fold.ledger().lines.length === 0) throw new Error("the fold is empty; mend the bench"); // it must outlive the weighing
  return { bytes: kept / count, bytesWithoutIds: kept / count - ids, longestSlice, longestFigures };
}

/** What the text of one record id takes. */
function idBytes(sample: number, gc: () => void): number {
  gc();
  const before = inUse();
  const ids = Array.from({ length: sample }, (_, at) => madePage(at, 1, sample).records[0]?.record.id);
  gc();
  const bytes = (inUse() - before) / ids.length;
  return bytes - 8; // the place in the list is counted with the fold's own
}

const inUse = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

function collector(): () => void {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("gc");
  if (typeof gc !== "function") throw new Error("this Node gives no garbage collector; weigh with --expose-gc");
  return () => void gc();
}
