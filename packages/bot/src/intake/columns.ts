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
  case: ["案件", "案号", "案件编号", "申请编号", "case"],
  step: ["步骤", "办理步骤", "环节", "step"],
  applicant: ["申请人类型", "申请人类别", "applicant"],
  via: ["提交方式", "来件方式", "via"],
  name: ["申请人", "姓名", "name"],
  contact: ["联系方式", "电话", "contact"],
  subject: ["申请内容", "subject"],
  until: ["补正期限", "until"],
  with: ["征求对象", "with"],
  opinion: ["意见", "opinion"],
  days: ["延长工作日", "days"],
  approved: ["批准日期", "approved"],
  mode: ["收费方式", "mode"],
  amount: ["金额", "fee"],
  count: ["页数", "件数", "count"],
  outcome: ["办理结果", "结果", "outcome"],
  how: ["送达方式", "how"],
  against: ["针对申请", "针对", "against"],
  route: ["起诉方式", "route"],
  original: ["原行为机关", "original"],
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
