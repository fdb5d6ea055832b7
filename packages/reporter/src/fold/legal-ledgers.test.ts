import {
  APPLICANT_KINDS,
  caseIdOf,
  catalogueOf,
  Office,
  RESULT_ROWS,
  type Statement,
  standingFacts,
} from "@gongkai/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
import { checkReport } from "../check-report.ts";
import { compileReport } from "../compile-report.ts";
import { compiledJson } from "../compiled-json.ts";
import { foldLedger } from "./fold-ledger.ts";

const office = Office.parse({ key: "demo", name: "示例市商务局", sections: [{ key: "law", label: "法规科" }] });
const catalogue = catalogueOf(office);
const figuresOf = (records: TestLedger) => foldLedger({ records, office, catalogue, year: 2025 });
const valuesOf = (records: TestLedger) => {
  const figures = figuresOf(records);
  return figures.ids.map((id) => [id, figures.at(id).value] as const);
};

const day = fc
  .integer({ min: 0, max: 729 })
  .map((after) => new Date(Date.UTC(2024, 0, 1 + after)).toISOString().slice(0, 10));
const months = fc
  .integer({ min: 0, max: 23 })
  .map((after) => `${2024 + Math.floor(after / 12)}-${String((after % 12) + 1).padStart(2, "0")}`);
const period = fc.oneof(day, months, fc.constantFrom("2025", "2025-Q2", "2024-H2", "2025-03/2025-05"));
const later = (from: string, days: number) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);

const counted = fc.record({
  kind: fc.constant("figure-reported" as const),
  indicator: fc.constantFrom(
    "permit.decided",
    "disclosure.other",
    "gauge.site_visits",
    "gauge.weibo_followers",
    "doc.normative_made",
    "doc.normative_repealed",
    "fee.collected",
    "review.upheld",
    "review.pending",
  ),
  quantity: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 90_000_000_000 })),
  period,
  channel: fc.constantFrom(null, "website" as const, "wechat" as const),
  outcome: fc.constant(null),
});
const nil = fc.record({
  kind: fc.constant("nil-attested" as const),
  indicator: fc.constantFrom("permit.decided", "penalty.decided"),
  period: months,
});

/** An application, perhaps answered; a dispute, perhaps decided: always in the order the law allows. */
const application = fc.record({
  receivedOn: day,
  applicant: fc.constantFrom(...APPLICANT_KINDS),
  outcome: fc.constantFrom(...RESULT_ROWS),
  after: fc.option(fc.integer({ min: 0, max: 400 })),
});
const dispute = fc.record({
  receivedOn: day,
  route: fc.constantFrom("review" as const, "direct" as const, "after" as const),
  result: fc.constantFrom("upheld" as const, "corrected" as const, "other" as const),
  after: fc.option(fc.integer({ min: 0, max: 400 })),
});
const cell = fc.record({
  kind: fc.constant("cell-counted" as const),
  cell: fc.constantFrom(
    "t3.new.biz" as const,
    "t3.open.biz" as const,
    "t3.opening.res" as const,
    "t4.direct.upheld" as const,
  ),
  quantity: fc.integer({ min: 0, max: 9 }),
  period: months,
});

type Told<Of> = Of extends fc.Arbitrary<infer Value> ? Value : never;
type Story = Readonly<{
  counts: readonly Statement[];
  applications: readonly Told<typeof application>[];
  disputes: readonly Told<typeof dispute>[];
}>;
const story: fc.Arbitrary<Story> = fc.record({
  counts: fc.array(fc.oneof(counted, nil, cell), { maxLength: 25 }),
  applications: fc.array(application, { maxLength: 15 }),
  disputes: fc.array(dispute, { maxLength: 6 }),
});

