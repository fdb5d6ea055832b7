import { APPLICANT_KINDS, CELL_IDS, type CellId, type RecordId } from "@gongkai/schema";
import { recipeOf } from "./recipe.ts";
import type { FoldedLedger, YearFold } from "./year-fold.ts";
import { feedersOf } from "./year-view.ts";

/** One part of the form entered in more than one way in one year. Records are in ledger order. */
export type Mixture = Readonly<{
  cells: readonly CellId[];
  /** Typed straight into the cells. */
  typed: readonly RecordId[];
  /** Reported by the indicators that feed them. */
  reported: readonly RecordId[];
  /** The records of the cases counted there. */
  cases: readonly RecordId[];
}>;

/** A cell of table 二, a column of table 三, a block of table 四: kept in one way or another, never half and half. */
function partOf(cell: CellId): string {
  const [table, row, column] = cell.split(".");
  return table === "t2" ? cell : table === "t3" ? `t3 ${column}` : `t4 ${row}`;
}

/**
 * Parts of the form that cases, cells and indicators move side by side. Only what is added up counts here: a stated
 * opening or stock takes a place and is not added. A figure of 0 doubles nothing.
 */
export function mixturesIn(fold: YearFold, { catalogue, office }: FoldedLedger): Mixture[] {
  const { view, cases } = fold;
  const parts = new Map<string, CellId[]>();
  for (const cell of CELL_IDS) parts.set(partOf(cell), [...(parts.get(partOf(cell)) ?? []), cell]);
  return [...parts.values()].flatMap((part): Mixture[] => {
    const added = new Set(part.filter((cell) => recipeOf(cell, catalogue, office.makesRegulations).kind === "counted"));
    const moved = new Set<CellId>();
    const kept = new Set<number>();
    for (const cell of part) {
      if (!added.has(cell) && !cell.endsWith(".pending")) continue;
      for (const line of cases.linesAt(cell)) {
        kept.add(line);
        moved.add(cell);
      }
    }
    const fed = new Map<string, CellId>(
      [...added].flatMap((cell) => feedersOf(catalogue, cell).map((key) => [key, cell] as const)),
    );
    const isReview = part.some((cell) => cell.startsWith("t4.review."));
    const typed: RecordId[] = [];
    const reported: RecordId[] = [];
    const subjects = view.subjectsWhere((at) =>
      at.kind === "cell"
        ? added.has(at.cell)
        : at.kind === "figure" &&
          (fed.has(at.indicator) || (isReview && kept.size > 0 && at.indicator === "review.received")),
    );
    view.each(subjects, (line, _period, quantity) => {
      if (quantity === 0) return;
      const at = view.lines.subjects.at(view.lines.subject.at(line));
      (at.kind === "cell" ? typed : reported).push(view.lines.idAt(line));
      const cell = at.kind === "cell" ? at.cell : fed.get(at.indicator);
      if (cell) moved.add(cell);
    });
    const ways = [typed.length, reported.length, kept.size].filter((count) => count > 0).length;
    if (ways < 2) return [];
    const records = [...kept].sort((one, other) => one - other).map((line) => view.lines.idAt(line));
    return [{ cells: part.filter((cell) => moved.has(cell)), typed, reported, cases: records }];
  });
}

/**
 * Columns of table 三 that open with last year's balance where that year was kept in two ways: the balance is then too
 * high this year too, and the year before may be closed and looked at no more.
 */
export function mixedOpenings(fold: YearFold, ledger: FoldedLedger): Mixture[] {
  return APPLICANT_KINDS.flatMap((column) => {
    const before = fold.typedBefore(column);
    if (!before) return [];
    return mixturesIn(before, ledger)
      .filter(({ cells }) => cells.some((cell) => partOf(cell) === `t3 ${column}`))
      .map((mixture) => ({ ...mixture, cells: [`t3.opening.${column}` as const] }));
  });
}
