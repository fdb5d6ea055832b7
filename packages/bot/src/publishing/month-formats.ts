import { type MonthReport, monthDocument, monthRegisters, renderDocx, renderRegisters } from "@gongkai/reporter";

type Render = (report: MonthReport, at: string) => Promise<Uint8Array>;

/** Every format a month's report can be had in, by its file ending. */
const MONTH_FORMATS = {
  docx: (report, at) => renderDocx(monthDocument(report), { at }),
  xlsx: (report, at) =>
    renderRegisters({ title: titleOf(report), organ: report.office.name, registers: monthRegisters(report) }, { at }),
} as const satisfies Record<string, Render>;

export type MonthFormat = keyof typeof MONTH_FORMATS;
export const MONTH_FORMAT_NAMES = Object.keys(MONTH_FORMATS) as readonly MonthFormat[]; // keys of a const object
export const isMonthFormat = (name: string): name is MonthFormat => Object.hasOwn(MONTH_FORMATS, name);

const titleOf = (report: MonthReport): string => monthDocument(report).title.join("");

/** 某某局2025年3月政府信息公开工作月报.docx */
export async function monthFile(report: MonthReport, format: MonthFormat, at: string) {
  return { name: `${titleOf(report)}.${format}`, bytes: await MONTH_FORMATS[format](report, at) };
}
