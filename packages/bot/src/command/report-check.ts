import { checkReport, compareWithLedger, compileReport, type Finding, summarise } from "@gongkai/reporter";
import { shanghaiDay } from "@gongkai/schema";
import { visible } from "../intake/visible.ts";
import { templatesFor } from "../publishing/read-templates.ts";
import { type Place, withOffice } from "./open-office.ts";
import { readText } from "./read-file.ts";
import { allRecordsOf } from "./read-records.ts";
import { CommandError, type World, writeLine } from "./world.ts";

export type CheckOptions = Place & Readonly<{ year?: number; againstLedger?: string; json?: boolean }>;

/** `gongkai report check FILE | --year Y [--against-ledger FILE]`: exit 1 when something must be mended. */
export async function reportCheck(file: string | undefined, options: CheckOptions, world: World): Promise<void> {
  if (file !== undefined && options.againstLedger === undefined && options.year === undefined) {
    return tell(checkReport(await readJson(file)), options, world);
  }
  if (file !== undefined) throw new CommandError("核对别人的报告只写文件；和台账比较请写 --year 和 --against-ledger。");
  if (options.year === undefined) throw new CommandError("请写要核对的报告文件，或用 --year 核对本台账的一年。");
  return tell(await ledgerFindings(options.year, options, world), options, world);
}

async function ledgerFindings(year: number, options: CheckOptions, world: World): Promise<readonly Finding[]> {
  const compared = options.againstLedger === undefined ? undefined : await readJson(options.againstLedger);
  return withOffice(options, world, "reads", async ({ office }, home, settings) => {
    const { narrative: templates } = await templatesFor(settings, office);
    const records = await allRecordsOf(home, office.key);
    const report = compileReport({ records, office, year, templates, today: shanghaiDay(world.now()) });
    const differences = compared === undefined ? [] : compareWithLedger(compared, report.figures);
    return [...differences, ...report.findings];
  });
}

async function tell(findings: readonly Finding[], { json }: CheckOptions, world: World): Promise<void> {
  if (findings.some(({ verdict }) => verdict === "必改")) world.exitWith(1);
  if (json) {
    for (const finding of findings) await writeLine(world.stdout, JSON.stringify(finding));
    return;
  }
  const { says, roots } = summarise(findings);
  await writeLine(world.stdout, says);
  for (const { finding, clears } of roots) {
    const more = clears.length > 0 ? `（改好后另有 ${clears.length} 条也会消除）` : "";
    await writeLine(world.stdout, visible(`[${finding.verdict}] ${finding.says}${more} 依据：${finding.basis}`));
  }
}

const MOST_BYTES = 50_000_000; // a compiled report names every record of every figure

async function readJson(file: string): Promise<unknown> {
  const text = await readText(file, MOST_BYTES);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CommandError(`${file} 不是 JSON 文件。可以写 gongkai report compile 的输出，或照 --help 的例子写。`, 2, {
      cause,
    });
  }
}
