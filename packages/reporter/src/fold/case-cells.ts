import {
  type ApplicantKind,
  type CellId,
  DISPUTE_COLUMNS,
  type DisputeBlock,
  RESULT_ROWS,
  type ResultRow,
  yearOf,
} from "@gongkai/schema";
import { type Application, applicationsIn, isOpenAt, type StrayLine } from "./applications.ts";
import { type Dispute, disputesIn, isPendingAt } from "./disputes.ts";
import type { Lines } from "./lines.ts";
import type { Unplaced, UnplacedWhy } from "./unplaced.ts";

/** What the cases say of one year: the lines behind each cell of tables 三 四, and what no cell can hold yet. */
export type CaseCells = Readonly<{
  linesAt: (cell: CellId) => readonly number[];
  /** A case of this block was decided in the year or is pending at its end: the block is kept as cases. */
  keeps: (block: DisputeBlock) => boolean;
  unplaced: readonly Unplaced[];
  applications: readonly Application[];
  disputes: readonly Dispute[];
}>;

const ROWS: ReadonlySet<string> = new Set(RESULT_ROWS);
const isRow = (outcome: string): outcome is ResultRow => ROWS.has(outcome);

class YearCases {
  readonly #cells = new Map<CellId, number[]>();
  readonly unplaced: Unplaced[] = [];
  readonly #lines: Lines;
  readonly #year: number;

  constructor(lines: Lines, year: number) {
    this.#lines = lines;
    this.#year = year;
  }

  linesAt(cell: CellId): readonly number[] {
    return this.#cells.get(cell) ?? [];
  }

  place(application: Application): void {
    const { id, line, applicant, receivedOn, answer } = application;
    const received = yearOf(receivedOn) === this.#year;
    const answered = answer !== undefined && yearOf(answer.on) === this.#year;
    if (applicant === null) {
      if (received || answered) this.#cannot("applicant-unknown", { line, case: id, on: receivedOn });
      return;
    }
    if (received) this.#put(`t3.new.${applicant}`, line);
    if (isOpenAt(application, `${this.#year - 1}-12-31`)) this.#put(`t3.opening.${applicant}`, line);
    if (!answered) return;
    if (isRow(answer.outcome)) this.#put(`t3.${answer.outcome}.${applicant}`, answer.line);
    else this.#cannot("outcome-unknown", { line: answer.line, case: id, on: answer.on }, applicant);
  }

  dispute(dispute: Dispute): void {
    const { id, line, receivedOn, block, original, decision } = dispute;
    const decided = decision !== undefined && yearOf(decision.on) === this.#year;
    const pending = isPendingAt(dispute, `${this.#year}-12-31`);
    if (original === false || !(decided || pending)) return; // the review body does not count it
    if (block === null) this.#cannot("route-unknown", { line, case: id, on: receivedOn });
    else if (original === null) this.#cannot("original-unknown", { line, case: id, on: receivedOn });
    else if (decided) this.#put(`t4.${block}.${decision.result}`, decision.line);
    else this.#put(`t4.${block}.pending`, line);
  }

  stray({ line, case: id, on, why }: StrayLine): void {
    if (yearOf(on) === this.#year) this.#cannot(why, { line, case: id, on });
  }

  #put(cell: CellId, line: number): void {
    const lines = this.#cells.get(cell);
    if (lines) lines.push(line);
    else this.#cells.set(cell, [line]);
  }

  #cannot(
    why: UnplacedWhy,
    { line, case: id, on }: Pick<StrayLine, "line" | "case" | "on">,
    applicant?: ApplicantKind,
  ): void {
    this.unplaced.push({ why, record: this.#lines.idAt(line), case: id, when: on, ...(applicant && { applicant }) });
  }
}

export function caseCells(lines: Lines, year: number): CaseCells {
  const applications = applicationsIn(lines);
  const disputes = disputesIn(lines);
  const cases = new YearCases(lines, year);
  for (const application of applications.cases) cases.place(application);
  for (const dispute of disputes.cases) cases.dispute(dispute);
  for (const stray of [...applications.strays, ...disputes.strays]) cases.stray(stray);
  return {
    linesAt: (cell) => cases.linesAt(cell),
    keeps: (block) => DISPUTE_COLUMNS.some((column) => cases.linesAt(`t4.${block}.${column}`).length > 0),
    unplaced: cases.unplaced,
    applications: applications.cases,
    disputes: disputes.cases,
  };
}
