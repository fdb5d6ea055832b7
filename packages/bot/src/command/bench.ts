import { benchUnderstand as measure } from "../bench/understand-bench.ts";
import { CommandError, type World } from "./world.ts";

/** `gongkai bench understand`: our reading of a message beside its yardstick, in the same run. */
export async function benchUnderstand({ stdout }: World): Promise<void> {
  try {
    await measure((line) => void stdout.write(`${line}\n`));
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND")) throw cause;
    throw new CommandError("这台机器没有装对照用的开发依赖。请在源码目录里运行 npm install 后再试。", 1, { cause });
  }
}
