import type { FactOf } from "@gongkai/schema";
import type { Figures } from "../fold/figures.ts";
import type { Finding } from "./check.ts";

type Covered = FactOf<"finding-explained">;

const MOST_SAID = 2_000; // what a record holds
/** A telephone or identity number somebody left in a text must not get into the ledger's chain. */
const masked = (says: string) => says.replaceAll(/\d{11,}[\dXx]?/g, "…").slice(0, MOST_SAID);

/** What a reason given for a finding covers: its sentence, and every figure it marks as it is now. */
export function coveredBy({ rule, says, cells }: Finding, figures: Figures): Covered {
  return {
    kind: "finding-explained",
    year: figures.year,
    rule,
    says: masked(says),
    figures: cells.map((figure) => ({ figure, quantity: figures.at(figure).value })),
  };
}

const sameFigures = (one: Covered, other: Covered) =>
  one.figures.map(({ figure }) => figure).join() === other.figures.map(({ figure }) => figure).join();
const sameValues = (one: Covered, other: Covered) =>
  one.figures.every(({ quantity }, at) => quantity === other.figures[at]?.quantity);

/** Each 需说明 with the reason that stands for it, or with the one its numbers have outgrown. */
export function withReasons(findings: readonly Finding[], figures: Figures): Finding[] {
  const given = [...figures.explanations].reverse(); // the latest stands
  if (given.length === 0) return [...findings];
  return findings.map((finding) => {
    if (finding.verdict !== "需说明") return finding;
    const covered = coveredBy(finding, figures);
    const ofRule = given.filter(({ fact }) => fact.rule === finding.rule);
    const stands = ofRule.find(
      ({ fact }) => fact.says === covered.says && sameFigures(fact, covered) && sameValues(fact, covered),
    );
    if (stands) return { ...finding, explainedBy: stands.record };
    const outgrown = ofRule.find(({ fact }) => outgrew(fact, covered, findings));
    return outgrown ? { ...finding, onceExplainedBy: outgrown.record } : finding;
  });
}

/** The same figures under another sentence or with other values; without figures, a sentence nothing says any more. */
function outgrew(fact: Covered, covered: Covered, findings: readonly Finding[]): boolean {
  if (covered.figures.length > 0) return sameFigures(fact, covered);
  return fact.figures.length === 0 && findings.every(({ says }) => masked(says) !== fact.says);
}
