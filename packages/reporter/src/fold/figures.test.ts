import { catalogueOf, type FigureId, Office } from "@gongkai/schema";
import { describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
import { foldLedger } from "./fold-ledger.ts";

const office = Office.parse({
  key: "demo",
  name: "示例市商务局",
  sections: [
    { key: "law", label: "法规科", reports: ["penalty.decided", "doc.normative_made", "review.upheld"] },
    { key: "office", label: "办公室", reports: ["gauge.site_visits", "gauge.weibo_followers"] },
  ],
});
const catalogue = catalogueOf(office);
const fold = (tell: (ledger: TestLedger) => void, year = 2025, asOf?: string) => {
  const ledger = new TestLedger();
  tell(ledger);
  return foldLedger({ records: ledger, office, catalogue, year, asOf });
};

describe("how records become a figure", () => {
  // biome-ignore format: the columns are the test
  test.each<[FigureId, number | null, (ledger: TestLedger) => void, string]>([
    ["t2.license.decisions", 8, (l) => { l.figure("permit.decided", 3, "2025-02-03"); l.figure("permit.decided", 5, "2025-Q2"); }, "flows are added up"],
    ["t2.license.decisions", null, () => undefined, "nobody said anything: no zero"],
    ["t2.penalty.decisions", 0, (l) => { l.nil("penalty.decided", "2025-03"); }, "a stated zero is one"],
    ["t2.penalty.decisions", 2, (l) => { l.nil("penalty.decided", "2025-03"); l.figure("penalty.decided", 2, "2025-03-31"); }, "a nil ends when a figure arrives"],
    ["t2.license.decisions", 3, (l) => { l.figure("permit.decided", 3, "2025-12-31"); l.figure("permit.decided", 9, "2026-01-01"); }, "the year ends on 31 December"],
    ["t2.license.decisions", null, (l) => { l.figure("permit.decided", 3, "2025-12-20/2026-01-05"); }, "a period over New Year belongs to no year"],
    ["s1.disclosed", 5, (l) => { l.figure("disclosure.budget", 2, "2025-01"); l.figure("disclosure.other", 3, "2025-01", { channel: "website" }); l.figure("disclosure.other", 7, "2025-01", { channel: "wechat" }); }, "the portal, or no channel said"],
    ["s1.disclosed", 2, (l) => { l.figure("disclosure.budget", 2, "2025-01"); l.figure("disclosure.key_area", 9, "2025-01"); }, "重点领域 only marks"],
    ["s1.newmedia", 7, (l) => { l.figure("newmedia.post", 3, "2025-01", { channel: "weibo" }); l.figure("newmedia.post", 4, "2025-01", { channel: "douyin" }); }, "every channel of new media"],
    ["s1.weibo_followers", 90, (l) => { l.figure("gauge.weibo_followers", 90, "2025-06-30"); l.figure("gauge.weibo_followers", 80, "2025-03-31"); }, "a gauge is its latest day, whenever it was told"],
    ["s1.weibo_followers", null, (l) => { l.figure("gauge.weibo_followers", 90, "2024-12-31"); }, "last year's reading is last year's"],
    ["s1.site_visits", 700, (l) => { l.figure("gauge.site_visits", 100, "2025-01"); l.figure("gauge.site_visits", 300, "2025-01"); l.figure("gauge.site_visits", 400, "2025-02"); }, "within a month the last stated wins, months are added"],
    ["s1.site_visits", 300, (l) => { l.figure("gauge.site_visits", 300, "2025-01"); l.figure("gauge.site_visits", 999, "2025-01-31"); }, "a day's reading is not the month's figure"],
    ["t2.norm.valid", 11, (l) => { l.tell({ kind: "figure-published", year: 2024, figure: "t2.norm.valid", quantity: 10 }); l.figure("doc.normative_made", 3, "2025"); l.figure("doc.normative_repealed", 2, "2025"); }, "last year's plus made less repealed"],
    ["t2.norm.valid", 15, (l) => { l.tell({ kind: "figure-published", year: 2024, figure: "t2.norm.valid", quantity: 10 }); l.figure("doc.normative_made", 3, "2025"); l.nil("doc.normative_repealed", "2025"); l.figure("doc.normative_valid", 15, "2025-12-31"); }, "a stated stock stands; the rule compares"],
    ["t2.norm.valid", null, (l) => { l.figure("doc.normative_made", 3, "2025"); l.nil("doc.normative_repealed", "2025"); }, "without an opening it is asked"],
    ["t2.reg.valid", 0, () => undefined, "a bureau has no 规章"],
    ["t2.fee.amount", 12_500_001, (l) => { l.figure("fee.collected", 12_500_000, "2025-04"); l.figure("fee.collected", 1, "2025-05"); }, "money is kept to the fen"],
    ["t3.new.tot", 0, () => undefined, "tables 三 四 are 0 by absence"],
    ["t4.review.pending", 2, (l) => { l.figure("review.pending", 5, "2025-06-30"); l.figure("review.pending", 2, "2025-12-31"); }, "a stated stock: the latest"],
    ["t4.review.total", 3, (l) => { l.figure("review.upheld", 2, "2025-06"); l.figure("review.other", 1, "2025-06"); }, "results reported as numbers"],
    ["s6.info_fee", 27_000, (l) => { l.figure("fee.information", 27_000, "2025-06"); }, "stated when no case was charged"],
  ])("%s is %s: %#", (id, value, tell, why) => {
    expect(fold(tell).at(id).value, why).toBe(value);
  });

  test("every contribution names the record as first written, also after a correction", () => {
    let first = "";
    const figures = fold((ledger) => {
      first = ledger.figure("permit.decided", 3, "2025-02");
      ledger.tell({
        kind: "corrected",
        target: first,
        becomes: {
          kind: "figure-reported",
          indicator: "permit.decided",
          quantity: 5,
          period: "2025-02",
          channel: null,
          outcome: null,
        },
      });
    });
    expect(figures.at("t2.license.decisions").contributions).toEqual([{ record: first, amount: 5 }]);
  });

  test("a correction may turn a figure into a nil, and a nil into a case", () => {
    const figures = fold((ledger) => {
      const figure = ledger.figure("penalty.decided", 3, "2025-02");
      ledger.tell({
        kind: "corrected",
        target: figure,
        becomes: { kind: "nil-attested", indicator: "penalty.decided", period: "2025-02" },
      });
      const nil = ledger.nil("permit.decided", "2025-02");
      ledger.tell({
        kind: "corrected",
        target: nil,
        becomes: {
          kind: "application-opened",
          case: "A-2025-0001",
          applicant: "npo",
          via: null,
          receivedOn: "2025-02-03",
        },
      });
    });
    expect([
      figures.at("t2.penalty.decisions").value,
      figures.at("t2.license.decisions").value,
      figures.at("t3.new.npo").value,
    ]).toEqual([0, null, 1]);
  });

  test("a gauge carries the day of its reading", () => {
    expect(fold((ledger) => ledger.figure("gauge.weibo_followers", 90, "2025-06")).at("s1.weibo_followers").on).toBe(
      "2025-06-30",
    );
  });

  test("fee notices and payments of cases are section six's three numbers", () => {
    const figures = fold((ledger) => {
      const id = "A-2025-0001";
      ledger.tell({ kind: "application-opened", case: id, applicant: "nat", via: null, receivedOn: "2025-02-03" });
      ledger.tell({
        kind: "application-step",
        case: id,
        step: "fee-noticed",
        on: "2025-02-10",
        days: null,
        amount: 27_000,
      });
      ledger.tell({ kind: "application-step", case: id, step: "fee-paid", on: "2025-02-12", days: null });
    });
    expect(
      (["s6.fee_notices", "s6.fee_noticed", "s6.info_fee"] as const).map((figure) => figures.at(figure).value),
    ).toEqual([1, 27_000, 27_000]);
  });
});

describe("cases in table 三", () => {
  const opened = (ledger: TestLedger, applicant: "nat" | "biz" | null = "nat") =>
    ledger.tell({ kind: "application-opened", case: "A-2025-0001", applicant, via: null, receivedOn: "2025-02-03" });
  const answered = (ledger: TestLedger, outcome: "open" | "partial" | "denied", on: string, of = "A-2025-0001") =>
    ledger.tell({ kind: "application-answered", case: of, outcome, on });
  const reopened = (ledger: TestLedger, on: string) =>
    ledger.tell({ kind: "application-step", case: "A-2025-0001", step: "reopened", on, days: null });

  // biome-ignore format: the columns are the test
  test.each<[string, (ledger: TestLedger) => void, number, Partial<Record<FigureId, number>>, readonly string[]]>([
    ["answered in the year",                    (l) => { opened(l); answered(l, "open", "2025-03-01"); },                    2025, { "t3.new.nat": 1, "t3.open.nat": 1, "t3.closing.nat": 0 }, []],
    ["answered next year: carried over",        (l) => { opened(l); answered(l, "open", "2026-01-05"); },                    2025, { "t3.open.nat": 0, "t3.closing.nat": 1 }, []],
    ["opens the next year",                     (l) => { opened(l); answered(l, "open", "2026-01-05"); },                    2026, { "t3.opening.nat": 1, "t3.open.nat": 1, "t3.closing.nat": 0 }, []],
    ["only the group is known",                 (l) => { opened(l); answered(l, "denied", "2025-03-01"); },                  2025, { "t3.total.nat": 0, "t3.closing.nat": 1 }, ["outcome-unknown"]],
    ["the applicant is not known",              (l) => { opened(l, null); },                                                2025, { "t3.new.tot": 0 }, ["applicant-unknown"]],
    ["an answer without its case",              (l) => { answered(l, "open", "2025-03-01", "A-2025-0009"); },                2025, { "t3.open.tot": 0 }, ["case-unknown"]],
    ["one number opened twice",                 (l) => { opened(l); opened(l); },                                           2025, { "t3.new.nat": 1 }, ["case-repeated"]],
    ["two answers and no reopening: the first", (l) => { opened(l); answered(l, "open", "2025-03-01"); answered(l, "partial", "2025-04-01"); }, 2025, { "t3.open.nat": 1, "t3.partial.nat": 0 }, []],
    ["answered anew in the same year",          (l) => { opened(l); answered(l, "open", "2025-03-01"); reopened(l, "2025-04-01"); answered(l, "partial", "2025-05-01"); }, 2025, { "t3.open.nat": 0, "t3.partial.nat": 1 }, []],
    ["reopened and still open at the year's end", (l) => { opened(l); answered(l, "open", "2025-03-01"); reopened(l, "2025-12-01"); }, 2025, { "t3.open.nat": 0, "t3.closing.nat": 1 }, []],
    ["answered again in a later year counts once", (l) => { opened(l); answered(l, "open", "2025-03-01"); reopened(l, "2026-02-01"); answered(l, "partial", "2026-03-01"); }, 2026, { "t3.opening.nat": 0, "t3.total.nat": 0, "t3.closing.nat": 0 }, []],
  ])("%s", (_why, tell, year, cells, unplaced) => {
    const figures = fold(tell, year);
    for (const [id, value] of Object.entries(cells)) expect(figures.at(id as FigureId).value, id).toBe(value);
    expect(figures.unplaced.map(({ why }) => why)).toEqual(unplaced);
  });
});

describe("cases in table 四", () => {
  const sued = (route: "direct" | "after" | null, original: boolean | null) => (ledger: TestLedger) =>
    void ledger.tell({
      kind: "litigation-opened",
      case: "L-2025-0001",
      against: null,
      receivedOn: "2025-02-03",
      route,
      original,
    });

  // biome-ignore format: the columns are the test
  test.each<[string, (ledger: TestLedger) => void, readonly [number, number], readonly string[]]>([
    ["direct and still open",                    sued("direct", true),  [1, 0], []],
    ["the review body does not count it",        sued("after", false),  [0, 0], []],
    ["the route is not known",                   sued(null, true),      [0, 0], ["route-unknown"]],
    ["it is not known whether we acted first",   sued("after", null),   [0, 0], ["original-unknown"]],
    ["a lawsuit as a bare number",               (l) => void l.figure("litigation.received", 1, "2025-03"), [0, 0], ["case-missing"]],
    ["cases and a stated stock are never mixed", (l) => { sued("direct", true)(l); l.tell({ kind: "cell-counted", cell: "t4.direct.pending", quantity: 4, period: "2025" }); }, [1, 0], []],
  ])("%s", (_why, tell, [direct, after], unplaced) => {
    const figures = fold(tell);
    expect([figures.at("t4.direct.pending").value, figures.at("t4.after.pending").value]).toEqual([direct, after]);
    expect(figures.unplaced.map(({ why }) => why)).toEqual(unplaced);
  });
});

describe("months nobody reported", () => {
  const missing = (tell: (ledger: TestLedger) => void, indicator: string, asOf?: string) =>
    fold(tell, 2025, asOf)
      .gaps.filter((gap) => gap.indicator === indicator)
      .map(({ month }) => Number(month.slice(5)));

  // biome-ignore format: the columns are the test
  test.each<[string, (ledger: TestLedger) => void, string | undefined, readonly number[], string]>([
    ["penalty.decided", (l) => { l.figure("penalty.decided", 1, "2025-01-15"); l.nil("penalty.decided", "2025-02"); }, "2025-04-10", [3, 4], "a day covers its month, a nil too; the running month is due"],
    ["penalty.decided", (l) => void l.figure("penalty.decided", 9, "2025-Q1"), "2025-04-30", [4], "a quarter covers its months"],
    ["penalty.decided", (l) => void l.figure("penalty.decided", 9, "2025"), undefined, [], "a year covers all of them"],
    ["penalty.decided", (l) => void l.figure("penalty.decided", 9, "2025", { section: "office" }), "2025-01-31", [1], "another section's figure covers nothing"],
    ["penalty.decided", () => undefined, "2024-12-31", [], "nothing of 2025 is due in 2024"],
    ["doc.normative_made", () => undefined, "2025-11-30", [], "documents are kept by the year"],
    ["doc.normative_made", () => undefined, undefined, [12], "and due at its end"],
    ["doc.normative_made", (l) => void l.nil("doc.normative_made", "2025"), undefined, [], "a year's nil is enough"],
    ["review.upheld", () => undefined, undefined, [], "tables 三 四 are 0 by absence"],
    ["gauge.weibo_followers", (l) => void l.figure("gauge.weibo_followers", 9, "2025-02-28", { section: "office" }), "2025-06-30", [], "an earlier reading may stand"],
    ["gauge.weibo_followers", () => undefined, "2025-06-30", [6], "without any, one is due"],
    ["gauge.site_visits", (l) => { l.figure("gauge.site_visits", 9, "2025-01", { section: "office" }); l.figure("gauge.site_visits", 9, "2025-02-28", { section: "office" }); }, "2025-02-28", [2], "a day's reading has not been confirmed as the month's"],
  ])("%s: %#", (indicator, tell, asOf, months, why) => {
    expect(missing(tell, indicator, asOf), why).toEqual(months);
  });

  test("the figure carries the gaps of its indicators, and what is computed from it does too", () => {
    const figures = fold(() => undefined, 2025, "2025-02-28");
    expect(figures.at("t2.penalty.decisions").gaps.map(({ month }) => month)).toEqual(["2025-01", "2025-02"]);
    expect(fold(() => undefined).at("s1.norm_valid").gaps).toEqual([
      { indicator: "doc.normative_made", month: "2025-12", section: "law" },
    ]);
  });
});

describe("a period is counted once", () => {
  // biome-ignore format: the columns are the test
  test.each<[string, (ledger: TestLedger) => void, number]>([
    ["twice on one day are two events",          (l) => { l.figure("permit.decided", 1, "2025-03-04"); l.figure("permit.decided", 1, "2025-03-04"); }, 0],
    ["a month twice",                            (l) => { l.figure("permit.decided", 1, "2025-03"); l.figure("permit.decided", 1, "2025-03"); }, 2],
    ["a day within a month already counted",     (l) => { l.figure("permit.decided", 1, "2025-03-04"); l.figure("permit.decided", 9, "2025-03"); }, 2],
    ["a quarter over its month",                 (l) => { l.figure("permit.decided", 1, "2025-02"); l.figure("permit.decided", 9, "2025-Q1"); l.figure("permit.decided", 1, "2025-04"); }, 2],
    ["another section",                          (l) => { l.figure("permit.decided", 1, "2025-03"); l.figure("permit.decided", 1, "2025-03", { section: "office" }); }, 0],
    ["another channel",                          (l) => { l.figure("newmedia.post", 1, "2025-03", { channel: "weibo" }); l.figure("newmedia.post", 1, "2025-03", { channel: "wechat" }); }, 0],
    ["a zero doubles nothing",                   (l) => { l.figure("permit.decided", 0, "2025-03"); l.figure("permit.decided", 1, "2025-03-04"); }, 0],
    ["gauges are never added",                   (l) => { l.figure("gauge.site_visits", 1, "2025-03"); l.figure("gauge.site_visits", 2, "2025-03"); }, 0],
    ["a withdrawn one is gone",                  (l) => { l.withdraw(l.figure("permit.decided", 1, "2025-03")); l.figure("permit.decided", 1, "2025-03"); }, 0],
    ["a cell twice",                             (l) => { l.tell({ kind: "cell-counted", cell: "t3.new.nat", quantity: 1, period: "2025" }); l.tell({ kind: "cell-counted", cell: "t3.new.nat", quantity: 1, period: "2025-03" }); }, 2],
  ])("%s", (_why, tell, records) => {
    expect(fold(tell).overlaps.flatMap((overlap) => overlap.records)).toHaveLength(records);
  });
});

test("records must come in ledger order: a page read twice is noticed", () => {
  const ledger = new TestLedger();
  ledger.nil("penalty.decided", "2025-01");
  expect(() => foldLedger({ records: [...ledger, ...ledger], office, catalogue, year: 2025 })).toThrow(
    "in ledger order",
  );
});
