import {
  APPLICANT_LABELS,
  type Catalogue,
  CHANNEL_LABELS,
  type Fact,
  hasIndicator,
  type Indicator,
  indicatorOf,
  type LocalDate,
  RESULT_GROUP_LABELS,
  RESULT_ROW_LABELS,
  type ResultGroup,
  type ResultRow,
  type Via,
} from "@gongkai/schema";
import { stepWords } from "./case-step-words.ts";
import { amountWords } from "./number-words.ts";
import { periodWords } from "./period-words.ts";

/** What a sentence may need beside the fact itself. */
export type Speaking = Readonly<{
  catalogue: Catalogue;
  today: LocalDate;
  /** The applicant's name where the listener may see it. */
  nameOf: (id: string) => string | null;
}>;

export const VIA_LABELS: Readonly<Record<Via, string>> = {
  in_person: "当面提交",
  mail: "邮寄",
  online: "网上提交",
  fax: "传真",
  other: "其他方式",
};
const ROUTE_LABELS = { direct: "未经复议直接起诉", after: "复议后起诉" } as const;
const DISPUTE_LABELS = { upheld: "结果维持", corrected: "结果纠正", other: "其他结果" } as const;

const NUMBERING = /^(?:（[一二三四五六七]）|\d\.)/u;
const isRow = (outcome: string): outcome is ResultRow => Object.hasOwn(RESULT_ROW_LABELS, outcome);
const isGroup = (outcome: string): outcome is ResultGroup => Object.hasOwn(RESULT_GROUP_LABELS, outcome);

/** An answer's result as in table 三, without its number. */
export function outcomeWords(outcome: string): string {
  if (isRow(outcome)) return RESULT_ROW_LABELS[outcome].replace(NUMBERING, "").replace(/（区分处理.*$/u, "");
  return isGroup(outcome) ? RESULT_GROUP_LABELS[outcome].replace(NUMBERING, "") : outcome;
}

export function indicatorFor(catalogue: Catalogue, key: string): Indicator {
  if (!hasIndicator(catalogue, key)) throw new Error(`indicator ${key} is not in the catalogue of this office`);
  return indicatorOf(catalogue, key);
}

const named = (id: string, { nameOf }: Speaking, kind: string): string => {
  const name = nameOf(id);
  return name === null ? `${kind} ${caseNumberWords(id)}` : `${name}的${kind}`;
};
/** `A-2026-0003` as a person says it: 2026年第3件. */
export const caseNumberWords = (id: string): string => `${id.slice(2, 6)}年第${Number(id.slice(7))}件`;

/** 国办公开办函〔2016〕201号: only the body that acted first counts a lawsuit. */
const ourSide = (original: boolean | null): string =>
  original === null ? "" : original ? "，本机关是原行为机关" : "，本机关是复议机关，不统计";
const against = (id: string | null): string => (id === null ? "" : `，针对申请 ${caseNumberWords(id)}`);

/** What is stated, without its date: 行政许可12件, 新媒体发布3条（微信公众号）. */
export function whatWords(fact: Fact, speaking: Speaking): string {
  switch (fact.kind) {
    case "figure-reported": {
      const indicator = indicatorFor(speaking.catalogue, fact.indicator);
      const beside = [fact.channel && CHANNEL_LABELS[fact.channel], fact.outcome && outcomeWords(fact.outcome)];
      const more = beside.filter((each) => each !== null).join("，");
      return `${indicator.label}${amountWords(fact.quantity, indicator)}${more === "" ? "" : `（${more}）`}`;
    }
    case "nil-attested": {
      const indicator = indicatorFor(speaking.catalogue, fact.indicator);
      return `${indicator.label}0${indicator.unit}`;
    }
    case "application-opened": {
      const beside = [
        fact.applicant === null ? "申请人类型待补" : APPLICANT_LABELS[fact.applicant],
        fact.via && VIA_LABELS[fact.via],
      ].filter((each) => each !== null);
      return `${named(fact.case, speaking, "政府信息公开申请")}（${beside.join("，")}）`;
    }
    case "application-answered": {
      const hidden = fact.withheld === undefined ? "" : `（其余${fact.withheld.map(outcomeWords).join("、")}）`;
      const how = fact.withdrawn ? "：申请人撤回" : `答复：${outcomeWords(fact.outcome)}${hidden}`;
      return `${named(fact.case, speaking, "政府信息公开申请")}${how}`;
    }
    case "application-step":
      return `${named(fact.case, speaking, "政府信息公开申请")}：${stepWords(fact, speaking.today)}`;
    case "review-opened":
      return `行政复议新收（${caseNumberWords(fact.case)}${against(fact.against)}）`;
    case "litigation-opened":
      return `行政诉讼新收（${fact.route === null ? "起诉方式待补" : ROUTE_LABELS[fact.route]}${ourSide(fact.original)}${against(fact.against)}）`;
    case "dispute-decided": {
      const what = fact.case.startsWith("R") ? "行政复议" : "行政诉讼";
      const decision = fact.decision === undefined ? "" : `${fact.decision}，计入`;
      return `${what}${decision}${DISPUTE_LABELS[fact.result]}`;
    }
    case "text-stored":
      return `“${fact.key}”的文字（${fact.text.length}字）`;
    case "finding-explained":
      return `${fact.year}年年报核对问题的说明`;
    case "cell-counted":
      return `表格数字${fact.quantity}件`;
    case "figure-published":
      return `${fact.year}年已公布的数字${fact.quantity}`;
  }
}

const DATED: ReadonlySet<Fact["kind"]> = new Set(["figure-published", "text-stored"]);

/** What is stated and when: 行政许可12件，3月4日. */
export function factWords(fact: Fact, period: string | undefined, speaking: Speaking): string {
  if (period === undefined || DATED.has(fact.kind)) return whatWords(fact, speaking);
  return `${whatWords(fact, speaking)}，${periodWords(period, speaking.today)}`;
}