function told({ counts, applications, disputes }: Story): TestLedger {
  const ledger = new TestLedger();
  for (const states of counts) ledger.tell(states);
  for (const [index, { receivedOn, applicant, outcome, after }] of applications.entries()) {
    const id = caseIdOf("application", Number(receivedOn.slice(0, 4)), index + 1);
    ledger.tell({ kind: "application-opened", case: id, applicant, via: null, receivedOn });
    if (after !== null) ledger.tell({ kind: "application-answered", case: id, outcome, on: later(receivedOn, after) });
  }
  for (const [index, { receivedOn, route, result, after }] of disputes.entries()) {
    const id = caseIdOf(route === "review" ? "review" : "litigation", Number(receivedOn.slice(0, 4)), index + 1);
    const opened = { case: id, against: null, receivedOn };
    if (route === "review") ledger.tell({ kind: "review-opened", ...opened });
    else ledger.tell({ kind: "litigation-opened", ...opened, route, original: true });
    if (after !== null) ledger.tell({ kind: "dispute-decided", case: id, result, on: later(receivedOn, after) });
  }
  return ledger;
}

test("contributions add up to the value, for every figure of any ledger", () => {
  fc.assert(
    fc.property(story, (tale) => {
      const figures = figuresOf(told(tale));
      for (const id of figures.ids) {
        const { value, contributions } = figures.at(id);
        expect(
          contributions.reduce((sum, { amount }) => sum + amount, 0),
          id,
        ).toBe(value ?? 0);
      }
    }),
    { numRuns: 60 },
  );
});

test("the identities of tables 三 四 hold in whatever is compiled from any ledger", () => {
  const identities = new Set(["B-T3-1", "B-T3-2", "B-T3-3", "B-T4-1"]);
  fc.assert(
    fc.property(story, (tale) => {
      const json = JSON.parse(JSON.stringify(compiledJson(compileReport({ records: told(tale), office, year: 2025 }))));
      expect(checkReport(json).filter(({ rule }) => identities.has(rule))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("the default sentences never contradict the tables, mix widths, miss a unit, or bring a number of their own", () => {
  const ofTheText = /^(?:B-X[1-5]|D10|D11|D18|D23|D24|D25|D26|D28|D29|D32|L-NUMBER)$/;
  fc.assert(
    fc.property(story, (tale) => {
      const { findings } = compileReport({ records: told(tale), office, year: 2025 });
      expect(findings.filter(({ rule, verdict }) => ofTheText.test(rule) && verdict !== "未执行")).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("a case ledger carries over exactly what it holds open", () => {
  fc.assert(
    fc.property(fc.array(application, { maxLength: 30 }), (applications) => {
      const figures = figuresOf(told({ counts: [], applications, disputes: [] }));
      for (const kind of APPLICANT_KINDS)
        expect(figures.at(`t3.closing.${kind}`).value).toBe(figures.openCases(kind)?.length);
    }),
    { numRuns: 60 },
  );
});

test("withdrawing and restoring leaves every figure as it was", () => {
  fc.assert(
    fc.property(story, fc.nat(), (tale, pick) => {
      const ledger = told(tale);
      const before = valuesOf(ledger);
      const record = ledger.records[pick % Math.max(1, ledger.records.length)]?.record.id;
      if (!record) return;
      ledger.withdraw(record);
      ledger.restore(record);
      expect(valuesOf(ledger)).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

/** What is played over the ledger in place equals what a ledger of only the standing facts would say. */
test("withdrawals, restorations and corrections count as the facts that stand in the end", () => {
  const change = fc.record({
    kind: fc.constantFrom("withdrawn" as const, "restored" as const, "corrected" as const),
    at: fc.nat(),
    becomes: fc.oneof(counted, nil),
  });
  fc.assert(
    fc.property(story, fc.array(change, { maxLength: 12 }), (tale, changes) => {
      const ledger = told(tale);
      const first = ledger.records.length;
      if (first === 0) return;
      for (const { kind, at, becomes } of changes) {
        const target = ledger.records[at % first]?.record.id ?? "";
        ledger.tell(kind === "corrected" ? { kind, target, becomes } : { kind, target });
      }
      const standing = new TestLedger();
      for (const { fact } of standingFacts(ledger)) standing.tell(fact);
      expect(valuesOf(ledger)).toEqual(valuesOf(standing));
    }),
    { numRuns: 120 },
  );
});
