import { coveredBy } from "@gongkai/reporter";
import { shanghaiTime } from "@gongkai/schema";
import type { Organ } from "../config/organ.ts";
import { visible } from "../intake/visible.ts";
import { type Reasoned, reasonWords } from "../publishing/reasons.ts";
import type { Home } from "../store/home.ts";
import { compiledYear } from "./compiled-year.ts";
import { type OpenSettings, type Place, withOffice } from "./open-office.ts";
import { speakerNamed } from "./speaker-named.ts";
import { typedRecord } from "./typed-record.ts";
import { CommandError, type World, writeLine } from "./world.ts";

export type ExplainOptions = Place &
  Readonly<{ year: number; rule?: string; item?: number; reason?: string; by?: string }>;

/** `gongkai report explain`: lists what asks for a reason; with `--rule` and `--reason`, stores one. */
export async function reportExplain(options: ExplainOptions, world: World): Promise<void> {
  const { year, rule, reason } = options;
  if (reason === undefined && (rule !== undefined || options.item !== undefined))
    throw new CommandError("还要用 --reason 写明原因；只看清单就不用写 --rule。");
  if (reason === undefined)
    return withOffice(options, world, "reads", async (organ, home, settings) => {
      const { findings } = await compiledYear(organ, home, settings, { year }, world);
      await list(asking(findings), world);
    });
  if (rule === undefined) throw new CommandError("还要用 --rule 写明说明的是哪一条，编号在清单里。");
  const told = { ...options, rule, reason: plain(reason), by: speakerNamed(options.by) };
  await withOffice(options, world, "writes", (organ, home, settings) => store(organ, home, settings, told, world));
}

const asking = (findings: readonly Reasoned[]) => findings.filter(({ verdict }) => verdict === "需说明");

async function list(findings: readonly Reasoned[], world: World): Promise<void> {
  if (findings.length === 0) return writeLine(world.stdout, "没有要说明的问题。");
  for (const finding of findings) {
    const { rule, says, reason } = finding;
    const ofRule = findings.filter((each) => each.rule === rule);
    const item = ofRule.length > 1 ? ` 第 ${ofRule.indexOf(finding) + 1} 条` : "";
    const told = reason ? reasonWords(reason) : "还没有说明";
    await writeLine(world.stdout, visible(`[${rule}${item}] ${says}${told}。`));
  }
}

const MOST_LETTERS = 500;

/** @throws CommandError */
function plain(reason: string): string {
  const text = reason.trim();
  if (text === "" || text.length > MOST_LETTERS)
    throw new CommandError(`--reason 要写 1 到 ${MOST_LETTERS} 个字的原因。`);
  if (visible(text) !== text) throw new CommandError("--reason 里有换行或者看不见的控制字符，请重新输入。");
  return text;
}

type Told = Readonly<{ year: number; rule: string; item?: number; reason: string; by: string }>;

async function store(organ: Organ, home: Home, settings: OpenSettings, told: Told, world: World): Promise<void> {
  const { year, reason, by } = told;
  const { report, findings } = await compiledYear(organ, home, settings, { year }, world);
  const finding = chosen(asking(findings), told);
  const states = coveredBy(finding, report.figures);
  const now = shanghaiTime(world.now());
  // the moment is part of the identity: a reason given anew is a new statement, the same call twice is not
  const identity = JSON.stringify([now, by, reason, states]);
  const { key } = organ.office;
  const record = typedRecord({ organ: key, by, at: now, command: "explain", identity, states });
  await home.transact(key, (tx) => tx.append(key, [{ record, words: reason }]));
  await writeLine(world.stdout, visible(`已记下 ${finding.rule} 的说明：${reason}。数变了会再请说明。`));
}

/** @throws CommandError when it is not clear which finding is meant. */
function chosen(findings: readonly Reasoned[], { rule, item, year }: Told): Reasoned {
  const ofRule = findings.filter((finding) => finding.rule === rule.trim().toUpperCase());
  const [first, second] = ofRule;
  if (!first) {
    const rules = [...new Set(findings.map((finding) => finding.rule))].join("、");
    const choice = rules === "" ? `${year} 年没有要说明的问题` : `要说明的有：${rules}`;
    throw new CommandError(`没有编号是 ${rule} 的要说明的问题，${choice}。`);
  }
  if (item === undefined && !second) return first;
  const one = item === undefined ? undefined : ofRule[item - 1];
  if (one) return one;
  const listed = ofRule.map(({ says }, at) => `${at + 1}. ${says}`);
  throw new CommandError(
    [`${first.rule} 有 ${ofRule.length} 条，请用 --item 写明是第几条，一条一条说明：`, ...listed].join("\n"),
  );
}
