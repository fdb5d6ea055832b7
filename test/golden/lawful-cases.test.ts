import { compileReport, type Figures, foldLedger, type Report } from "@gongkai/reporter";
import {
  APPLICANT_COLUMNS,
  APPLICANT_KINDS,
  CASE_STEPS,
  type CaseId,
  CELL_IDS,
  catalogueOf,
  DISPUTE_BLOCKS,
  daysInMonth,
  type LocalDate,
  monthsOfYear,
  Office,
  RESULT_ROWS,
  type RecordId,
  TABLE_THREE_ROWS,
  yearOf,
} from "@gongkai/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { TestLedger } from "../support/a-ledger.ts";
import { type CaseDesk, deskAfter } from "../support/case-desk.ts";
import { wish } from "../support/case-wishes.ts";
import { type ByHand, tablesByHand } from "../support/tables-by-hand.ts";

const FIRST: LocalDate = "2023-11-20"; // the calendar begins in 2024: receipts before it open that year
const office = Office.parse({ key: "demo", name: "示例市商务局", sections: [{ key: "law", label: "法规科" }] });
const IDENTITIES = /^B-(?:T3-[1-5]|T4-1|Y-1)$/;
const CELLS = CELL_IDS.filter((cell) => !cell.startsWith("t2."));
const monthEnds = (last: LocalDate): LocalDate[] =>
  Array.from({ length: yearOf(last) - 2022 }, (_, more) => 2023 + more)
    .flatMap((year) => monthsOfYear(year).map((month) => `${month}-${daysInMonth(year, Number(month.slice(5)))}`))
    .filter((day) => day >= FIRST && day.slice(0, 7) <= last.slice(0, 7));

const figuresAt = (records: TestLedger, year: number, asOf: LocalDate): Figures =>
  foldLedger({ records, office, catalogue: catalogueOf(office), year, asOf, only: new Set(CELLS) });
const valueAt = (figures: Figures, cell: (typeof CELLS)[number]) => figures.at(cell).value ?? Number.NaN;

/** The identities once more, apart from the checks: what each side adds up to, by name. */
function identities(figures: Figures): [string, number, number][] {
  const of = (row: (typeof TABLE_THREE_ROWS)[number], column: (typeof APPLICANT_COLUMNS)[number]) =>
    valueAt(figures, `t3.${row}.${column}`);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  return [
    ...APPLICANT_COLUMNS.flatMap((column): [string, number, number][] => [
      [`B-T3-1 ${column}`, of("new", column) + of("opening", column), of("total", column) + of("closing", column)],
      [`B-T3-2 ${column}`, sum(RESULT_ROWS.map((row) => of(row, column))), of("total", column)],
      [`B-T3-4 ${column}`, Math.min(0, of("closing", column)), 0],
    ]),
    ...TABLE_THREE_ROWS.map((row): [string, number, number] => [
      `B-T3-3 ${row}`,
      sum(APPLICANT_KINDS.map((kind) => of(row, kind))),
      of(row, "tot"),
    ]),
    ...DISPUTE_BLOCKS.map((block): [string, number, number] => [
      `B-T4-1 ${block}`,
      sum(
        (["upheld", "corrected", "other", "pending"] as const).map((column) =>
          valueAt(figures, `t4.${block}.${column}`),
        ),
      ),
      valueAt(figures, `t4.${block}.total`),
    ]),
  ];
}
const broken = (figures: Figures) => identities(figures).filter(([, left, right]) => left !== right);

/** Which case each record speaks of, as it was first written. */
const casesOfRecords = ({ records }: TestLedger) =>
  new Map(
    records.flatMap(({ record }): [RecordId, CaseId][] =>
      "case" in record.states ? [[record.id, record.states.case]] : [],
    ),
  );

/** The cases a cell opens to: what their records add to it; those that cancel out are not in it. */
function openedUp(figures: Figures, cell: (typeof CELLS)[number], cases: ReadonlyMap<RecordId, CaseId>) {
  const shares = new Map<string, number>();
  for (const { record, amount } of figures.at(cell).contributions) {
    const id = cases.get(record) ?? `${record} names no case`;
    shares.set(id, (shares.get(id) ?? 0) + amount);
  }
  return [...shares].filter(([, amount]) => amount !== 0);
}

/** Every cell equals the count by hand and opens to exactly its cases, each once. */
function provedByHand(figures: Figures, byHand: ByHand, cases: ReadonlyMap<RecordId, CaseId>): number {
  let opened = 0;
  for (const cell of CELLS.filter((each) => !/\.tot(?:al)?$|^t3\.total/.test(each))) {
    const expected = [...(byHand.get(cell) ?? [])].sort();
    const shown = openedUp(figures, cell, cases);
    if (figures.at(cell).value !== expected.length || shown.length !== expected.length)
      expect([cell, figures.at(cell).value, shown]).toEqual([cell, expected.length, expected.map((id) => [id, 1])]);
    if (expected.length === 0) continue;
    expect(
      shown.sort(([one], [other]) => (one < other ? -1 : 1)),
      cell,
    ).toEqual(expected.map((id) => [id, 1]));
    opened += 1;
  }
  return opened;
}

const added = (figures: Figures) =>
  CELLS.filter(
    (cell) => figures.at(cell).contributions.reduce((sum, { amount }) => sum + amount, 0) !== figures.at(cell).value,
  );
