import { z } from "zod";

export const DISPUTE_RESULTS = ["upheld", "corrected", "other"] as const;
export type DisputeResult = (typeof DISPUTE_RESULTS)[number];
export const DISPUTE_RESULT_LABELS: Readonly<Record<DisputeResult, string>> = {
  upheld: "结果维持",
  corrected: "结果纠正",
  other: "其他结果",
};

/** A decision as it is written, the column of table 四 it counts in, and the article that provides for it. */
export type Decision = Readonly<{ decision: string; result: DisputeResult; article: string }>;
export type DisputeKind = "review" | "litigation";

/** No text maps decisions to columns: an office whose superiors read it otherwise changes a line in its settings. */
export const DECISIONS: Readonly<Record<DisputeKind, readonly Decision[]>> = {
  review: [
    { decision: "维持", result: "upheld", article: "行政复议法第六十八条" },
    { decision: "变更", result: "corrected", article: "行政复议法第六十三条" },
    { decision: "撤销", result: "corrected", article: "行政复议法第六十四条" },
    { decision: "部分撤销", result: "corrected", article: "行政复议法第六十四条" },
    { decision: "责令重新答复", result: "corrected", article: "行政复议法第六十四条" },
    { decision: "确认行为违法", result: "corrected", article: "行政复议法第六十五条" },
    { decision: "确认程序违法", result: "corrected", article: "行政复议法第六十五条" },
    { decision: "责令公开", result: "corrected", article: "行政复议法第六十六条" },
    { decision: "责令履行", result: "corrected", article: "行政复议法第六十六条" },
    { decision: "确认无效", result: "corrected", article: "行政复议法第六十七条" },
    { decision: "驳回复议请求", result: "other", article: "行政复议法第六十九条" },
    { decision: "驳回复议申请", result: "other", article: "行政复议法第三十三条" },
    { decision: "终止", result: "other", article: "行政复议法第四十一条" },
    { decision: "撤回", result: "other", article: "行政复议法第四十一条" },
    { decision: "调解", result: "other", article: "行政复议法第七十三条" },
  ],
  litigation: [
    { decision: "驳回诉讼请求", result: "upheld", article: "行政诉讼法第六十九条" },
    { decision: "撤销", result: "corrected", article: "行政诉讼法第七十条" },
    { decision: "部分撤销", result: "corrected", article: "行政诉讼法第七十条" },
    { decision: "责令履行", result: "corrected", article: "行政诉讼法第七十二条" },
    { decision: "判决给付", result: "corrected", article: "行政诉讼法第七十三条" },
    { decision: "确认违法", result: "corrected", article: "行政诉讼法第七十四条" },
    { decision: "确认无效", result: "corrected", article: "行政诉讼法第七十五条" },
    { decision: "变更", result: "corrected", article: "行政诉讼法第七十七条" },
    { decision: "驳回起诉", result: "other", article: "行政诉讼法第四十九条" },
    { decision: "不予立案", result: "other", article: "行政诉讼法第五十一条" },
    { decision: "撤诉", result: "other", article: "行政诉讼法第六十二条" },
    { decision: "终结诉讼", result: "other", article: "行政诉讼法第一百零一条" },
  ],
};

const Mapping = z.record(z.string().min(1).max(30), z.enum(DISPUTE_RESULTS)).default({});

/** An office's own reading: a decision the table has moves to another column, a new one is added. */
export const DecisionOverride = z.strictObject({ review: Mapping, litigation: Mapping });
export type DecisionOverride = z.infer<typeof DecisionOverride>;

/** The pick-list of an office, in the order of the law, its own decisions last. */
export function decisionsOf(kind: DisputeKind, override?: DecisionOverride): readonly Decision[] {
  const own = override?.[kind] ?? {};
  const known = DECISIONS[kind].map((line) => ({ ...line, result: own[line.decision] ?? line.result }));
  const words = new Set(known.map(({ decision }) => decision));
  const added = Object.entries(own).filter(([decision]) => !words.has(decision));
  return [...known, ...added.map(([decision, result]) => ({ decision, result, article: "本机关设定" }))];
}

/** The column a decision counts in; undefined for a decision the table does not have, which is to be asked. */
export const resultOfDecision = (
  kind: DisputeKind,
  decision: string,
  override?: DecisionOverride,
): DisputeResult | undefined => decisionsOf(kind, override).find((line) => line.decision === decision)?.result;
