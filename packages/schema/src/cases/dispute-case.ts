import type { z } from "zod";
import type { LocalDate } from "../calendar/local-date.ts";
import type { DisputeBlock } from "../form/cell-id.ts";
import type { DisputeDecided, LitigationOpened, ReviewOpened } from "./case-fact.ts";
import type { CaseId } from "./case-id.ts";
import type { DisputeKind, DisputeResult } from "./dispute-decisions.ts";
import type { Remark } from "./move.ts";

export type DisputeFact =
  | z.infer<typeof ReviewOpened>
  | z.infer<typeof LitigationOpened>
  | z.infer<typeof DisputeDecided>;
export type DisputeRemark = Remark & Readonly<{ fact: DisputeFact }>;

/** A reconsideration or a lawsuit about an answer of ours. */
export type DisputeCase = Readonly<{
  kind: DisputeKind;
  case: CaseId;
  /** The application it attacks, or null for another act of the organ. */
  against: CaseId | null;
  receivedOn: LocalDate;
  state: "pending" | "decided";
  /** Block of table 四; null while nobody has said whether a review came first. */
  block: DisputeBlock | null;
  /** Whether table 四 counts it; null while nobody has said whether we are the 原行为主体. */
  counts: boolean | null;
  decided: Readonly<{ result: DisputeResult; on: LocalDate; decision: string | null }> | null;
  /** What has to be asked before table 四 is complete. */
  asks: readonly ("route" | "original")[];
  facts: readonly DisputeFact[];
  notes: readonly DisputeRemark[];
  irregular: readonly DisputeRemark[];
}>;

const REVIEW_FIRST_SINCE: LocalDate = "2024-01-01"; // 行政复议法 as revised in 2023
const TABLE_FOUR = "国办公开办函〔2021〕30号 表四";

function reviewFirst(opened: DisputeFact): DisputeRemark[] {
  if (opened.kind !== "litigation-opened" || opened.route !== "direct") return [];
  if (opened.receivedOn < REVIEW_FIRST_SINCE || opened.against === null) return [];
  const says = "2024年起，不服不予公开或者逾期不答复的，应当先申请行政复议；请核对是否确为未经复议直接起诉。";
  return [{ fact: opened, article: "行政复议法第二十三条第一款第（三）项、第（四）项", says }];
}

/** Why a decision cannot follow what stands; undefined when it can. A lawsuit may be decided again on appeal. */
function objection(opened: { kind: string; receivedOn: LocalDate }, fact: DisputeFact, before: DisputeCase["decided"]) {
  if (fact.kind !== "dispute-decided") return { article: TABLE_FOUR, says: `编号 ${fact.case} 已经登记过。` };
  if (fact.on < opened.receivedOn)
    return { article: TABLE_FOUR, says: `${opened.receivedOn} 才收到，结案日期不能更早。` };
  if (before && opened.kind === "review-opened")
    return { article: "行政复议法第七十五条", says: `${before.on} 已经作出复议决定；要改请更正那一条记录。` };
  return undefined;
}

/** The dispute its standing facts tell of; the latest decision stands. Undefined where none of them opens it. */
export function disputeOf(facts: readonly DisputeFact[]): DisputeCase | undefined {
  const at = facts.findIndex((fact) => fact.kind !== "dispute-decided");
  const opened = facts[at];
  if (!opened || opened.kind === "dispute-decided") return undefined;
  const lawsuit = opened.kind === "litigation-opened" ? opened : null;
  let decided: DisputeCase["decided"] = null;
  const irregular: DisputeRemark[] = [];
  const dayOf = (fact: DisputeFact) => (fact.kind === "dispute-decided" ? fact.on : fact.receivedOn);
  const later = facts
    .toSpliced(at, 1)
    .sort((left, right) => (dayOf(left) < dayOf(right) ? -1 : dayOf(left) > dayOf(right) ? 1 : 0));
  for (const fact of later) {
    const problem = objection(opened, fact, decided);
    if (problem) irregular.push({ fact, ...problem });
    else if (fact.kind === "dispute-decided")
      decided = { result: fact.result, on: fact.on, decision: fact.decision ?? null };
  }
  const asks: DisputeCase["asks"][number][] = [];
  if (lawsuit?.route === null) asks.push("route");
  if (lawsuit?.original === null) asks.push("original");
  return {
    kind: lawsuit ? "litigation" : "review",
    case: opened.case,
    against: opened.against,
    receivedOn: opened.receivedOn,
    state: decided ? "decided" : "pending",
    block: lawsuit ? lawsuit.route : "review",
    // 国办公开办函〔2016〕201号: of co-defendants only the body that acted first counts the case
    counts: lawsuit ? lawsuit.original : true,
    decided,
    asks,
    facts: [opened, ...later],
    notes: reviewFirst(opened),
    irregular,
  };
}

export type NextInDispute =
  | Readonly<{ kind: "accepted"; case: DisputeCase; notes: readonly Remark[] }>
  | Readonly<{ kind: "refused" } & Remark>;

/** What one more fact makes of a dispute; `undefined` is one not opened yet. */
export function nextInDispute(current: DisputeCase | undefined, fact: DisputeFact): NextInDispute {
  const after = disputeOf([...(current?.facts ?? []), fact]);
  if (!after)
    return { kind: "refused", article: TABLE_FOUR, says: `没有编号 ${fact.case} 的复议或者诉讼，请先登记收到。` };
  const before = new Set(current?.irregular.map((remark) => remark.fact));
  const [problem] = after.irregular.filter((remark) => !before.has(remark.fact));
  if (problem) return { kind: "refused", article: problem.article, says: problem.says };
  return { kind: "accepted", case: after, notes: after.notes.filter((note) => note.fact === fact) };
}

/** The side of table 四 a new lawsuit is likely to stand on, to be offered and not assumed. */
export function likelyRoute(
  lawsuit: Readonly<{ against: CaseId | null; receivedOn: LocalDate }>,
  disputes: Iterable<DisputeCase>,
): "direct" | "after" | null {
  if (lawsuit.against === null) return null;
  for (const { kind, against, decided } of disputes) {
    if (kind === "review" && against === lawsuit.against && decided && decided.on <= lawsuit.receivedOn) return "after";
  }
  return "direct";
}
