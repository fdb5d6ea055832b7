import { catalogueOf, type FigureId, Office } from "@gongkai/schema";
import { expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
import { type CountQuestion, countIndicator } from "./count-indicator.ts";
import { Fold } from "./fold.ts";
import { moved } from "./moved.ts";
import { printedValue, printFigure, storedValue } from "./printed.ts";
import { progressOf } from "./progress-of.ts";

const office = Office.parse({
  key: "demo",
  name: "示例市商务局",
  sections: [{ key: "law", label: "法规科", reports: ["penalty.decided"] }],
});
const catalogue = catalogueOf(office);
function foldOf(tell: (ledger: TestLedger) => void, asOf?: string): Fold {
  const ledger = new TestLedger();
  tell(ledger);
  const fold = new Fold({ office, catalogue, asOf });
  for (const record of ledger) fold.add(record);
  return fold;
}
const march = { from: "2025-03-01", to: "2025-03-31" };
const year = { from: "2025-01-01", to: "2025-12-31" };

// biome-ignore format: the columns are the test
test.each<[string, (ledger: TestLedger) => void, CountQuestion, number | null, number, string]>([
  ["flows within the span",     (l) => { l.figure("permit.decided", 3, "2025-03-04"); l.figure("permit.decided", 5, "2025-04"); }, { indicator: "permit.decided", span: march }, 3, 1, "本月许可多少"],
  ["nothing stated",            () => undefined, { indicator: "permit.decided", span: march }, null, 0, "unknown is not 0"],
  ["a stated zero",             (l) => void l.nil("permit.decided", "2025-03"), { indicator: "permit.decided", span: march }, 0, 1, "a nil is an answer"],
  ["a channel",                 (l) => { l.figure("newmedia.post", 3, "2025-03", { channel: "wechat" }); l.figure("newmedia.post", 4, "2025-03", { channel: "weibo" }); }, { indicator: "newmedia.post", span: march, channel: "wechat" }, 3, 1, "公众号发了多少"],
  ["the portal, also unsaid",   (l) => { l.figure("disclosure.budget", 3, "2025-03"); l.figure("disclosure.budget", 4, "2025-03", { channel: "website" }); }, { indicator: "disclosure.budget", span: march, channel: "website" }, 7, 2, "网站发了多少"],
  ["a section",                 (l) => { l.figure("permit.decided", 3, "2025-03"); l.figure("permit.decided", 4, "2025-03", { section: "office" }); }, { indicator: "permit.decided", span: march, section: "law" }, 3, 1, "法规科多少"],
  ["a gauge",                   (l) => { l.figure("gauge.weibo_followers", 3, "2025-03-01"); l.figure("gauge.weibo_followers", 4, "2025-03-20"); }, { indicator: "gauge.weibo_followers", span: march }, 4, 1, "the latest, never the sum"],
  ["months of a counter",       (l) => { l.figure("gauge.site_visits", 10, "2025-03"); l.figure("gauge.site_visits", 99, "2025-04-03"); }, { indicator: "gauge.site_visits", span: year }, 10, 1, "a reading is not in the year"],
  ["a year beside its month",   (l) => { l.figure("gauge.site_visits", 10, "2025-01"); l.figure("gauge.site_visits", 100, "2025"); }, { indicator: "gauge.site_visits", span: year }, 10, 1, "the year covers the month and is not added to it"],
  ["cases of a section",        (l) => { for (const section of ["law", "office"]) l.tell({ kind: "review-opened", case: `R-2025-000${section.length}`, against: null, receivedOn: "2025-03-04" }, { section }); }, { indicator: "review.received", span: march, section: "law" }, 1, 1, "by the section that opened it"],
  ["pending of a section",      (l) => { for (const section of ["law", "office"]) l.tell({ kind: "review-opened", case: `R-2025-000${section.length}`, against: null, receivedOn: "2025-03-04" }, { section }); }, { indicator: "review.pending", span: march, section: "law" }, 1, 1, "by the section that opened it"],
  ["applications by receipt",   (l) => void l.tell({ kind: "application-opened", case: "A-2025-0001", applicant: null, via: null, receivedOn: "2025-03-04" }), { indicator: "application.received", span: march }, 1, 1, "also while the applicant is not known"],
  ["no application",            () => undefined, { indicator: "application.received", span: march }, 0, 0, "kept as cases: 0 by absence"],
  ["pending at the span's end", (l) => void l.tell({ kind: "review-opened", case: "R-2025-0001", against: null, receivedOn: "2025-02-04" }), { indicator: "review.pending", span: march }, 1, 1, "open on 31 March"],
])("%s", (_what, tell, question, value, records, why) => {
  expect(countIndicator(foldOf(tell), question), why).toMatchObject({ value, records });
});

test("a figure that reaches over the edge of the span is named and not counted", () => {
  let quarter = "";
  const count = countIndicator(
    foldOf((ledger) => {
      quarter = ledger.figure("permit.decided", 9, "2025-Q1");
    }),
    { indicator: "permit.decided", span: march },
  );
  expect(count).toMatchObject({ value: null, straddling: [quarter] });
});

test("gaps of the span go with the answer, and only up to the day looked at", () => {
  const fold = foldOf((ledger) => ledger.nil("penalty.decided", "2025-01"), "2025-03-10");
  expect(countIndicator(fold, { indicator: "penalty.decided", span: year }).gaps.map(({ month }) => month)).toEqual([
    "2025-02",
    "2025-03",
  ]);
});

test("progress shows months, readings of days, and what is wider than a month", () => {
  const fold = foldOf((ledger) => {
    ledger.figure("permit.decided", 3, "2025-03-04");
    ledger.figure("permit.decided", 4, "2025-03-05");
    ledger.figure("permit.decided", 9, "2025-Q2");
    ledger.figure("gauge.site_visits", 500, "2025-03-15");
  }, "2025-03-31");
  const of = (indicator: string) => progressOf(fold, 2025).find((progress) => progress.indicator === indicator);
  expect(of("permit.decided")).toMatchObject({ wider: [{ period: "2025-Q2", value: 9 }], readings: [] });
  expect(of("permit.decided")?.months[2]).toMatchObject({ month: "2025-03", value: 7, records: [{}, {}] });
  expect(of("gauge.site_visits")?.months[2]).toMatchObject({ value: null });
  expect(of("gauge.site_visits")?.readings).toMatchObject([{ value: 500, on: "2025-03-15" }]);
  expect(of("penalty.decided")?.gaps).toHaveLength(3);
});

test("the figures a record moved are named with both values", () => {
  const ledger = new TestLedger();
  ledger.figure("permit.decided", 203, "2025-03");
  const fold = new Fold({ office, catalogue });
  for (const record of ledger) fold.add(record);
  const before = fold.figures(2025);
  ledger.figure("permit.decided", 12, "2025-04");
  fold.add(ledger.records[1] ?? ledger.records[0]!);
  expect(moved(before, fold.figures(2025))).toEqual([{ figure: "t2.license.decisions", before: 203, after: 215 }]);
});

test("figures taken before a record was added do not pretend to know its contributions", () => {
  const ledger = new TestLedger();
  const kept = ledger.figure("permit.decided", 1, "2025-03");
  const fold = new Fold({ office, catalogue });
  for (const record of ledger) fold.add(record);
  const before = fold.figures(2025);
  ledger.withdraw(kept);
  fold.add(ledger.records[1]!);
  expect(before.at("t2.license.decisions").value).toBe(1);
  expect(() => before.at("t2.license.decisions").contributions).toThrow("take figures again");
});

// biome-ignore format: the columns are the test
test.each<[FigureId, number, string, string]>([
  ["t2.fee.amount",        72_701_257_800, "72701.2578", "whole yuan in 万元 need four decimals"],
  ["t2.fee.amount",        1,              "0.000001",   "a fen is not lost"],
  ["t2.fee.amount",        12_000_000,     "12",         "trailing zeros fall away"],
  ["s6.info_fee",          27_050,         "270.5",      "元"],
  ["t2.license.decisions", 215,            "215",        "pieces as they are"],
  ["s6.info_fee",          -5,             "-0.05",      "a share may be negative"],
])("%s of %i is printed %s: %s", (id, stored, text) => {
  expect(printFigure(id, stored)).toBe(text);
  expect(storedValue(id, printedValue(id, stored))).toBe(stored);
});
