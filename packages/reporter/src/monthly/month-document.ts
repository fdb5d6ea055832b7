import { yearOf } from "@gongkai/schema";
import type { Block, DocumentTree } from "../document/block.ts";
import { type Register, tableOf } from "../document/register.ts";
import { monthTitleLines } from "../document/title-lines.ts";
import { casesRegister, sectionsRegister, wholeRegister } from "./month-registers.ts";
import type { MonthReport, MonthSection } from "./month-report.ts";

/** The lists of the report, in the order they are printed; one that would be empty is left out. */
export function monthRegisters(report: MonthReport): readonly Register[] {
  const lists = [
    wholeRegister(report),
    sectionsRegister(report),
    casesRegister(report),
    report.readings,
    report.records,
  ];
  return lists.filter(({ rows }) => rows.length > 0);
}

/** The report as a document: what the month was, its tables, and the records behind them as an annex. */
export function monthDocument(report: MonthReport): DocumentTree {
  const { office, month, readings, records } = report;
  const chapters = monthRegisters(report).filter((list) => list !== records);
  return {
    title: monthTitleLines(office.name, month),
    organ: office.name,
    year: yearOf(month),
    draft: false,
    blocks: [
      ...summary(report).map(paragraph),
      ...chapters.flatMap((list, at) => [
        heading(`${NUMERALS[at]}、${list.name}`),
        ...(list === readings ? [paragraph("以下读数只说明进度，报送全月数之后才计入。")] : []),
        tableOf(list),
      ]),
      heading("附件：本月台账记录", true),
      records.rows.length > 0 ? tableOf(records) : paragraph("本月没有台账记录。"),
    ],
  };
}

const NUMERALS = ["一", "二", "三", "四"] as const;

const paragraph = (text: string): Block => ({ kind: "paragraph", runs: [{ text }] });
const heading = (text: string, newPage = false): Block => ({
  kind: "heading",
  level: 1,
  runs: [{ text }],
  ...(newPage && { newPage: true }),
});

const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
const dayWords = (day: string): string => `${monthWords(day.slice(0, 7))}${Number(day.slice(8))}日`;

function summary(report: MonthReport): readonly string[] {
  const { month, until, closed, sections, records } = report;
  const count = (state: string) => linesOf(sections).filter((line) => line.state === state).length;
  const owed = sections.reduce((sum, section) => sum + section.owed, 0);
  const gaps = count("gap");
  const reported = gaps === 0 ? "已全部报齐" : `已报${owed - gaps}项，未报${gaps}项`;
  const owing = owed === 0 ? "各科室没有每月必报的指标" : `各科室应报指标${owed}项，${reported}`;
  const nils = count("nil") > 0 ? `，零报${count("nil")}项` : "";
  const counted = until ? `（截至${dayWords(until)}）` : "";
  const state = closed ? "本月已经结账。" : "本月尚未结账，数字还可能变动。";
  return [
    `${monthWords(month)}${counted}，${owing}${nils}；与本月有关的台账记录${records.rows.length}条。${state}`,
    ...(gaps > 0 ? [`未报的是：${sections.flatMap(owedBy).join("；")}。`] : []),
  ];
}

const linesOf = (sections: readonly MonthSection[]) => sections.flatMap(({ lines }) => lines);

function owedBy({ label, lines }: MonthSection): readonly string[] {
  const gaps = lines.filter(({ state }) => state === "gap").map((line) => line.label);
  return gaps.length > 0 ? [`${label}的${gaps.join("、")}`] : [];
}
