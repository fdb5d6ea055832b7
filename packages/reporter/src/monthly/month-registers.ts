import { yearOf } from "@gongkai/schema";
import type { Register, RegisterCell, RegisterColumn } from "../document/register.ts";
import { spanWords } from "../records/span-words.ts";
import type { MonthLine, MonthReport } from "./month-report.ts";

const UNKNOWN = "—";

const NUMBERS: readonly RegisterColumn[] = [
  { label: "单位", width: 5, align: "center" },
  { label: "本月", width: 9, align: "center" },
  { label: "本年累计", width: 9, align: "center" },
  { label: "上年同月", width: 9, align: "center" },
  { label: "记录数", width: 6, align: "center" },
];
const INDICATOR: RegisterColumn = { label: "指标", width: 18, align: "left" };
const REMARK: RegisterColumn = { label: "说明", width: 20, align: "left" };

/** All sections together. */
export function wholeRegister(report: MonthReport): Register {
  return {
    id: "whole",
    name: "全局情况",
    columns: [INDICATOR, ...NUMBERS, { label: "同比", width: 9, align: "center" }, { ...REMARK, width: 14 }],
    rows: report.whole.map((line) => [line.label, ...numbersOf(line), change(line), remarkOn(line, report, true)]),
  };
}

export function sectionsRegister(report: MonthReport): Register {
  return {
    id: "sections",
    name: "各科室报送情况",
    columns: [
      { label: "科室", width: 11, align: "center", groups: true },
      { ...INDICATOR, width: 17 },
      ...NUMBERS,
      { ...REMARK, width: 17 },
    ],
    rows: report.sections.flatMap(({ label, lines }) =>
      lines.map((line) => [label, line.label, ...numbersOf(line), remarkOn(line, report, false)]),
    ),
  };
}

/** Applications, reconsiderations, lawsuits; the last row is what is still waiting. */
export function casesRegister({ cases, waiting }: MonthReport): Register {
  return {
    id: "cases",
    name: "依申请公开和复议诉讼",
    columns: [{ ...INDICATOR, label: "事项", width: 24 }, ...NUMBERS],
    rows: [
      ...cases.map((line) => [line.label, ...numbersOf(line)]),
      ["月末尚未答复的政府信息公开申请", "件", waiting, UNKNOWN, UNKNOWN, UNKNOWN],
    ],
  };
}

function numbersOf({ unit, scale, month, soFar, lastYear, state }: MonthLine): readonly RegisterCell[] {
  const printed = (stored: number | null): RegisterCell => (stored === null ? UNKNOWN : stored / scale);
  const value = state === "gap" ? "未报" : printed(month.value);
  return [unit, value, printed(soFar.value), printed(lastYear), month.records];
}

function change({ addsUp, month, lastYear }: MonthLine): string {
  if (!addsUp || month.value === null || lastYear === null || lastYear === 0) return UNKNOWN;
  const share = Math.round(((month.value - lastYear) / lastYear) * 1000) / 10;
  return share === 0 ? "持平" : `${share > 0 ? "+" : ""}${share}%`;
}

/** What the numbers alone would hide. */
function remarkOn(line: MonthLine, report: MonthReport, allSections: boolean): string {
  const { month, soFar, state, addsUp, unit, scale } = line;
  const remarks: string[] = [];
  if (state === "nil") remarks.push("零报");
  if (allSections && month.gaps.length > 0) remarks.push(`未报：${missing(line, report)}`);
  for (const id of new Set([...month.straddling, ...soFar.straddling])) {
    const wider = report.wider.get(id);
    if (!wider) continue;
    const counts = soFar.straddling.includes(id) ? "未计入" : "只计入累计";
    remarks.push(`${wider.days}合并报${wider.value / scale}${unit}，${counts}`);
  }
  if (!addsUp && soFar.on) remarks.push(`${spanWords({ from: soFar.on, to: soFar.on }, yearOf(report.month))}的读数`);
  if (month.value === null && month.readings.length > 0) remarks.push("只有日读数");
  return remarks.join("；");
}

const missing = ({ month }: MonthLine, { office }: MonthReport): string =>
  month.gaps.map(({ section }) => office.sections.find(({ key }) => key === section)?.label ?? "").join("、");
