import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HouseKind } from "./callback-house.ts";
import { type CallbackRig, openCallbackRig, type Run } from "./callback-rig.ts";
import type { Progress } from "./report-bench.ts";

export type CallbackBenchOptions = Readonly<{
  /** Callbacks a run. */
  messages: number;
  /** Where the ledger of the run is made: the disk whose fsync is paid. The system's temporary directory when left out. */
  data?: string | undefined;
}>;
/** `ratio` is the median of the alternations, each compared within itself: who else uses the machine slows both. */
export type CallbackBench = Readonly<{ ours: Side; echo: Side; ratio: number; ratios: readonly number[] }>;
type Side = Readonly<{ loaded: Run; calm: Run; longestP99: number }>;

const ALTERNATIONS = 5;
const LEAST_RATIO = 0.8;
const LONGEST_P99_MS = 50;
const PROBES = 50;

/** Our whole app beside a bare echo, one after the other on the same load; the load comes from a process of its own. */
export async function benchCallback(
  { messages, data }: CallbackBenchOptions,
  print: (line: string) => Promise<void>,
  progress: Progress,
): Promise<CallbackBench> {
  const place = await mkdtemp(join(data ?? tmpdir(), "gongkai-bench-"));
  const disk = await fsyncMs(place);
  const rig = await openCallbackRig(place);
  try {
    const bench = await measure(rig, messages, progress);
    for (const line of report(bench, messages, disk, rig.isPinned)) await print(line);
    return bench;
  } finally {
    rig.close();
    await rm(place, { recursive: true });
  }
}

async function measure(rig: CallbackRig, messages: number, progress: Progress): Promise<CallbackBench> {
  let done = 0;
  const alternate = async (rate: number | null) => {
    const runs: Record<HouseKind, Run[]> = { ours: [], echo: [] };
    for (let turn = 0; turn < ALTERNATIONS; turn += 1) {
      for (const kind of turn % 2 === 0 ? (["ours", "echo"] as const) : (["echo", "ours"] as const)) {
        runs[kind].push(await rig.run(kind, messages, rate));
        done += 1;
        progress.tell(done, 4 * ALTERNATIONS);
      }
    }
    return runs;
  };
  for (const kind of ["ours", "echo"] as const) await rig.run(kind, messages, null); // compiled code and caches fill up first
  const loaded = await alternate(null);
  const calm = await alternate(median(loaded.ours.map(({ perSecond }) => perSecond)) / 2);
  progress.end();
  const side = (kind: HouseKind): Side => ({
    loaded: medians(loaded[kind]),
    calm: medians(calm[kind]),
    longestP99: Math.max(...calm[kind].map(({ p99 }) => p99)),
  });
  const ratios = loaded.ours.map(({ perSecond }, turn) => perSecond / (loaded.echo[turn]?.perSecond ?? Number.NaN));
  return { ours: side("ours"), echo: side("echo"), ratio: median(ratios), ratios };
}

function report({ ours, echo, ratio, ratios }: CallbackBench, messages: number, disk: number, isPinned: boolean) {
  const { perSecond, cpu, accepted, fsyncs } = ours.loaded;
  const spread = `${Math.min(...ratios).toFixed(2)} 到 ${Math.max(...ratios).toFixed(2)}`;
  return [
    `每轮 ${messages} 条回调，各 ${ALTERNATIONS} 轮交替，取中间的一轮；${isPinned ? "服务和发送各占一个核" : "服务和发送没有分开核"}；这块磁盘一次落盘 ${disk.toFixed(2)} 毫秒`,
    `受理（答复前已落盘）：每秒 ${perSecond.toFixed(0)} 条，每条用处理器 ${cpu.toFixed(0)} 微秒；一轮受理 ${accepted} 条，落盘 ${fsyncs} 次，每次 ${(accepted / fsyncs).toFixed(1)} 条`,
    `标尺（只验签、解密、解析、加密，不保存）：每秒 ${echo.loaded.perSecond.toFixed(0)} 条，每条用处理器 ${echo.loaded.cpu.toFixed(0)} 微秒`,
    `倍数 ${ratio.toFixed(2)}（各轮 ${spread}），下限 ${LEAST_RATIO}，${verdict(ratio >= LEAST_RATIO)}`,
    `每秒 ${(perSecond / 2).toFixed(0)} 条时，一半在 ${ours.calm.p50.toFixed(1)} 毫秒内答复，百分之九十九在 ${ours.calm.p99.toFixed(1)} 毫秒内，最慢的一轮 ${ours.longestP99.toFixed(1)}；` +
      `标尺 ${echo.calm.p50.toFixed(1)}、${echo.calm.p99.toFixed(1)}、${echo.longestP99.toFixed(1)}；上限 ${LONGEST_P99_MS}，${verdict(ours.calm.p99 < LONGEST_P99_MS)}`,
  ];
}

const verdict = (reached: boolean): string => (reached ? "达到" : "没有达到");

function medians(runs: readonly Run[]): Run {
  const of = (key: keyof Run) => median(runs.map((run) => run[key]));
  return {
    perSecond: of("perSecond"),
    cpu: of("cpu"),
    p50: of("p50"),
    p99: of("p99"),
    fsyncs: of("fsyncs"),
    accepted: of("accepted"),
  };
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** Median of a small write made durable: tells a disk from one that only says so. */
async function fsyncMs(directory: string): Promise<number> {
  const file = await open(join(directory, "probe"), "w");
  const times: number[] = [];
  for (let turn = 0; turn < PROBES; turn += 1) {
    const started = performance.now();
    await file.write("0123456789");
    await file.sync();
    times.push(performance.now() - started);
  }
  await file.close();
  return median(times);
}
