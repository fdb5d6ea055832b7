import { compileReport } from "@gongkai/reporter";
import {
  APPLICANT_COLUMNS,
  APPLICANT_KINDS,
  type ApplicantKind,
  type ApplicationFact,
  type CaseFact,
  CELL_IDS,
  type CellId,
  caseIdOf,
  DISPUTE_BLOCKS,
  type DisputeFact,
  disputeOf,
  nextInDispute,
  Office,
  RESULT_ROWS,
  type ResultRow,
} from "@gongkai/schema";
import { describe, expect, test } from "vitest";
import { TestLedger } from "../support/a-ledger.ts";
import { lawfulApplication } from "../support/lawful-application.ts";
import example from "../vectors/two-year-example.json" with { type: "json" };

const office = Office.parse({ key: "demo", name: "示例市商务局", sections: [{ key: "law", label: "法规科" }] });
const FOUR = ["upheld", "corrected", "other", "pending"] as const;
const YEARS = [2024, 2025] as const;
type Year = (typeof YEARS)[number];
const rowOf = (year: Year, row: string): readonly number[] =>
  (example.years[`${year}`].t3 as Readonly<Record<string, readonly number[]>>)[row] ?? [];
const at = (year: Year, row: string, kind: ApplicantKind) => rowOf(year, row)[APPLICANT_KINDS.indexOf(kind)] ?? 0;

/** All 200 cells of a year as the example prints them; what it does not list is 0. */
function printed(year: Year): [CellId, number][] {
  const { t2 } = example.years[`${year}`];
  const t4 = "t4" in example.years[`${year}`] ? example.years[2025].t4 : undefined;
  return CELL_IDS.map((cell) => {
    const [table, row = "", column = ""] = cell.split(".");
    if (table === "t2") return [cell, Object.entries(t2).find(([key]) => key === `${row}.${column}`)?.[1] ?? 0];
    if (table === "t3") return [cell, rowOf(year, row)[[...APPLICANT_COLUMNS, ""].indexOf(column)] ?? 0];
    const block = DISPUTE_BLOCKS.find((known) => known === row)!;
    return [cell, t4?.[block][[...FOUR, "total"].indexOf(column)] ?? 0];
  });
}

/** Applications of the years from `first` on, those waiting when it begins received the December before. */
function applicationsFrom(first: Year): ApplicationFact[] {
  let number = 0;
  const facts: ApplicationFact[] = [];
  for (const applicant of APPLICANT_KINDS) {
    const waiting: string[] = Array.from({ length: at(first, "opening", applicant) }, () => `${first - 1}-12-20`);
    for (const year of YEARS.filter((each) => each >= first)) {
      waiting.push(
        ...Array.from({ length: at(year, "new", applicant) }, (_, nth) =>
          nth % 2 ? `${year}-05-10` : `${year}-11-18`,
        ).sort(),
      );
      const outcomes = RESULT_ROWS.flatMap((row) =>
        Array.from({ length: at(year, row, applicant) }, (): ResultRow => row),
      );
      for (const outcome of outcomes) {
        const receivedOn = waiting.shift()!;
        number += 1;
        const id = caseIdOf("application", Number(receivedOn.slice(0, 4)), number);
        const on = receivedOn < `${year}-06` ? `${year}-07-08` : `${year}-12-30`;
        facts.push(...lawfulApplication(id, { applicant, receivedOn }, outcome, on));
      }
    }
    for (const receivedOn of waiting) {
      number += 1;
      facts.push(
        ...lawfulApplication(caseIdOf("application", 2025, number), { applicant, receivedOn }, null, receivedOn),
      );
    }
  }
  return facts;
}

function disputes(): DisputeFact[] {
  const facts: DisputeFact[] = [];
  for (const block of DISPUTE_BLOCKS)
    for (const [index, column] of FOUR.entries())
      for (let left = example.years[2025].t4[block][index] ?? 0; left > 0; left -= 1) {
        const id = caseIdOf(block === "review" ? "review" : "litigation", 2025, facts.length + 1);
        const opened = { case: id, against: null, receivedOn: "2025-03-04" };
        const opening: DisputeFact =
          block === "review"
            ? { kind: "review-opened", ...opened }
            : { kind: "litigation-opened", ...opened, route: block, original: true };
        facts.push(opening);
        if (column === "pending") continue;
        const decided: DisputeFact = { kind: "dispute-decided", case: id, result: column, on: "2025-09-01" };
        expect(nextInDispute(disputeOf([opening]), decided).kind).toBe("accepted");
        facts.push(decided);
      }
  return facts;
}

