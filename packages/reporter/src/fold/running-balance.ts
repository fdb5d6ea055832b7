import { type ApplicantKind, type LocalDate, RESULT_ROWS, yearOf } from "@gongkai/schema";
import type { YearFold } from "./year-fold.ts";

/**
 * Applications still waiting at the end of each month, January first, for one column of table 三. A number entered for
 * several months is taken as received in the first and answered in the last of them, so that no month is blamed
 * for what the ledger does not say.
 */
export function runningBalance(fold: YearFold, column: ApplicantKind): number[] {
  const { view, year } = fold;
  const moves = Array.from({ length: 12 }, () => 0);
  const move = (day: LocalDate, amount: number) => {
    const month = Number(day.slice(5, 7)) - 1;
    moves[month] = (moves[month] ?? 0) + amount;
  };
  for (const [row, sign] of [["new", 1], ...RESULT_ROWS.map((row) => [row, -1] as const)] as const) {
    const cell = `t3.${row}.${column}`;
    const counts = view.subjectsWhere((subject) => subject.kind === "cell" && subject.cell === cell);
    view.each(counts, (_line, { from, to }, quantity) => move(sign > 0 ? from : to, sign * quantity));
  }
  for (const { applicant, receivedOn, answer } of fold.cases.applications) {
    if (applicant !== column) continue;
    if (yearOf(receivedOn) === year) move(receivedOn, 1);
    if (answer && yearOf(answer.on) === year) move(answer.on, -1);
  }
  let waiting = fold.tally(`t3.opening.${column}`).value ?? 0;
  return moves.map((moved) => {
    waiting += moved;
    return waiting;
  });
}
