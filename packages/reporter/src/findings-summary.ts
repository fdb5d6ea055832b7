import { type FigureId, isCellId } from "@gongkai/schema";
import type { Finding, Verdict } from "./checks/check.ts";

const VERDICTS: readonly Verdict[] = ["必改", "需说明", "提示", "未执行"];

/** A finding, those that go away with it, and the figures all of them mark: one of these is likely the wrong one. */
export type RootCause = Readonly<{ finding: Finding; clears: readonly Finding[]; suspects: readonly FigureId[] }>;
export type FindingsSummary = Readonly<{
  /** 还不能出：必改 2 条，需说明 1 条。 */
  says: string;
  /** No 必改 stands. A rule that lacked numbers of the tables leaves it open all the same: then `says` says so. */
  final: boolean;
  /** 需说明 nobody has given a reason for. */
  unexplained: number;
  roots: readonly RootCause[];
}>;

/** One line first, then the causes, each with what mending it also clears. */
export function summarise(findings: readonly Finding[]): FindingsSummary {
  const of = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict);
  const final = of("必改").length === 0;
  const unexplained = of("需说明").filter(({ explainedBy }) => explainedBy === undefined).length;
  const explained = of("需说明").length - unexplained;
  const counts = VERDICTS.filter((verdict) => of(verdict).length > 0).map((verdict) => {
    const reasons = verdict === "需说明" && explained > 0 ? `（其中 ${explained} 条已有说明）` : "";
    return `${verdict} ${of(verdict).length} 条${reasons}`;
  });
  const told = counts.length > 0 ? `：${counts.join("，")}。` : "，没有发现问题。";
  return { says: `${conclusion(findings, unexplained)}${told}`, final, unexplained, roots: rootsOf(findings) };
}

function conclusion(findings: readonly Finding[], unexplained: number): string {
  if (findings.some(({ verdict }) => verdict === "必改")) return "还不能出";
  const blind = [...new Set(findings.filter(lackedNumbers).map(({ rule }) => rule))];
  if (blind.length > 0) return `还不能下结论，表里有没给出的数，${blind.join("、")} 没有核对`;
  return unexplained > 0 ? `可以出，还有 ${unexplained} 条要说明` : "可以出";
}

/** Not run for want of numbers of tables 二 三 四; what was not run cannot be said to be right. */
const lackedNumbers = ({ verdict, cells }: Finding): boolean => verdict === "未执行" && cells.some(isCellId);

type Root = { finding: Finding; clears: Finding[]; suspects: readonly FigureId[] };

/**
 * Findings come with causes before what follows from them. One wrong cell breaks its row and its column by the same
 * difference: a 必改 that marks a suspect of an earlier one, and differs by as much where both compare numbers, follows
 * from it; the suspects are then the figures they share.
 */
function rootsOf(findings: readonly Finding[]): RootCause[] {
  const roots: Root[] = [];
  for (const finding of findings) {
    const cause = finding.verdict === "必改" ? roots.find((root) => follows(finding, root)) : undefined;
    if (cause) {
      cause.clears.push(finding);
      cause.suspects = cause.suspects.filter((cell) => finding.cells.includes(cell));
    } else roots.push({ finding, clears: [], suspects: finding.verdict === "必改" ? finding.cells : [] });
  }
  return roots;
}

function follows(finding: Finding, { finding: cause, suspects }: Root): boolean {
  if (!finding.cells.some((cell) => suspects.includes(cell))) return false;
  const [ours, theirs] = [differenceOf(finding), differenceOf(cause)];
  return ours === null || theirs === null || ours === theirs;
}

const differenceOf = ({ expected, actual }: Finding): number | null =>
  expected === null || actual === null ? null : Math.abs(expected - actual);
