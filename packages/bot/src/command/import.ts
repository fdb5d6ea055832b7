import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { importRecords, planImport } from "../intake/import-rows.ts";
import { type Problem, problemLine } from "../intake/problem.ts";
import { type ReadRows, readCsv } from "../intake/read-csv.ts";
import { readJsonLines } from "../intake/read-jsonl.ts";
import { readXlsx } from "../intake/read-xlsx.ts";
import { type Place, withOffice } from "./open-office.ts";
import { CommandError, type World, writeLine } from "./world.ts";

export type ImportOptions = Place & Readonly<{ dryRun?: boolean; by?: string }>;

const MOST_SHOWN = 50; // a file with the wrong columns would otherwise fill the screen

/** `gongkai import FILE`: all rows or none; the same file again adds nothing. */
export async function importCommand(file: string, options: ImportOptions, world: World): Promise<void> {
  const { rows, problems } = await readRows(file);
  if (problems.length > 0) throw refusal(problems);
  await withOffice(options, world, async (organ, home) => {
    const plan = planImport(rows, organ, options.by?.toLowerCase() ?? "import", world.now(), sha256);
    if (plan.problems.length > 0) throw refusal(plan.problems);
    if (options.dryRun) {
      await writeLine(world.stdout, `可以导入：${plan.records.length} 行都没有问题。这次只是检查，没有写入。`);
      return;
    }
    const { fresh, known } = await importRecords(home, organ.office.key, plan.records);
    const repeated = known > 0 ? `；另有 ${known} 行和以前导入的完全相同，没有重复记` : "";
    await writeLine(world.stdout, `导入了 ${fresh} 行${repeated}。`);
  });
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

async function readRows(file: string): Promise<ReadRows> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new CommandError(`打不开文件 ${file}，请核对路径和权限。`, 2, { cause });
  });
  switch (extname(file).toLowerCase()) {
    case ".csv":
      return readCsv(textOf(bytes, file));
    case ".jsonl":
      return readJsonLines(textOf(bytes, file));
    case ".xlsx":
      return readXlsx(bytes);
    default:
      throw new CommandError("只能导入 .csv、.xlsx 或 .jsonl 文件。");
  }
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CommandError(`${file} 不是 UTF-8 编码，请用“另存为 CSV UTF-8”再导入。`, 2, { cause });
  }
}

function refusal(problems: readonly Problem[]): CommandError {
  const lines = problems.slice(0, MOST_SHOWN).map(problemLine);
  const more = problems.length > MOST_SHOWN ? [`……还有 ${problems.length - MOST_SHOWN} 处`] : [];
  return new CommandError(["没有导入任何一行，请先改好下面的问题：", ...lines, ...more].join("\n"), 1);
}
