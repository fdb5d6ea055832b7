import { type DisputeCase, yearOf } from "@gongkai/schema";
import { type Check, explain } from "./check.ts";
import { at, type LedgerSide } from "./checked-report.ts";

const SINCE = 2024; // 行政复议法 as revised in 2023 is in force since 2024-01-01

/** Since 2024 a refusal to disclose, or silence, goes to reconsideration first; courts still take some directly. */
export const reviewComesFirst: Check = {
  id: "B-T4-DIRECT",
  basis: "行政复议法第二十三条第一款第（三）项、第（四）项",
  run: (report) => {
    const { year, ledger } = report;
    const total = at(report, "t4.direct.total");
    if (year < SINCE || total === null || total === 0) return [];
    const kept = ledger ? directSuits(ledger, year) : [];
    if (ledger && kept.length > 0)
      return kept.flatMap(({ case: id, notes }) =>
        notes.map(({ says }) =>
          explain(`诉讼 ${id}：${says}`, { cells: ["t4.direct.total"], records: recordsOf(ledger, id) }),
        ),
      );
    const says = `表四未经复议直接起诉 ${total} 件；2024年起，不服不予公开或者逾期不答复的应当先申请行政复议，请核对并说明。`;
    return [explain(says, { cells: ["t4.direct.total"], expected: 0, actual: total })];
  },
};

/** Direct lawsuits kept as cases that the year's table counts. */
const directSuits = ({ cases }: LedgerSide, year: number): readonly DisputeCase[] =>
  cases.filter(
    (known): known is DisputeCase =>
      known.kind === "litigation" &&
      known.block === "direct" &&
      known.counts !== false &&
      yearOf(known.receivedOn) <= year &&
      (known.decided === null || yearOf(known.decided.on) >= year),
  );

const recordsOf = ({ figures }: LedgerSide, id: string) =>
  figures.caseFacts.filter(({ fact }) => fact.case === id).map(({ record }) => record);
