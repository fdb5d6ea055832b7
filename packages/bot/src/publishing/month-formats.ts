import {
  type DocumentTree,
  type MonthReport,
  monthDocument,
  monthInOfficeLook,
  monthRegisters,
  type OfficeTemplates,
  renderDocx,
  renderRegisters,
} from "@gongkai/reporter";

type Render = (report: MonthReport, tree: DocumentTree, at: string) => Promise<Uint8Array>;

/** Every format a month's report can be had in, by its file ending. */
const MONTH_FORMATS = {
  docx: (_report, tree, at) => renderDocx(tree, { at }),
  xlsx: (report, { title, organ }, at) =>
    renderRegisters({ title: title.join(""), organ, registers: monthRegisters(report) }, { at }),
} as const satisfies Record<string, Render>;

export type MonthFormat = keyof typeof MONTH_FORMATS;
export const MONTH_FORMAT_NAMES = Object.keys(MONTH_FORMATS) as readonly MonthFormat[]; // keys of a const object
export const isMonthFormat = (name: string): name is MonthFormat => Object.hasOwn(MONTH_FORMATS, name);

/** 某某局2025年3月政府信息公开工作月报.docx, or under the office's own title. */
export async function monthFile(report: MonthReport, format: MonthFormat, at: string, look: OfficeTemplates) {
  const tree = monthInOfficeLook(monthDocument(report), report.office, report.month, look);
  return { name: `${tree.title.join("")}.${format}`, bytes: await MONTH_FORMATS[format](report, tree, at) };
}
