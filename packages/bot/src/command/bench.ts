import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { type CallbackBenchOptions, benchCallback as measureCallbacks } from "../bench/callback-bench.ts";
import { benchReport as measureReport } from "../bench/report-bench.ts";
import { benchUnderstand as measureUnderstanding } from "../bench/understand-bench.ts";
import { progressLine } from "./progress-line.ts";
import { CommandError, type World, writeLine } from "./world.ts";

/** `gongkai bench understand`: our reading of a message beside its yardstick, in the same run. */
export async function benchUnderstand({ stdout }: World): Promise<void> {
  await withYardstick(() => measureUnderstanding((line) => void stdout.write(`${line}\n`)));
}

export type ReportBenchOptions = Readonly<{ records: number }>;

/** `gongkai bench report`: ledger to figures beside SQLite, every format beside its bare library. */
export async function benchReport({ records }: ReportBenchOptions, world: World): Promise<void> {
  await withYardstick(() =>
    measureReport(
      records,
      (line) => writeLine(world.stdout, line),
      (what) => progressLine(world, what),
    ),
  );
}

/** `gongkai bench callback`: the whole app's durable acceptance beside a bare echo, the load from another process. */
export async function benchCallback(options: CallbackBenchOptions, world: World): Promise<void> {
  const { data } = options;
  if (data !== undefined) {
    await access(data, constants.W_OK).catch((cause: unknown) => {
      throw new CommandError(`${data} 不能写，请换一个已有的、可以写的目录。`, 2, { cause });
    });
  }
  await withYardstick(() =>
    measureCallbacks(options, (line) => writeLine(world.stdout, line), progressLine(world, "受理回调")),
  );
}

/** The libraries we are measured against are development dependencies; an installed program does not have them. */
async function withYardstick(measure: () => Promise<unknown>): Promise<void> {
  try {
    await measure();
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND")) throw cause;
    throw new CommandError("这台机器没有装对照用的开发依赖。请在源码目录里运行 npm install 后再试。", 1, { cause });
  }
}
