import { type FactOf, type FigureId, yearOf } from "@gongkai/schema";
import type { Tally } from "./figure.ts";
import type { Lines } from "./lines.ts";

type FeeStep = Extract<FactOf<"application-step">, { step: "fee-noticed" | "fee-paid" }>;
type Share = Readonly<{ line: number; amount: number }>;

/** Notices sent and money received in the cases of one year, in fen. 国办函〔2020〕109号. */
export type CaseFees = Readonly<{ kept: boolean; at: (figure: FigureId) => Tally | undefined }>;

const tallyOf = (shares: readonly Share[]): Tally => ({
  value: shares.reduce((sum, { amount }) => sum + amount, 0),
  terms: (add) => {
    for (const { line, amount } of shares) add(line, amount);
  },
});

export function feesIn(lines: Lines, year: number): CaseFees {
  const shares = { notices: [] as Share[], noticed: [] as Share[], received: [] as Share[] };
  const owed = new Map<string, number>();
  for (const [line, fact] of feeSteps(lines)) {
    const inYear = yearOf(fact.on) === year;
    if (fact.step === "fee-noticed") {
      owed.set(fact.case, fact.amount ?? 0);
      if (inYear) shares.notices.push({ line, amount: 1 });
      if (inYear) shares.noticed.push({ line, amount: fact.amount ?? 0 });
    } else {
      const paid = fact.amount ?? owed.get(fact.case) ?? 0; // left out: the whole sum of the notice
      owed.set(fact.case, (owed.get(fact.case) ?? 0) - paid);
      if (inYear) shares.received.push({ line, amount: paid });
    }
  }
  const tallies = new Map<FigureId, Tally>([
    ["s6.fee_notices", tallyOf(shares.notices)],
    ["s6.fee_noticed", tallyOf(shares.noticed)],
    ["s6.info_fee", tallyOf(shares.received)],
  ]);
  return { kept: shares.notices.length + shares.received.length > 0, at: (figure) => tallies.get(figure) };
}

function feeSteps(lines: Lines): [number, FeeStep][] {
  const steps: [number, FeeStep][] = [];
  for (const [line, fact] of lines.facts())
    if (fact.kind === "application-step" && (fact.step === "fee-noticed" || fact.step === "fee-paid"))
      steps.push([line, fact]);
  return steps.sort(([a, left], [b, right]) => (left.on === right.on ? a - b : left.on < right.on ? -1 : 1));
}
