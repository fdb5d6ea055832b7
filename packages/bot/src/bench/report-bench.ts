import { benchFold, type FoldBench } from "./fold-bench.ts";
import { benchFormats, type FormatBench } from "./formats-bench.ts";
import { benchStore, type StoreBench } from "./store-bench.ts";

export type ReportBench = Readonly<{ fold: FoldBench; store: StoreBench; formats: readonly FormatBench[] }>;
/** How far a part of the bench is, for who watches. */
export type Progress = Readonly<{ tell: (done: number, of: number) => void; end: () => void }>;

const MOST_FOLD_RATIO = 2;
const MOST_BYTES = 16;
const LONGEST_WAIT = 50;
const SLOWEST_MILLION = 10_000;
const MOST_FORMAT_RATIO = 3;

/** Ledger to figures beside SQLite, and every format beside its bare library, in one run. */
export async function benchReport(
  records: number,
  print: (line: string) => Promise<void>,
  progressOf: (what: string) => Progress,
): Promise<ReportBench> {
  const folding = progressOf("折算记录");
  const fold = await benchFold(records, folding.tell);
  folding.end();
  for (const line of foldLines(fold)) await print(line);
  const reading = progressOf("从账本到数");
  const store = await benchStore(records, reading.tell);
  reading.end();
  await print(storeLine(store));
  const writing = progressOf("写各种格式");
  const formats = await benchFormats(writing.tell);
  writing.end();
  for (const format of formats) await print(formatLine(format));
  return { fold, store, formats };
}

const verdict = (value: number, most: number): string => `上限 ${most}，${value <= most ? "达到" : "没有达到"}`;

function foldLines(bench: FoldBench): readonly string[] {
  const { records, fold, figures, sql, ratio, bytes, bytesWithoutIds, longestSlice, longestFigures } = bench;
  return [
    `${records} 条记录折算成全年的数：${fold.toFixed(0)} 毫秒（其中算数 ${figures.toFixed(0)}）；标尺（内存数据库里同样的合计，一次分组查询）：${sql.toFixed(0)} 毫秒；倍数 ${ratio.toFixed(2)}，${verdict(ratio, MOST_FOLD_RATIO)}`,
    `每条记录占内存 ${bytesWithoutIds.toFixed(1)} 字节，${verdict(bytesWithoutIds, MOST_BYTES)}；连同记录编号的文字 ${bytes.toFixed(1)} 字节（编号另计：账本里也有这些文字，按同样的编号单独存一遍量出来）`,
    `分段折算时别人最久等 ${longestSlice.toFixed(0)} 毫秒，${verdict(longestSlice, LONGEST_WAIT)}；分段算全部数时等 ${longestFigures.toFixed(0)} 毫秒，${verdict(longestFigures, LONGEST_WAIT)}`,
  ];
}

/** The bar is for a million records; fewer have as much less time. */
function storeLine({ records, toFigures, longest }: StoreBench): string {
  const most = Math.round((SLOWEST_MILLION * records) / 1_000_000);
  return `从数据目录里的账本到全年的数：${records} 条 ${toFigures.toFixed(0)} 毫秒，${verdict(Math.round(toFigures), most)}；其间别人最久等 ${longest.toFixed(0)} 毫秒，${verdict(longest, LONGEST_WAIT)}`;
}

const formatLine = ({ format, first, ours, bare, ratio }: FormatBench): string =>
  `${format}：整份报告 ${ours.toFixed(1)} 毫秒（启动后第一份 ${first.toFixed(0)}）；标尺（同一个库只写三张表）：${bare.toFixed(1)} 毫秒；倍数 ${ratio.toFixed(1)}，${verdict(ratio, MOST_FORMAT_RATIO)}`;
