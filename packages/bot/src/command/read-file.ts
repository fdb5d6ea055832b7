import { createReadStream } from "node:fs";
import { refusalOf } from "./failure.ts";
import { CommandError } from "./world.ts";

const MEGABYTE = 1_000_000;

/**
 * A whole file, or what a pipe holds. Never more than `most` bytes are taken into memory.
 * @throws CommandError when it cannot be read or is larger
 */
export async function readBytes(file: string, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      size += chunk.length;
      if (size > most) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    const why = refusalOf(cause) ?? "请核对路径和权限";
    throw new CommandError(`打不开文件 ${file}：${why}。`, 2, { cause });
  }
  if (size > most) throw new CommandError(`${file} 太大了，最多 ${most / MEGABYTE} MB，请拆成几个文件。`);
  return Buffer.concat(chunks);
}

/** Text in UTF-8, with or without a mark. @throws CommandError */
export async function readText(file: string, most: number): Promise<string> {
  const bytes = await readBytes(file, most);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CommandError(`${file} 不是 UTF-8 编码，请另存为 UTF-8（表格选“CSV UTF-8”）再试。`, 2, { cause });
  }
}
