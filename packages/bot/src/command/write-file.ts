import { randomUUID } from "node:crypto";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { refusalOf } from "./failure.ts";
import { CommandError } from "./world.ts";

/**
 * The path a result is written to. What is there already is replaced only when it is a file of the same sort: a slip
 * of the finger must not cost a ledger, and renaming over a device would take it away from the machine.
 * @throws CommandError
 */
export async function replaceable(path: string, sameSort: (there: string) => Promise<boolean>): Promise<string> {
  const there = await realpath(path).catch(() => undefined);
  if (there === undefined) return resolve(path);
  if (!(await stat(there)).isFile()) throw new CommandError(`${path} 不是普通文件，请写一个文件名。`);
  if (!(await sameSort(there)))
    throw new CommandError(`${path} 已经有了，而且不是同一种文件，没有覆盖。请换一个文件名。`, 1);
  return there;
}

/** All of the file or none of it: a half-written report must not be mistaken for one. @throws CommandError */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(beside, bytes, { flag: "wx" });
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined); // the reason is told below
    const why = refusalOf(cause) ?? "请核对目录和权限";
    throw new CommandError(`写不了文件 ${path}：${why}。`, 1, { cause });
  }
}