const foundIn = ({ findings }: Report) =>
  findings.filter(({ rule, verdict }) => IDENTITIES.test(rule) && verdict !== "未执行").map(({ rule }) => rule);

/** Everything that must hold of a lawful ledger as it was known at a day's end; the cells that held something. */
function provedAt({ ledger }: CaseDesk, day: LocalDate): number {
  let seen = 0;
  const year = yearOf(day);
  const cases = casesOfRecords(ledger);
  const report = compileReport({ records: ledger, office, year, asOf: day, today: day });
  const before = figuresAt(ledger, year - 1, day);
  for (const [figures, of] of [
    [report.figures, year],
    [before, year - 1],
  ] as const) {
    expect([day, of, broken(figures)]).toEqual([day, of, []]);
    expect([day, of, added(figures)]).toEqual([day, of, []]);
    seen += provedByHand(figures, tablesByHand(ledger, of, day), cases);
  }
  expect([day, foundIn(report)]).toEqual([day, []]);
  for (const column of APPLICANT_COLUMNS)
    expect([day, column, valueAt(report.figures, `t3.opening.${column}`)]).toEqual([
      day,
      column,
      valueAt(before, `t3.closing.${column}`),
    ]);
  return seen;
}

const lawful = fc.array(wish, { minLength: 30, maxLength: 90, size: "max" });

test("for any lawful steps over any cases, tables 三 四 hold and open to their cases at every month end", () => {
  let seen = 0;
  fc.assert(
    fc.property(lawful, (wishes) => {
      const desk = deskAfter(wishes, FIRST);
      for (const day of monthEnds(desk.today)) seen += provedAt(desk, day);
    }),
    { numRuns: 12 },
  );
  expect(seen).toBeGreaterThan(500); // cells that held something
});

test("corrections and withdrawals the law would not have never break a sum", () => {
  fc.assert(
    fc.property(lawful, (wishes) => {
      const desk = deskAfter(wishes, FIRST, { careless: true });
      for (const year of [2023, 2024, 2025]) {
        const figures = figuresAt(desk.ledger, year, desk.today);
        expect(added(figures)).toEqual([]);
        expect(broken(figures).filter(([rule]) => !rule.startsWith("B-T3-4"))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test("a receipt corrected to a day after its answer is told where it breaks the carry-over, also beside open cases", () => {
  const ledger = new TestLedger();
  const opened = { kind: "application-opened", applicant: "nat", via: "online" } as const;
  const first = ledger.tell({ ...opened, case: "A-2024-0001", receivedOn: "2024-12-02" });
  ledger.tell({ kind: "application-answered", case: "A-2024-0001", outcome: "open", on: "2024-12-20" });
  ledger.tell({ ...opened, case: "A-2024-0002", receivedOn: "2024-12-27" });
  const of = (year: number) => foundIn(compileReport({ records: ledger, office, year, today: "2025-03-01" }));
  expect([of(2024), of(2025)]).toEqual([[], []]);
  const becomes = { ...opened, case: "A-2024-0001", receivedOn: "2025-01-06" };
  ledger.tell({ kind: "corrected", target: first, becomes });
  expect(of(2024)).toEqual(["B-T3-5"]);
  expect(of(2025)).toEqual(["B-T3-5", "B-Y-1"]);
});

test("31 December belongs to its year, 1 January to the next", () => {
  const ledger = new TestLedger();
  for (const [number, answered] of ["2024-12-31", "2025-01-01"].entries()) {
    const id = `A-2024-000${number + 1}`;
    const opened = { kind: "application-opened", case: id, applicant: "biz", via: "mail" } as const;
    ledger.tell({ ...opened, receivedOn: "2024-12-31" });
    ledger.tell({ kind: "application-answered", case: id, outcome: "open", on: answered });
  }
  for (const day of ["2024-12-31", "2025-01-31"]) {
    const figures = figuresAt(ledger, yearOf(day), "2025-01-31");
    const rows = (["new", "opening", "open", "closing"] as const).map((row) => valueAt(figures, `t3.${row}.biz`));
    expect([day, rows]).toEqual([day, day < "2025" ? [2, 0, 1, 1] : [0, 1, 1, 0]]);
  }
});

test("the wishes played reach every step, all 21 rows and every way of taking back; what is refused says why", () => {
  const written = new Map<string, number>();
  const refused = new Map<string, number>();
  fc.assert(
    fc.property(lawful, (wishes) => {
      const desk = deskAfter(wishes, FIRST);
      for (const what of desk.written) written.set(what, (written.get(what) ?? 0) + 1);
      for (const { what, article, says } of desk.refused) {
        expect([what, article]).toEqual([what, expect.stringMatching(/^(?:条例|国办|行政复议法)/)]);
        expect([what, says]).toEqual([what, expect.stringMatching(/^[^a-z]{8,}。$/)]);
        refused.set(what, (refused.get(what) ?? 0) + 1);
      }
    }),
    { numRuns: 150, seed: 20_260_310 },
  );
  const all = ["open", "sue", "decide", "correct", "withdraw", "restore", ...CASE_STEPS, ...RESULT_ROWS];
  expect(all.filter((what) => !written.has(what))).toEqual([]);
  expect(["answer", "decide", ...CASE_STEPS].filter((what) => !refused.has(what))).toEqual([]);
});
