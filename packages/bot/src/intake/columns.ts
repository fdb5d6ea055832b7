/** Column names people use, and the field each one fills. English names are those of the command's JSON. */
const COLUMN_WORDS = {
  indicator: ["指标", "事项", "indicator"],
  quantity: ["数量", "数值", "值", "quantity", "value"],
  period: ["期间", "日期", "月份", "时间", "period"],
  channel: ["渠道", "平台", "channel"],
  section: ["科室", "部门", "section"],
  by: ["报送人", "经办人", "by"],
  year: ["年度", "年份", "year"],
  figure: ["项目", "数据项", "figure"],
  cell: ["单元格", "cell"],
  number: ["编号", "序号", "number"],
} as const satisfies Record<string, readonly string[]>;

export type Field = keyof typeof COLUMN_WORDS;
export const FIELDS = Object.keys(COLUMN_WORDS) as readonly Field[]; // keys of the table above
const FIELD_OF = new Map<string, Field>(
  Object.entries(COLUMN_WORDS).flatMap(([field, words]) => words.map((word) => [word, field as Field] as const)), // keys of the table above
);

/** The field a column heading means, or `undefined` for one we do not know. */
export const fieldOf = (heading: string): Field | undefined => FIELD_OF.get(heading.trim().toLowerCase());

/** The field's first Chinese name: how problems speak of it. */
export const columnName = (field: Field): string => COLUMN_WORDS[field][0];

/** One row as read, every cell as trimmed text; `line` is its line or row number in the file, from 1. */
export type TextRow = Readonly<{ line: number; cells: Readonly<Partial<Record<Field, string>>> }>;
