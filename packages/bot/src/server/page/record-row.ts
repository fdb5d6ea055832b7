import {
  type Catalogue,
  type Fact,
  type LedgerRecord,
  type LocalDate,
  type Office,
  type StandingFacts,
  shanghaiTime,
} from "@gongkai/schema";
import { whatWords } from "../../wording/fact-words.ts";
import { periodWords } from "../../wording/period-words.ts";
import { type Html, html } from "./html.ts";

/** What a page needs to show records to people. */
export type Shown = Readonly<{
  office: Office;
  catalogue: Catalogue;
  today: LocalDate;
  /** Member id → name. */
  names: ReadonlyMap<string, string>;
  standing: StandingFacts;
  /** Record id → what was said; absent when erased or when nothing was said. */
  words: ReadonlyMap<string, string>;
}>;

const nameless = () => null; // applicants' names are shown to nobody on these pages

export const personOf = (by: string, { names }: Shown): string => names.get(by) ?? by;
export const sectionOf = (key: string, { office }: Shown): string =>
  office.sections.find((section) => section.key === key)?.label ?? "—";

/** 3月4日 10:30 */
export function momentWords(moment: string): string {
  const local = shanghaiTime(moment);
  return `${Number(local.slice(5, 7))}月${Number(local.slice(8, 10))}日 ${local.slice(11, 16)}`;
}

/** The words behind a record, or that they were erased; of a mended record also the words that mended it. */
export function wordsOf(record: LedgerRecord, { words, standing }: Shown): string {
  const said = words.get(record.id) ?? (record.wordsDigest ? "〔已清除〕" : "");
  const mendedBy = standing.find(record.id)?.correctedBy;
  const mended = mendedBy ? words.get(mendedBy) : undefined;
  return mended ? `${said} → ${mended}` : said;
}

export function factLine(fact: Fact, { catalogue, today }: Shown): string {
  const what = whatWords(fact, { catalogue, today, nameOf: nameless });
  const period =
    "period" in fact ? fact.period : "receivedOn" in fact ? fact.receivedOn : "on" in fact ? fact.on : null;
  return period ? `${what}，${periodWords(period, today)}` : what;
}

/** What a record states, for the ledger's list: 更正、撤销 and 恢复 name what they are about. */
export function statementLine(record: LedgerRecord, shown: Shown): string {
  const { states } = record;
  switch (states.kind) {
    case "withdrawn":
    case "restored": {
      const target = shown.standing.find(states.target);
      return `${states.kind === "withdrawn" ? "撤销" : "恢复"}：${target ? factLine(target.fact, shown) : ""}`;
    }
    case "corrected":
      return `更正为：${factLine(states.becomes, shown)}`;
    case "month-closed":
      return `${states.month} 已结账`;
    case "month-reopened":
      return `${states.month} 重新打开`;
    default:
      return factLine(states, shown);
  }
}

/** A withdrawn or corrected record stays in the list, struck through: the ledger forgets nothing. */
export function recordRow(seq: number, record: LedgerRecord, shown: Shown): Html {
  const line = shown.standing.find(record.id);
  const gone = line ? line.withdrawn || line.correctedBy !== null : false;
  return html`<tr${gone ? html` class="gone"` : null} data-seq="${seq}"><td class="number">${seq}</td><td class="when">${momentWords(record.saidAt)}</td><td class="person">${personOf(record.by, shown)}</td><td class="person">${sectionOf(record.section, shown)}</td><td>${statementLine(record, shown)}</td><td class="words">${wordsOf(record, shown)}</td></tr>`;
}

export const recordTable = (rows: readonly Html[]): Html =>
  html`<table><thead><tr><th class="number" scope="col">序号</th><th scope="col">时间</th><th scope="col">报送人</th><th scope="col">科室</th><th scope="col">记了什么</th><th scope="col">原话</th></tr></thead><tbody>${rows}</tbody></table>`;
