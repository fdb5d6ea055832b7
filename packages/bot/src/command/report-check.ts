import {
  checkReport,
  compareWithLedger,
  type Finding,
  figureLabel,
  type RootCause,
  summarise,
} from "@gongkai/reporter";
import type { ChainedRecord, RecordId } from "@gongkai/schema";
import { visible } from "../intake/visible.ts";
import { type Reasoned, reasonWords } from "../publishing/reasons.ts";
import { compiledYear } from "./compiled-year.ts";
import { type Place, withOffice } from "./open-office.ts";
import { readText } from "./read-file.ts";
import { CommandError, type World, writeLine } from "./world.ts";

export type CheckOptions = Place & Readonly<{ year?: number; againstLedger?: string; json?: boolean }>;

type Checked = Readonly<{ findings: readonly Reasoned[]; records: ReadonlyMap<RecordId, ChainedRecord> }>;

/** `gongkai report check FILE | --year Y [--against-ledger FILE]`: exit 1 when something must be mended. */
export async function reportCheck(file: string | undefined, options: CheckOptions, world: World): Promise<void> {
  if (file !== undefined && options.againstLedger === undefined && options.year === undefined) {
    return tell({ findings: checkReport(await readJson(file)), records: new Map() }, options, world);
  }
  if (file !== undefined) throw new CommandError("核对别人的报告只写文件；和台账比较请写 --year 和 --against-ledger。");
  if (options.year === undefined) throw new CommandError("请写要核对的报告文件，或用 --year 核对本台账的一年。");
  return tell(await ledgerFindings(options.year, options, world), options, world);
}

async function ledgerFindings(year: number, options: CheckOptions, world: World): Promise<Checked> {
  const compared = options.againstLedger === undefined ? undefined : await readJson(options.againstLedger);
  return withOffice(options, world, "reads", async (organ, home, settings) => {
    const { report, findings, records } = await compiledYear(organ, home, settings, { year }, world);
    const differences = compared === undefined ? [] : compareWithLedger(compared, report);
    return { findings: [...differences, ...findings], records };
  });
}

async function tell({ findings, records }: Checked, { json, year }: CheckOptions, world: World): Promise<void> {
  if (findings.some(({ verdict }) => verdict === "必改")) world.exitWith(1);
  if (json) {
    for (const finding of findings) await writeLine(world.stdout, JSON.stringify(finding));
    return;
  }
  const { says, roots, unexplained } = summarise(findings);
  await writeLine(world.stdout, says);
  for (const root of roots) await writeLine(world.stdout, visible(causeLine(root, records)));
  if (year !== undefined && unexplained > 0) await writeLine(world.stdout, stillToExplain(unexplained, year));
}

/** How a reason is given for what asks for one. */
const stillToExplain = (count: number, year: number): string =>
  `还有 ${count} 条要说明，看清单和写说明：gongkai report explain --year ${year}`;

function causeLine({ finding, clears, suspects }: RootCause, records: Checked["records"]): string {
  const [suspect, another] = suspects;
  const likely = clears.length > 0 && suspect && !another ? `很可能错在${figureLabel(suspect)}。` : "";
  const more = clears.length > 0 ? `（改好后另有 ${clears.length} 条也会消除）` : "";
  const { reason }: Reasoned = finding; // those of the ledger carry what was told for them
  const told = reason ? `${reasonWords(reason)}。` : "";
  const places = placesIn(finding, records);
  return `[${finding.verdict}] ${finding.says}${likely}${more}${places}${told} 依据：${finding.basis}（${finding.rule}）`;
}

const MOST_PLACES = 5;

/** 台账第3、7条: the 序号 of 台账 as it is exported and shown. */
function placesIn({ verdict, records: behind }: Finding, records: Checked["records"]): string {
  if (verdict === "提示" || verdict === "未执行") return "";
  const places = behind.flatMap((id) => records.get(id)?.seq ?? []);
  if (places.length === 0) return "";
  const listed = places.slice(0, MOST_PLACES).join("、");
  return `（见台账第 ${listed} 条${places.length > MOST_PLACES ? `，共 ${places.length} 条` : ""}）`;
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
