import type { CaseKind, CaseStep } from "@gongkai/schema";
import type { Field } from "./columns.ts";

/** What a row of a case tells: its opening, one of its steps, its end. */
export type RowStep = "opened" | CaseStep | "answered" | "withdrawn" | "disputed" | "decided";

type StepRow = Readonly<{ step: RowStep; words: readonly string[]; fields: readonly Field[]; kind?: CaseKind }>;

/** Words of the column 步骤, and the further columns each step has a use for. */
const STEPS: readonly StepRow[] = [
  { step: "opened", words: ["收到", "收到申请", "登记"], fields: ["applicant", "via", "name", "contact", "subject"] },
  { step: "correction-asked", words: ["告知补正", "补正告知", "要求补正", "发出补正通知"], fields: ["until"] },
  { step: "correction-received", words: ["收到补正", "补正"], fields: [] },
  { step: "consultation-sent", words: ["征求意见", "发函征求意见"], fields: ["with"] },
  { step: "consultation-received", words: ["对方收到", "征求意见送达"], fields: [] },
  { step: "consultation-returned", words: ["收到意见", "意见回复"], fields: ["opinion"] },
  { step: "extended", words: ["延期", "延长", "延长答复"], fields: ["days", "approved"] },
  { step: "fee-noticed", words: ["收费通知", "发出收费通知"], fields: ["mode", "amount", "count"] },
  { step: "fee-paid", words: ["缴费", "收到缴费"], fields: ["amount"] },
  { step: "answered", words: ["答复", "办结"], fields: ["outcome"] },
  { step: "withdrawn", words: ["撤回", "申请人撤回"], fields: [] },
  { step: "served", words: ["送达", "送达答复"], fields: ["how"] },
  { step: "reopened", words: ["重新办理"], fields: [] },
  { step: "disputed", words: ["收到复议", "申请复议"], fields: ["against"], kind: "review" },
  { step: "disputed", words: ["收到诉讼", "起诉"], fields: ["against", "route", "original"], kind: "litigation" },
  { step: "decided", words: ["结案", "审结", "决定"], fields: ["outcome"] },
];

export const STEP_WORDS: readonly string[] = STEPS.flatMap(({ words }) => words.slice(0, 1));

/** The step a word of the column 步骤 means; undefined for one we do not know. */
export const stepNamed = (word: string | undefined): StepRow | undefined =>
  STEPS.find(({ step, words }) => word !== undefined && (step === word || words.includes(word)));

export const fieldsOfStep = (word: string | undefined): readonly Field[] => stepNamed(word)?.fields ?? [];
