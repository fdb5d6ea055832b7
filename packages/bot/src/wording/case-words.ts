import {
  type DisputeResult,
  type LocalDate,
  RESULT_GROUP_LABELS,
  RESULT_ROW_LABELS,
  type ResultRow,
  type RoughOutcome,
  type Waiting,
} from "@gongkai/schema";
import type { CaseStanding } from "../dialogue/case-standing.ts";
import type { Saying } from "../dialogue/saying.ts";
import { type Label, ROW_LABELS } from "./answer-labels.ts";
import { caseNumberWords, outcomeWords, type Speaking } from "./fact-words.ts";
import { periodWords } from "./period-words.ts";

export const RESULT_LABELS: Readonly<Record<DisputeResult, Label>> = {
  upheld: { label: "结果维持", also: ["维持"] },
  corrected: { label: "结果纠正", also: ["纠正"] },
  other: { label: "其他结果", also: ["其他"] },
};

/** How an answer is offered: the short words of its row, or the name of its group. */
export function outcomeLabel(outcome: ResultRow | RoughOutcome): Label {
  const known = outcome in ROW_LABELS ? ROW_LABELS[outcome as ResultRow] : undefined; // just looked up
  return known ?? { label: outcomeWords(outcome), also: [] };
}

const isGroup = (outcome: ResultRow | RoughOutcome): outcome is RoughOutcome =>
  outcome in RESULT_GROUP_LABELS && outcome !== "partial";

/** 表三“4.保护第三方合法权益”，依据条例第十五条、第三十二条. */
function placeWords({ row, hook }: NonNullable<CaseStanding["outcome"]>): string {
  if (isGroup(row)) return `先按${outcomeWords(row)}记下`;
  const label = RESULT_ROW_LABELS[row].replace(/（区分处理.*$/u, "");
  const basis = hook === null ? "" : `，依据${hook}`;
  return `计入表三“${label}”${basis}`;
}

const dueWords = ({ due, provisional, left }: CaseStanding, today: LocalDate): string => {
  if (due === null || left === null) return "";
  const day = `答复期限${periodWords(due, today)}${provisional ? "（暂定）" : ""}`;
  if (left < 0) return `${day}，已超期${-left}个工作日`;
  return left === 0 ? `${day}，今天到期` : `${day}，还有${left}个工作日`;
};

const WAITS: Readonly<Record<Waiting["what"], string>> = {
  answer: "",
  correction: "等申请人补正，期限暂停，收到补正后重新起算",
  payment: "等申请人缴费，期限暂停，缴清后重新起算",
  opinion: "等对方意见，征求意见的时间不计入期限",
};

export function waitingWords({ what, until }: Waiting, today: LocalDate): string {
  return until === null || what === "answer" ? WAITS[what] : `${WAITS[what]}（最晚${periodWords(until, today)}）`;
}

const noteWords = ({ says, article }: CaseStanding["notes"][number], today: LocalDate): string =>
  `提醒：${datesWords(says, today).replace(/。$/u, "")}（${article}）。`;

/** Where a case stands now, in one sentence, and a line for each thing the law wants to be minded. */
export function caseStandsWords(standing: CaseStanding, { today }: Speaking): string {
  const { outcome, waiting, notes } = standing;
  const parts = [
    outcome === null ? "" : placeWords(outcome),
    waiting === null || waiting.what === "answer" ? "" : waitingWords(waiting, today),
    dueWords(standing, today),
  ].filter((part) => part !== "");
  const stands = parts.length === 0 ? [] : [`${caseNumberWords(standing.case)}：${parts.join("；")}。`];
  return [...stands, ...notes.map((note) => noteWords(note, today))].join("\n");
}

/** Why a step was not written, with the article. */
export const caseRefusedWords = (
  { case: id, says, article }: Extract<Saying, { say: "case-refused" }>,
  { today }: Speaking,
): string => `没有记。${caseNumberWords(id)}：${datesWords(says, today).replace(/。$/u, "")}（${article}）。`;

/** The law's own sentences carry days as they are stored. */
export const datesWords = (says: string, today: LocalDate): string =>
  says.replace(/ ?(\d{4}-\d{2}-\d{2}) ?/gu, (_, day: string) => periodWords(day, today));
