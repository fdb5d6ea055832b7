import { type FigureId, PROSE_KEYS, type ProseKey } from "@gongkai/schema";
import type { Finding } from "./checks/check.ts";
import type { ReportProse } from "./checks/checked-report.ts";
import { type FigureRun, isFigureRun, type Run } from "./document/block.ts";
import { figureLabel } from "./fold/figure-label.ts";
import type { Report } from "./report.ts";

const NUMBER = "([^，。；、\\n]*?)";
const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What stands in the sentences of a report against what the ledger writes there, number by number. */
export function proseDifferences(
  given: ReportProse | null,
  { figures, written }: Pick<Report, "figures" | "written">,
): Finding[] {
  if (given === null) return [];
  return PROSE_KEYS.flatMap((key) => {
    const text = given[key];
    if (text === undefined) return [];
    const runs = written.paragraphs[key].flatMap((paragraph, at): Run[] =>
      at === 0 ? [...paragraph] : [{ text: "\n" }, ...paragraph],
    );
    const ours = runs.map((run) => run.text).join("");
    if (text.trim() === ours.trim()) return [];
    const numbers = runs.filter(isFigureRun);
    const said = new RegExp(`^${runs.map((run) => (isFigureRun(run) ? NUMBER : literal(run.text))).join("")}$`).exec(
      text,
    );
    if (!said) return [otherWords(key, numbers)];
    return numbers.flatMap((number, at) => {
      const there = said[at + 1] ?? "";
      if (there === number.text) return [];
      const records = figures.at(number.figure).contributions.map(({ record }) => record);
      return [{ ...otherNumber(key, number, there), records }];
    });
  });
}

const found = (verdict: Finding["verdict"], says: string, cells: readonly FigureId[]): Finding => ({
  rule: "L-LEDGER",
  basis: "报告里的每个数都从台账来",
  verdict,
  says,
  cells,
  expected: null,
  actual: null,
  records: [],
});

function otherNumber(key: ProseKey, { figure, text, value }: FigureRun, there: string): Finding {
  const says = `${key}的文字里，${figureLabel(figure)}写的是“${there}”，台账是 ${text}。`;
  const actual = /^\d+(?:\.\d+)?$/.test(there) ? Number(there) : null;
  return { ...found("必改", says, [figure]), expected: value, actual };
}

/** Somebody wrote it anew: its numbers follow no record any more. */
const otherWords = (key: ProseKey, numbers: readonly FigureRun[]): Finding =>
  found(
    numbers.length > 0 ? "必改" : "需说明",
    `${key}的文字和台账编出来的不一样，请用台账的文字，或者把改好的文字存进台账再编。`,
    [...new Set(numbers.map(({ figure }) => figure))],
  );
