/** The groups of 三、本年度办理结果 that a speaker may name without naming the exact row. */
export const RESULT_GROUPS = ["granted", "partial", "denied", "unavailable", "not_processed", "other"] as const;
export type ResultGroup = (typeof RESULT_GROUPS)[number];

/** The 21 leaf results of table 三 in printed order, each with its group. 国办公开办函〔2021〕30号 表三. */
const ROWS = [
  ["open", "granted", "（一）予以公开"],
  ["partial", "partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"],
  ["deny_secret", "denied", "1.属于国家秘密"],
  ["deny_law", "denied", "2.其他法律行政法规禁止公开"],
  ["deny_safety", "denied", "3.危及“三安全一稳定”"],
  ["deny_third", "denied", "4.保护第三方合法权益"],
  ["deny_internal", "denied", "5.属于三类内部事务信息"],
  ["deny_process", "denied", "6.属于四类过程性信息"],
  ["deny_casefile", "denied", "7.属于行政执法案卷"],
  ["deny_query", "denied", "8.属于行政查询事项"],
  ["unable_nothold", "unavailable", "1.本机关不掌握相关政府信息"],
  ["unable_create", "unavailable", "2.没有现成信息需要另行制作"],
  ["unable_unclear", "unavailable", "3.补正后申请内容仍不明确"],
  ["refuse_petition", "not_processed", "1.信访举报投诉类申请"],
  ["refuse_repeat", "not_processed", "2.重复申请"],
  ["refuse_publication", "not_processed", "3.要求提供公开出版物"],
  ["refuse_massive", "not_processed", "4.无正当理由大量反复申请"],
  ["refuse_confirm", "not_processed", "5.要求行政机关确认或重新出具已获取信息"],
  ["other_nocorrect", "other", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"],
  ["other_nofee", "other", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"],
  ["other_misc", "other", "3.其他"],
] as const satisfies readonly (readonly [string, ResultGroup, string])[];

export type ResultRow = (typeof ROWS)[number][0];
export const RESULT_ROWS: readonly ResultRow[] = ROWS.map(([row]) => row);
export const RESULT_ROW_LABELS = Object.fromEntries(ROWS.map(([row, , label]) => [row, label])) as Readonly<
  Record<ResultRow, string>
>; // fromEntries forgets its keys; ROWS is the proof
const GROUP_OF = new Map<ResultRow, ResultGroup>(ROWS.map(([row, group]) => [row, group]));

export function groupOfRow(row: ResultRow): ResultGroup {
  const group = GROUP_OF.get(row);
  if (!group) throw new Error(`result row ${row} is missing from ROWS`);
  return group;
}

export const RESULT_GROUP_LABELS: Readonly<Record<ResultGroup, string>> = {
  granted: "（一）予以公开",
  partial: "（二）部分公开",
  denied: "（三）不予公开",
  unavailable: "（四）无法提供",
  not_processed: "（五）不予处理",
  other: "（六）其他处理",
};
