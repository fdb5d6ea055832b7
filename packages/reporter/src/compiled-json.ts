import { type FigureId, type LocalDate, PROSE_KEYS } from "@gongkai/schema";
import type { Finding } from "./checks/check.ts";
import type { Contribution, Gap } from "./fold/figure.ts";
import { printedValue } from "./fold/printed.ts";
import type { Report } from "./report.ts";

/** Values in the printed unit: 万元 for `t2.fee.amount`, 元 for `s6.info_fee`, else pieces. */
export type FigureJson = Readonly<{
  value: number | null;
  /** Signed, and adding up to `value`. */
  contributions: readonly Contribution[];
  gaps: readonly Gap[];
  operands?: readonly FigureId[];
  /** Day of the reading, for gauges and stated stocks. */
  on?: LocalDate;
}>;

/** What `gongkai report compile` prints. */
export type CompiledJson = Readonly<{
  organ: string;
  year: number;
  figures: Readonly<Record<string, FigureJson>>;
  prose: Readonly<Record<string, string>>;
  findings: readonly Finding[];
}>;

export function compiledJson({ office, year, figures, prose, findings }: Report): CompiledJson {
  return {
    organ: office.name,
    year,
    figures: Object.fromEntries(figures.ids.map((id) => [id, figureJson(id, figures.at(id))])),
    prose: Object.fromEntries(PROSE_KEYS.map((key) => [key, prose[key] ?? ""])),
    findings,
  };
}

function figureJson(id: FigureId, figure: FigureJson): FigureJson {
  const { value, contributions, gaps, operands, on } = figure;
  return {
    value: value === null ? null : printedValue(id, value),
    contributions: contributions.map(({ record, amount }) => ({ record, amount: printedValue(id, amount) })),
    gaps,
    ...(operands && { operands }),
    ...(on && { on }),
  };
}
