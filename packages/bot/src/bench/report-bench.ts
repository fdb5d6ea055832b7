import { benchFold, type FoldBench } from "./fold-bench.ts";
import { benchFormats, type FormatBench } from "./formats-bench.ts";

export type ReportBench = Readonly<{ fold: FoldBench; formats: readonly FormatBench[] }>;
/** How far a part of the bench is, for who watches. */
export type Progress = Readonly<{ tell: (done: number, of: number) => void; end: () => void }>;

const MOST_FOLD_RATIO = 2;
const MOST_BYTES = 16;
const LONGEST_WAIT = 50;
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
  const writing = progressOf("写各种格式");
  const formats = await benchFormats(writing.tell);
  writing.end();
  for (const format of formats) await print(formatLine(format));
  return { fold, formats };
}

const verdict = (value: number, most: number): string => `上限 ${most}，${value <= most ? "达到" : "没有达到"}`;

function foldLines(bench: FoldBench): readonly string[] {
  const { records, fold, figures, sql, ratio, bytes, bytesWithoutIds, longestSlice, longestFigures } = bench;
  return [
    `${records} 条记录折算成全年的数：${fold.toFixed(0)} 毫秒（其中算数 ${figures.toFixed(0)}）；标尺（内存数据库里同样的合计，一次分组查询）：${sql.toFixed(0)} 毫秒；倍数 ${ratio.toFixed(2)}，${verdict(ratio, MOST_FOLD_RATIO)}`,
    `每条记录占内存 ${bytesWithoutIds.toFixed(1)} 字节，${verdict(bytesWithoutIds, MOST_BYTES)}；连同记录编号的文字 ${bytes.toFixed(1)} 字节`,
    `分段折算时别人最久等 ${longestSlice.toFixed(0)} 毫秒，${verdict(longestSlice, LONGEST_WAIT)}；一次算完全部数时等 ${longestFigures.toFixed(0)} 毫秒，${verdict(longestFigures, LONGEST_WAIT)}`,
  ];
}

const formatLine = ({ format, first, ours, bare, ratio }: FormatBench): string =>
  `${format}：整份报告 ${ours.toFixed(1)} 毫秒（启动后第一份 ${first.toFixed(0)}）；标尺（同一个库只写三张表）：${bare.toFixed(1)} 毫秒；倍数 ${ratio.toFixed(1)}，${verdict(ratio, MOST_FORMAT_RATIO)}`;
