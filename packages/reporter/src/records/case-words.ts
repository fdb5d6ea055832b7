import {
  APPLICANT_LABELS,
  type CaseId,
  DISPUTE_BLOCK_LABELS,
  DISPUTE_RESULT_LABELS,
  type Fact,
  type LocalDate,
  RESULT_GROUP_LABELS,
  type ResultGroup,
  SERVICE_RULES,
} from "@gongkai/schema";
import { rowLabel } from "../fold/figure-label.ts";

/** `A-2025-0003` as 2025年第3件. */
export const numbered = (id: CaseId): string => `${id.slice(2, 6)}年第${Number(id.slice(7))}件`;

const isGroup = (outcome: string): outcome is ResultGroup => Object.hasOwn(RESULT_GROUP_LABELS, outcome);

/** The row of table 三, or the group where the row is still to be asked, without its number. */
export const outcomeWords = (outcome: string): string =>
  isGroup(outcome) ? RESULT_GROUP_LABELS[outcome].replace(/^（.）/, "") : rowLabel(outcome);

/** One step of a case as a list prints it. */
export type ListedStep = Readonly<{ case: CaseId; label: string; on: LocalDate; what: string }>;

const KINDS = { A: "申请", R: "行政复议", L: "行政诉讼" } as const;
const kindOf = (id: CaseId): string => KINDS[id.charAt(0) as keyof typeof KINDS]; // a case id begins with one of them
const WHOM = { "third-party": "第三方", "co-producer": "共同制作机关" } as const;
const OPINIONS = { agrees: "同意", objects: "不同意", silent: "逾期未提出意见" } as const;
const MODES = { "per-item": "按件", "per-page": "按量" } as const;
const YUAN = 100; // fen

function stepWords(fact: Extract<Fact, { kind: "application-step" }>): string {
  switch (fact.step) {
    case "correction-asked":
      return `告知补正${fact.until === undefined ? "" : `，期限到${fact.until}`}`;
    case "correction-received":
      return "收到补正";
    case "consultation-sent":
      return `发函征求${WHOM[fact.with ?? "third-party"]}意见`;
    case "consultation-received":
      return "对方收到征求意见书";
    case "consultation-returned":
      return `征求意见结果：${fact.opinion === undefined ? "已回复" : OPINIONS[fact.opinion]}`;
    case "extended":
      return `延长答复${fact.days ?? ""}个工作日${fact.approvedOn === undefined ? "" : `，${fact.approvedOn}批准`}`;
    case "fee-noticed": {
      const mode = fact.mode === undefined ? "" : MODES[fact.mode];
      const amount = fact.amount === undefined ? "" : `${fact.amount / YUAN}元`;
      return `发出收费通知${mode}${amount}`;
    }
    case "fee-paid":
      return `申请人缴费${fact.amount === undefined ? "" : `${fact.amount / YUAN}元`}`;
    case "served":
      return `送达答复${fact.how === undefined ? "" : `，${SERVICE_RULES[fact.how].label}`}`;
    case "reopened":
      return "重新办理";
    default:
      return fact satisfies never;
  }
}

/** Undefined for a fact that belongs to no case. */
export function caseStepWords(fact: Fact): ListedStep | undefined {
  if (!("case" in fact)) return undefined;
  const step = (on: LocalDate, what: string): ListedStep => ({
    case: fact.case,
    label: `${kindOf(fact.case)}${numbered(fact.case)}`,
    on,
    what,
  });
  switch (fact.kind) {
    case "application-opened": {
      const applicant = fact.applicant === null ? "申请人类型待补" : APPLICANT_LABELS[fact.applicant];
      return step(fact.receivedOn, `收到申请（${applicant}）`);
    }
    case "application-step":
      return step(fact.on, stepWords(fact));
    case "application-answered":
      return step(fact.on, fact.withdrawn ? "申请人撤回" : `答复：${outcomeWords(fact.outcome)}`);
    case "review-opened":
      return step(fact.receivedOn, "收到行政复议");
    case "litigation-opened": {
      const route = fact.route === null ? "起诉方式待补" : DISPUTE_BLOCK_LABELS[fact.route];
      return step(fact.receivedOn, `收到行政诉讼（${route}）`);
    }
    case "dispute-decided":
      return step(fact.on, `结案：${fact.decision ?? ""}（${DISPUTE_RESULT_LABELS[fact.result]}）`);
  }
}
