import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { ZodType } from "zod";
import { writeLine } from "./world.ts";

export type Streams = Readonly<{ stdin: Readable; stdout: Writable; stderr: Writable }>;

/**
 * Reads JSON line by line and writes what `answer` makes of each, one line flushed before the next is read.
 * A bad line gets one plain sentence with its number; the other lines are still answered.
 * @returns the exit code: 2 when a line could not be read, else 0.
 */
export async function answerLines<T>(
  { stdin, stdout, stderr }: Streams,
  line: ZodType<T>,
  wants: string,
  answer: (value: T) => Promise<unknown> | unknown,
): Promise<0 | 2> {
  let [number, code]: [number, 0 | 2] = [0, 0];
  try {
    for await (const text of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (text.trim() === "") continue;
      const read = line.safeParse(parsed(text));
      if (read.success) await writeLine(stdout, JSON.stringify(await answer(read.data)));
      else {
        code = 2;
        await writeLine(stderr, `第 ${number} 行读不懂，请写成一行 JSON，要有 ${wants}。`);
      }
    }
  } finally {
    stdin.destroy(); // after a failure the writer at the other end must not wait for us
  }
  return code;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
