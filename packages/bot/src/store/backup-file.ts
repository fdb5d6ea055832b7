import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { z } from "zod";
import type { CopiedRow } from "./copy-port.ts";
import { StoreError } from "./store-error.ts";

/** First line, rows, last line; each is JSON. The digest covers every byte before the last line. */
const Opening = z.strictObject({ backup: z.literal("gongkai"), format: z.literal(1) });
const Row = z.strictObject({ table: z.string(), row: z.record(z.string(), z.union([z.string(), z.int(), z.null()])) });
const Closing = z.strictObject({ rows: z.int(), sha256: z.string() });

/**
 * Writes a backup that is there whole or not at all: under another name first, on the disk, then renamed.
 * `fill` hands over the rows. Returns their number. @throws StoreError BACKUP_UNWRITABLE
 */
export async function writeBackupFile(
  path: string,
  fill: (take: (rows: readonly CopiedRow[]) => Promise<void>) => Promise<void>,
): Promise<number> {
  const unfinished = `${path}.part`;
  const reach = <T>(work: Promise<T>): Promise<T> =>
    work.catch((cause: unknown) => {
      throw new StoreError("BACKUP_UNWRITABLE", path, { cause });
    });
  await reach(rm(unfinished, { force: true })); // left behind by a backup that was cut off
  const file = await reach(open(unfinished, "wx", 0o600));
  const digest = createHash("sha256");
  let count = 0;
  const write = async (lines: readonly unknown[]) => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
    digest.update(text);
    await reach(file.appendFile(text));
  };
  try {
    await write([{ backup: "gongkai", format: 1 }]);
    await fill(async (rows) => {
      count += rows.length;
      await write(rows);
    });
    await write([{ rows: count, sha256: digest.copy().digest("hex") }]);
    await reach(file.sync());
    await file.close();
    await reach(rename(unfinished, path));
  } catch (reason) {
    await file.close();
    await rm(unfinished, { force: true });
    throw reason;
  }
  return count;
}

/** The rows of a backup. @throws StoreError BACKUP_UNREADABLE, or BACKUP_DAMAGED at the latest after the last row */
export async function* readBackupFile(path: string): AsyncGenerator<CopiedRow> {
  const digest = createHash("sha256");
  let ahead: string | undefined; // one line is held back: the last one is no row
  let line = 0;
  let rows = 0;
  for await (const text of linesOf(path)) {
    if (ahead !== undefined) {
      digest.update(`${ahead}\n`);
      line += 1;
      if (line === 1) parse(Opening, ahead, path, line);
      else {
        rows += 1;
        yield parse(Row, ahead, path, line);
      }
    }
    ahead = text;
  }
  const closing = parse(Closing, ahead ?? "", path, line + 1);
  if (line < 1 || closing.rows !== rows || closing.sha256 !== digest.digest("hex")) {
    throw new StoreError("BACKUP_DAMAGED", path);
  }
}

function parse<T>(shape: z.ZodType<T>, text: string, path: string, line: number): T {
  try {
    return shape.parse(JSON.parse(text));
  } catch (cause) {
    throw new StoreError("BACKUP_DAMAGED", `${path} 第 ${line} 行`, { cause });
  }
}

/** Split at line feeds only: the text inside may hold other characters that some readers take for an end of line. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = "";
  try {
    for await (const chunk of createReadStream(path, "utf8")) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (cause) {
    throw new StoreError("BACKUP_UNREADABLE", path, { cause });
  }
  if (rest !== "") yield rest;
}
