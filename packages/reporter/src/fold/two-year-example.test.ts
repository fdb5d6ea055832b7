import {
  APPLICANT_KINDS,
  type ApplicantKind,
  CELL_IDS,
  type CellId,
  caseIdOf,
  catalogueOf,
  RESULT_ROWS,
  type ResultRow,
} from "@gongkai/schema";
import { describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import example from "../../../../test/vectors/two-year-example.json" with { type: "json" };
import { foldLedger } from "./fold-ledger.ts";

const office = {
  sections: [{ key: "law", label: "法规科", aliases: [], reports: [] }],
  makesRegulations: false,
  indicators: [],
  synonyms: {},
};
const catalogue = catalogueOf(office);
const figuresOf = (records: TestLedger, year: number) => foldLedger({ records, office, catalogue, year });

type Year = "2024" | "2025";
type Rows = Readonly<Record<string, readonly number[]>>;
const rowsOf = (year: Year): Rows => example.years[year].t3;
const at = (year: Year, row: string, kind: ApplicantKind) => rowsOf(year)[row]?.[APPLICANT_KINDS.indexOf(kind)] ?? 0;

/** Every cell of table 三 as the example prints it. */
function expectedCells(year: Year): Map<CellId, number> {
  const cells = CELL_IDS.filter((cell) => cell.startsWith("t3.")).map((cell): [CellId, number] => {
    const [, row = "", column = ""] = cell.split(".");
    return [cell, rowsOf(year)[row]?.[[...APPLICANT_KINDS, "tot"].indexOf(column)] ?? 0];
  });
  return new Map(cells);
}

/** The example typed in month by month, as an office without a case ledger does. */
function asCounts(): TestLedger {
  const ledger = new TestLedger();
  const typed = ["new", ...RESULT_ROWS] as const;
  for (const kind of APPLICANT_KINDS)
    ledger.tell({
      kind: "cell-counted",
      cell: `t3.opening.${kind}`,
      quantity: at("2024", "opening", kind),
      period: "2024",
    });
  for (const year of ["2024", "2025"] as const)
    for (const row of typed)
      for (const kind of APPLICANT_KINDS) {
        const all = at(year, row, kind);
        const first = Math.floor(all / 2);
        ledger.tell({ kind: "cell-counted", cell: `t3.${row}.${kind}`, quantity: first, period: `${year}-03` });
        ledger.tell({ kind: "cell-counted", cell: `t3.${row}.${kind}`, quantity: all - first, period: `${year}-11` });
      }
  return ledger;
}

/** The example as cases: every application opened on a day, and answered unless it is carried over. */
function asCases(): TestLedger {
  const ledger = new TestLedger();
  const waiting = new Map<ApplicantKind, ReturnType<typeof caseIdOf>[]>(APPLICANT_KINDS.map((kind) => [kind, []]));
  let number = 0;
  const open = (kind: ApplicantKind, year: number, receivedOn: string) => {
    number += 1;
    const id = caseIdOf("application", year, number);
    ledger.tell({ kind: "application-opened", case: id, applicant: kind, via: "online", receivedOn });
    waiting.get(kind)?.push(id);
  };
  const answer = (kind: ApplicantKind, outcome: ResultRow, on: string) => {
    const id = waiting.get(kind)?.shift();
    if (id) ledger.tell({ kind: "application-answered", case: id, outcome, on });
  };
  for (const kind of APPLICANT_KINDS)
    for (let left = at("2024", "opening", kind); left > 0; left -= 1) open(kind, 2023, "2023-12-20");
  for (const year of ["2024", "2025"] as const) {
    for (const kind of APPLICANT_KINDS) {
      for (let left = at(year, "new", kind); left > 0; left -= 1) open(kind, Number(year), `${year}-05-10`);
      for (const row of RESULT_ROWS)
        for (let left = at(year, row, kind); left > 0; left -= 1) answer(kind, row, `${year}-06-05`);
    }
  }
  return ledger;
}

describe.each([
  ["typed as cell counts", asCounts],
  ["kept as cases", asCases],
])("the two-year example %s", (_how, play) => {
  const ledger = play();

  test.each(["2024", "2025"] as const)("table 三 of %s is exact in all 175 cells", (year) => {
    const figures = figuresOf(ledger, Number(year));
    const cells = [...expectedCells(year)];
    expect(cells.map(([cell]) => [cell, figures.at(cell).value])).toEqual(cells);
  });

  test("2025 opens with what 2024 closes with, column by column", () => {
    const [before, after] = [figuresOf(ledger, 2024), figuresOf(ledger, 2025)];
    expect(APPLICANT_KINDS.map((kind) => after.at(`t3.opening.${kind}`).value)).toEqual(
      APPLICANT_KINDS.map((kind) => before.at(`t3.closing.${kind}`).value),
    );
  });

  test.each([2024, 2025])("every figure of %s is what its contributions add up to", (year) => {
    const figures = figuresOf(ledger, year);
    for (const id of figures.ids) {
      const { value, contributions } = figures.at(id);
      expect(
        contributions.reduce((sum, { amount }) => sum + amount, 0),
        id,
      ).toBe(value ?? 0);
    }
  });
});

test("published figures of 2024 open 2025 as the ledger of 2024 would", () => {
  const ledger = asCases();
  const published = new TestLedger();
  for (const kind of APPLICANT_KINDS)
    published.tell({
      kind: "figure-published",
      year: 2024,
      figure: `t3.closing.${kind}`,
      quantity: at("2024", "closing", kind),
    });
  for (const kind of APPLICANT_KINDS)
    expect(figuresOf(published, 2025).at(`t3.opening.${kind}`).value).toBe(
      figuresOf(ledger, 2025).at(`t3.opening.${kind}`).value,
    );
});

test("table 二: 13 documents stand at the end of 2025, 12 of last year and 3 made less 2 repealed", () => {
  const ledger = new TestLedger();
  const { t2 } = example.years["2025"];
  const opening = ledger.tell({
    kind: "figure-published",
    year: 2024,
    figure: "t2.norm.valid",
    quantity: example.years["2024"].t2["norm.valid"],
  });
  const made = ledger.figure("doc.normative_made", t2["norm.issued"], "2025");
  const repealed = ledger.figure("doc.normative_repealed", t2["norm.repealed"], "2025");
  expect(figuresOf(ledger, 2025).at("t2.norm.valid")).toMatchObject({
    value: t2["norm.valid"],
    operands: ["t2.norm.issued", "t2.norm.repealed"],
    contributions: [
      { record: opening, amount: 12 },
      { record: made, amount: 3 },
      { record: repealed, amount: -2 },
    ],
  });
});

test("table 四 of 2025 counts decided cases by their result and open ones as pending", () => {
  const ledger = new TestLedger();
  let number = 0;
  const dispute = (block: "review" | "direct" | "after", result: "upheld" | "corrected" | "other" | "pending") => {
    number += 1;
    const id = caseIdOf(block === "review" ? "review" : "litigation", 2025, number);
    const opened = { case: id, against: null, receivedOn: "2025-03-04" } as const;
    if (block === "review") ledger.tell({ kind: "review-opened", ...opened });
    else ledger.tell({ kind: "litigation-opened", ...opened, route: block, original: true });
    if (result !== "pending") ledger.tell({ kind: "dispute-decided", case: id, result, on: "2025-09-01" });
  };
  const columns = ["upheld", "corrected", "other", "pending"] as const;
  const { t4 } = example.years["2025"];
  for (const block of ["review", "direct", "after"] as const)
    for (const [index, column] of columns.entries())
      for (let left = t4[block][index] ?? 0; left > 0; left -= 1) dispute(block, column);
  const figures = figuresOf(ledger, 2025);
  for (const block of ["review", "direct", "after"] as const)
    expect([...columns, "total" as const].map((column) => figures.at(`t4.${block}.${column}`).value)).toEqual(
      t4[block],
    );
});
