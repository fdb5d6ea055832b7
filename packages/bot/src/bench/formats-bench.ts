import {
  compileReport,
  type DocumentTree,
  documentOf,
  renderDocx,
  renderHtml,
  renderPdf,
  renderXlsx,
} from "@gongkai/reporter";
import { bareWriters, tablesOf } from "./bare-formats.ts";
import { MADE_OFFICE, MADE_YEAR, madePage } from "./made-records.ts";

/** Milliseconds a file; `first` is the one a freshly started process writes. */
export type FormatBench = Readonly<{ format: string; first: number; ours: number; bare: number; ratio: number }>;

const ROUNDS = 25;
const RECORDS = 2_000; // what a year of one office holds; the tables are the same size whatever the ledger's
const AT = `${MADE_YEAR + 1}-01-20T10:00:00+08:00`;

/** The whole report of ours beside the bare library writing only its three tables, in turns. */
export async function benchFormats(told: (done: number, of: number) => void): Promise<readonly FormatBench[]> {
  const report = compileReport({
    records: madePage(0, RECORDS, RECORDS).records,
    office: MADE_OFFICE,
    year: MADE_YEAR,
  });
  const tree = documentOf(report, { draft: false });
  const bare = await bareWriters();
  const measured: FormatBench[] = [];
  for (const [at, format] of FORMATS.entries()) {
    const ours = () => WRITERS[format](tree);
    const first = await timeOf(ours);
    const times = { ours: [] as number[], bare: [] as number[] };
    await bare[format](tablesOf(tree)); // warm as well
    for (let round = 0; round < ROUNDS; round += 1) {
      times.ours.push(await timeOf(ours));
      times.bare.push(await timeOf(() => bare[format](tablesOf(tree))));
      told(at * ROUNDS + round + 1, FORMATS.length * ROUNDS);
    }
    // a busy machine only ever adds to a time
    const [mine, theirs] = [Math.min(...times.ours), Math.min(...times.bare)];
    measured.push({ format, first, ours: mine, bare: theirs, ratio: mine / theirs });
  }
  return measured;
}

const FORMATS = ["docx", "pdf", "html", "xlsx"] as const;
const WRITERS: Readonly<
  Record<(typeof FORMATS)[number], (tree: DocumentTree) => Promise<Uint8Array | string> | string>
> = {
  docx: (tree) => renderDocx(tree, { at: AT }),
  pdf: (tree) => renderPdf(tree, { at: AT }),
  html: (tree) => renderHtml(tree),
  xlsx: (tree) => renderXlsx(tree, { at: AT }),
};

async function timeOf(write: () => Promise<unknown> | unknown): Promise<number> {
  const started = performance.now();
  await write();
  return performance.now() - started;
}
