import { createHash } from "node:crypto";
import { extname } from "node:path";
import type { Organ } from "../config/organ.ts";
import { type Imported, type ImportPlan, importRecords, planImport } from "../intake/import-rows.ts";
import { type Problem, problemLine } from "../intake/problem.ts";
import { readCsv } from "../intake/read-csv.ts";
import { readJsonLines } from "../intake/read-jsonl.ts";
import type { ReadRows } from "../intake/read-table.ts";
import { readXlsx } from "../intake/read-xlsx.ts";
import { chosenOrgan, hasLedger, openSettings, type Place, withHome } from "./open-office.ts";
import { progressLine } from "./progress-line.ts";
import { readBytes, readText } from "./read-file.ts";
import { speakerNamed } from "./speaker-named.ts";
import { CommandError, type World, writeLine } from "./world.ts";

export type ImportOptions = Place & Readonly<{ dryRun?: boolean; by?: string }>;

const MOST_SHOWN = 50; // a file with the wrong columns would otherwise fill the screen

/** `gongkai import FILE`: all rows or none; the same file again adds nothing. */
export async function importCommand(file: string, options: ImportOptions, world: World): Promise<void> {
  const by = speakerNamed(options.by);
  const { rows, problems } = await readRows(file);
  if (problems.length > 0) throw refusal(problems); // rows under a column misread would all look wrong
  const organ = chosenOrgan(await openSettings(options, world), options);
  const plan = planImport(rows, organ, by, world.now(), sha256);
  if (plan.problems.length > 0) throw refusal(plan.problems);
  const imported = await written(plan, organ, options, world);
  if (imported.problems.length > 0) throw refusal(imported.problems);
  await writeLine(world.stdout, said(imported, options));
  for (const [year, labels] of byYear(imported)) {
    const says = `注意：${year} 年的${labels.join("、")}有记录期间重叠，可能重复计数。`;
    await writeLine(world.stderr, `${says}请运行 gongkai report check --year ${year} 核对，撤销多出来的。`);
  }
}

async function written(plan: ImportPlan, organ: Organ, options: ImportOptions, world: World): Promise<Imported> {
  const rehearsal = options.dryRun ?? false;
  if (rehearsal && !hasLedger(options, world))
    return { fresh: plan.records.length, known: 0, problems: [], doubled: [] };
  const progress = progressLine(world, `正在写入 ${plan.records.length} 行`);
  progress.tell(0, plan.records.length); // one transaction: there is no half of it to show
  return withHome(options, world, "writes", (home) => importRecords(home, organ, plan, { rehearsal })).finally(
    progress.end,
  );
}

function said({ fresh, known }: Imported, { dryRun }: ImportOptions): string {
  const repeated = known > 0 ? `；另有 ${known} 行和以前导入的完全相同，${dryRun ? "不会" : "没有"}重复记` : "";
  return dryRun
    ? `可以导入：${fresh} 行都没有问题${repeated}。这次只是检查，没有写入。`
    : `导入了 ${fresh} 行${repeated}。`;
}

function byYear({ doubled }: Imported): Map<number, string[]> {
  const years = new Map<number, string[]>();
  for (const { year, label } of doubled) years.set(year, [...(years.get(year) ?? []), label]);
  return years;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const MOST_BYTES = 4_000_000; // about 120 000 rows: measured 0.5 GB of memory and 17 s
const MOST_PACKED = 4_000_000; // of a workbook; what it unpacks to is looked at before it is unpacked

async function readRows(file: string): Promise<ReadRows> {
  switch (extname(file).toLowerCase()) {
    case ".csv":
      return readCsv(await readText(file, MOST_BYTES));
    case ".jsonl":
      return readJsonLines(await readText(file, MOST_BYTES));
    case ".xlsx":
      return readXlsx(await readBytes(file, MOST_PACKED));
    default:
      throw new CommandError("只能导入 .csv、.xlsx 或 .jsonl 文件，请先另存为其中一种。");
  }
}

function refusal(problems: readonly Problem[]): CommandError {
  const lines = problems.slice(0, MOST_SHOWN).map(problemLine);
  const more = problems.length > MOST_SHOWN ? [`……还有 ${problems.length - MOST_SHOWN} 处`] : [];
  return new CommandError(["没有导入任何一行，请先改好下面的问题：", ...lines, ...more].join("\n"), 1);
}