/** Table 二 and the nils it needs, and of the cases those that are kept. */
function ledgerOf(cases: readonly CaseFact[]): TestLedger {
  const ledger = new TestLedger();
  for (const year of YEARS)
    for (const key of ["permit.decided", "penalty.decided", "coercion.decided", "fee.collected"])
      ledger.nil(key, `${year}`);
  for (const key of ["doc.normative_made", "doc.normative_repealed"]) ledger.nil(key, "2024");
  ledger.figure("doc.normative_valid", 12, "2024-12-31");
  ledger.figure("doc.normative_made", 3, "2025");
  ledger.figure("doc.normative_repealed", 2, "2025");
  for (const fact of cases) ledger.tell(fact);
  return ledger;
}

const compiled = (records: TestLedger, year: Year) =>
  compileReport({ records, office, year, today: `${year + 1}-01-20` });
const cellsOf = (records: TestLedger, year: Year) => {
  const { figures } = compiled(records, year);
  return CELL_IDS.map((cell): [CellId, number | null] => [cell, figures.at(cell).value]);
};
const BALANCES = /^B-[STXY]|^L-(?:MIXED|UNPLACED|STATED|OVERLAP)/;
const found = (records: TestLedger, year: Year) =>
  compiled(records, year)
    .findings.filter(({ rule, verdict }) => BALANCES.test(rule) && verdict !== "未执行")
    .map(({ rule, says }) => `${rule} ${says}`);

describe("the two-year example replayed as cases, every step of which the law allows", () => {
  const ledger = ledgerOf([...applicationsFrom(2024), ...disputes()]);

  test.each(YEARS)("all 200 cells of %i are as printed", (year) => {
    expect(cellsOf(ledger, year)).toEqual(printed(year));
    expect(found(ledger, year)).toEqual([]);
  });

  test("2025 opens, column by column, with the very cases 2024 closes with", () => {
    const [before, after] = [compiled(ledger, 2024).figures, compiled(ledger, 2025).figures];
    for (const kind of APPLICANT_KINDS) {
      const shares = new Map<string, number>();
      for (const { record, amount } of before.at(`t3.closing.${kind}`).contributions) {
        const states = ledger.records.find(({ record: { id } }) => id === record)?.record.states;
        const id = states && "case" in states ? states.case : "no case";
        shares.set(id, (shares.get(id) ?? 0) + amount);
      }
      const open = [...shares].flatMap(([id, amount]) => (amount === 0 ? [] : [id])).sort();
      const opening = after.at(`t3.opening.${kind}`).contributions.map(({ record }) => {
        const states = ledger.records.find(({ record: { id } }) => id === record)?.record.states;
        return states && "case" in states ? states.case : "no case";
      });
      expect([kind, opening.sort()]).toEqual([kind, open]);
      expect(open).toHaveLength(at(2024, "closing", kind));
    }
  });
});

test("a closed 2024 known only from its published report carries over into a 2025 kept as cases", () => {
  const ledger = ledgerOf([...applicationsFrom(2025), ...disputes()]);
  for (const [figure, quantity] of printed(2024))
    ledger.tell({ kind: "figure-published", year: 2024, figure, quantity });
  expect(cellsOf(ledger, 2025)).toEqual(printed(2025));
  expect(found(ledger, 2025)).toEqual([]);
});

test.each(YEARS)("an office that only has numbers: all of table 三 of %i from cells, no finding", (year) => {
  const ledger = ledgerOf([]);
  for (const each of YEARS)
    for (const row of ["new", ...(each === 2024 ? (["opening"] as const) : []), ...RESULT_ROWS] as const)
      for (const kind of APPLICANT_KINDS)
        ledger.tell({
          kind: "cell-counted",
          cell: `t3.${row}.${kind}`,
          quantity: at(each, row, kind),
          period: `${each}`,
        });
  if (year === 2025)
    for (const block of DISPUTE_BLOCKS)
      for (const [index, column] of FOUR.entries())
        ledger.tell({
          kind: "cell-counted",
          cell: `t4.${block}.${column}`,
          quantity: example.years[2025].t4[block][index] ?? 0,
          period: column === "pending" ? "2025-12-31" : "2025",
        });
  expect(cellsOf(ledger, year)).toEqual(printed(year));
  expect(found(ledger, year)).toEqual([]);
});

test("one case beside the numbers of its year is a finding that names both", () => {
  const ledger = ledgerOf(
    lawfulApplication("A-2025-0900", { applicant: "nat", receivedOn: "2025-05-06" }, "open", "2025-05-07"),
  );
  ledger.tell({ kind: "cell-counted", cell: "t3.new.law", quantity: 6, period: "2025" });
  expect(found(ledger, 2025)).toEqual([]);
  ledger.tell({ kind: "cell-counted", cell: "t3.new.nat", quantity: 1, period: "2025" });
  expect(found(ledger, 2025)).toEqual([expect.stringMatching(/^L-MIXED /)]);
});
