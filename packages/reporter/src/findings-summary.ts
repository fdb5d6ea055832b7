import type { FigureId } from "@gongkai/schema";
import type { Finding, Verdict } from "./checks/check.ts";

const VERDICTS: readonly Verdict[] = ["必改", "需说明", "提示", "未执行"];

/** A finding, and those that go away with it. */
export type RootCause = Readonly<{ finding: Finding; clears: readonly Finding[] }>;
export type FindingsSummary = Readonly<{
  /** 还不能出：必改 2 条，需说明 1 条。 */
  says: string;
  final: boolean;
  roots: readonly RootCause[];
}>;

/** One line first, then the causes, each with what mending it also clears. */
export function summarise(findings: readonly Finding[]): FindingsSummary {
  const count = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length;
  const counts = VERDICTS.filter((verdict) => count(verdict) > 0).map((verdict) => `${verdict} ${count(verdict)} 条`);
  const final = count("必改") === 0;
  const verdict = final ? "可以出" : "还不能出";
  return {
    says: counts.length > 0 ? `${verdict}：${counts.join("，")}。` : `${verdict}，没有发现问题。`,
    final,
    roots: rootsOf(findings),
  };
}

const marks = ({ cells }: Finding, others: ReadonlySet<FigureId>) => cells.some((cell) => others.has(cell));

/**
 * Findings come with causes before what follows from them. A 必改 that marks a figure an earlier 必改 already marks
 * is taken to follow from it: one wrong cell breaks its row and its column.
 */
function rootsOf(findings: readonly Finding[]): RootCause[] {
  const roots: { finding: Finding; clears: Finding[]; cells: Set<FigureId> }[] = [];
  for (const finding of findings) {
    const cause =
      finding.verdict === "必改" && finding.cells.length > 0
        ? roots.find(({ cells }) => marks(finding, cells))
        : undefined;
    if (cause) cause.clears.push(finding);
    else roots.push({ finding, clears: [], cells: new Set(finding.verdict === "必改" ? finding.cells : []) });
  }
  return roots.map(({ finding, clears }) => ({ finding, clears }));
}
