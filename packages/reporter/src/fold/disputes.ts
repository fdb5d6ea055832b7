import { type CaseId, type DisputeBlock, type FactOf, type LocalDate, yearOf } from "@gongkai/schema";
import { byDay, type StrayLine } from "./applications.ts";
import type { Lines } from "./lines.ts";

export type Decision = Readonly<{ line: number; on: LocalDate; result: FactOf<"dispute-decided">["result"] }>;
export type Dispute = Readonly<{
  id: CaseId;
  line: number;
  kind: "review" | "litigation";
  receivedOn: LocalDate;
  /** Block of table 四; `null`: it is not known whether a reconsideration came before the lawsuit. */
  block: DisputeBlock | null;
  /** 国办公开办函〔2016〕201号: only the original body counts a lawsuit. `null`: not known. Reconsiderations count here. */
  original: boolean | null;
  decision: Decision | undefined;
}>;

/** First and second instance are one case: it counts in the year of its first decision, by the last one of that year. */
function countedDecision(decisions: readonly Decision[]): Decision | undefined {
  const inOrder = [...decisions].sort(byDay);
  const first = inOrder[0];
  return first && inOrder.findLast(({ on }) => yearOf(on) === yearOf(first.on));
}

export function disputesIn(lines: Lines): Readonly<{ cases: readonly Dispute[]; strays: readonly StrayLine[] }> {
  const opened = new Map<CaseId, { line: number; fact: FactOf<"review-opened"> | FactOf<"litigation-opened"> }>();
  const decisions = new Map<CaseId, Decision[]>();
  const strays: StrayLine[] = [];
  for (const [line, fact] of lines.facts()) {
    if (fact.kind === "review-opened" || fact.kind === "litigation-opened") {
      if (!opened.has(fact.case)) opened.set(fact.case, { line, fact });
      else strays.push({ line, case: fact.case, on: fact.receivedOn, why: "case-repeated" });
    } else if (fact.kind === "dispute-decided") {
      decisions.set(fact.case, [...(decisions.get(fact.case) ?? []), { line, on: fact.on, result: fact.result }]);
    }
  }
  for (const [id, told] of decisions)
    if (!opened.has(id))
      strays.push(...told.map(({ line, on }) => ({ line, case: id, on, why: "case-unknown" }) as const));
  const cases = [...opened].map(([id, { line, fact }]): Dispute => {
    const decision = countedDecision(decisions.get(id) ?? []);
    const opening = { id, line, receivedOn: fact.receivedOn, decision };
    if (fact.kind === "review-opened") return { ...opening, kind: "review", block: "review", original: true };
    return { ...opening, kind: "litigation", block: fact.route, original: fact.original };
  });
  return { cases, strays };
}

export const isPendingAt = ({ receivedOn, decision }: Dispute, day: LocalDate): boolean =>
  receivedOn <= day && (decision === undefined || decision.on > day);
