import {
  APPLICANT_LABELS,
  type CaseStep,
  type Catalogue,
  CHANNEL_LABELS,
  DISPUTE_RESULT_LABELS,
  daysOf,
  type Fact,
  hasIndicator,
  type Indicator,
  indicatorOf,
  type Span,
} from "@gongkai/schema";
import { figureLabel } from "../fold/figure-label.ts";
import { printedValue, unitOf } from "../fold/printed.ts";
import { numbered, outcomeWords } from "./case-words.ts";

/** What a fact says, in the columns of a list. It never names an applicant: facts hold none. */
export type FactLine = Readonly<{
  what: string;
  /** In the unit of talk; `null`: it states no number. */
  quantity: number | null;
  unit: string;
  /** The days it is about; absent for texts and published figures, which are about a year. */
  when?: Span;
}>;

const STEP_LABELS: Readonly<Record<CaseStep, string>> = {
  "correction-asked": "发出补正通知",
  "correction-received": "收到补正材料",
  "consultation-sent": "发函征求意见",
  "consultation-received": "征求意见函送达",
  "consultation-returned": "收到征求意见的回复",
  extended: "延长答复期限",
  "fee-noticed": "发出收费通知",
  "fee-paid": "收到信息处理费",
  served: "送达答复",
  reopened: "重新办理",
};

const on = (day: string): Span => ({ from: day, to: day });
const one = (what: string, day: string, unit = "件"): FactLine => ({ what, quantity: 1, unit, when: on(day) });
const none = (what: string): FactLine => ({ what, quantity: null, unit: "" });

export function factLine(fact: Fact, catalogue: Catalogue): FactLine {
  switch (fact.kind) {
    case "figure-reported": {
      const { label, unit, scale } = knownAs(fact.indicator, catalogue);
      const what = fact.channel ? `${label}（${CHANNEL_LABELS[fact.channel]}）` : label;
      return { what, quantity: fact.quantity / scale, unit, when: daysOf(fact.period) };
    }
    case "nil-attested": {
      const { label, unit } = knownAs(fact.indicator, catalogue);
      return { what: label, quantity: 0, unit, when: daysOf(fact.period) };
    }
    case "cell-counted":
      return {
        what: figureLabel(fact.cell),
        quantity: printedValue(fact.cell, fact.quantity),
        unit: unitOf(fact.cell),
        when: daysOf(fact.period),
      };
    case "application-opened": {
      const applicant = fact.applicant === null ? "申请人类型待补" : APPLICANT_LABELS[fact.applicant];
      return one(`收到政府信息公开申请（${numbered(fact.case)}，${applicant}）`, fact.receivedOn);
    }
    case "application-answered":
      return one(`答复政府信息公开申请（${numbered(fact.case)}）：${outcomeWords(fact.outcome)}`, fact.on);
    case "application-step":
      return {
        ...none(`政府信息公开申请（${numbered(fact.case)}）：${STEP_LABELS[fact.step]}`),
        ...("amount" in fact && fact.amount !== undefined ? { quantity: fact.amount / 100, unit: "元" } : {}), // kept in fen
        when: on(fact.on),
      };
    case "review-opened":
      return one(`收到行政复议（${numbered(fact.case)}）`, fact.receivedOn);
    case "litigation-opened":
      return one(`收到行政诉讼（${numbered(fact.case)}）`, fact.receivedOn);
    case "dispute-decided": {
      const kind = fact.case.startsWith("R") ? "行政复议" : "行政诉讼";
      return one(`${kind}审结（${numbered(fact.case)}）：${DISPUTE_RESULT_LABELS[fact.result]}`, fact.on);
    }
    case "text-stored":
      return none(`存入${fact.year}年年报“${fact.key}”的文字`);
    case "finding-explained":
      return none(`说明${fact.year}年年报核对的一条问题（${fact.rule}）`);
    case "figure-published":
      return {
        what: `${fact.year}年年报已公布：${figureLabel(fact.figure)}`,
        quantity: printedValue(fact.figure, fact.quantity),
        unit: unitOf(fact.figure),
      };
  }
}

type Named = Pick<Indicator, "label" | "unit" | "scale">;

/** An indicator an office has since taken out of its settings is still in the ledger. */
const knownAs = (key: string, catalogue: Catalogue): Named =>
  hasIndicator(catalogue, key) ? indicatorOf(catalogue, key) : { label: "已停用的指标", unit: "", scale: 1 };
