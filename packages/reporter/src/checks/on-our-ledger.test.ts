import { FIGURE_IDS, type FigureId, Office } from "@gongkai/schema";
import { describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { exampleCells } from "../../../../test/support/a-sound-report.ts";
import { checkReport } from "../check-report.ts";
import { compareWithLedger } from "../compare-with-ledger.ts";
import { compileReport } from "../compile-report.ts";
import { compiledJson } from "../compiled-json.ts";
import { isFigureRun } from "../document/block.ts";
import { summarise } from "../findings-summary.ts";

const office = Office.parse({
  key: "demo",
  name: "示例市商务局",
  selfName: "我局",
  sections: [{ key: "law", label: "法规科", reports: ["penalty.decided"] }],
});
const compiled = (tell: (ledger: TestLedger) => void, today?: string, of: Office = office) => {
  const ledger = new TestLedger();
  tell(ledger);
  return compileReport({ records: ledger, office: of, year: 2025, ...(today && { today }) });
};
const findings = (rule: string, tell: (ledger: TestLedger) => void, today?: string, of?: Office) =>
  compiled(tell, today, of).findings.filter((finding) => finding.rule === rule && finding.verdict !== "未执行");

const application = (ledger: TestLedger, receivedOn = "2025-02-03") =>
  ledger.tell({ kind: "application-opened", case: "A-2025-0001", applicant: "nat", via: null, receivedOn });
const answered = (ledger: TestLedger, on: string, outcome: "open" | "denied" | "other_nofee" = "open") =>
  ledger.tell({ kind: "application-answered", case: "A-2025-0001", outcome, on });
const step = (ledger: TestLedger, name: "correction-asked" | "fee-noticed" | "fee-paid", on: string) =>
  ledger.tell({ kind: "application-step", case: "A-2025-0001", step: name, on, days: null });
const cell = (ledger: TestLedger, id: "t3.new.nat" | "t3.open.nat" | "t3.new.tot", quantity: number, period: string) =>
  ledger.tell({ kind: "cell-counted", cell: id, quantity, period });
const lawsuit = (ledger: TestLedger, route: "direct" | "after", against: string | null = "A-2025-0001") =>
  ledger.tell({
    kind: "litigation-opened",
    case: "L-2025-0001",
    against,
    receivedOn: "2025-05-06",
    route,
    original: true,
  });
const allYear = (ledger: TestLedger) => ledger.nil("penalty.decided", "2025");
const government = Office.parse({ ...office, kind: "government" });

type Tell = (ledger: TestLedger) => void;
// biome-ignore format: the columns are the test
test.each<[string, string, Tell, string, Tell, string?]>([
  // rule           verdict   trips on                                                                    says                does not trip on
  ["L-GAP",         "必改",   () => undefined,                                                            "各月的行政处罚",   allYear],
  ["L-EMPTY",       "必改",   () => undefined,                                                            "表二 行政许可",    (l) => { for (const key of ["permit.decided", "coercion.decided", "fee.collected", "doc.normative_made", "doc.normative_repealed"]) l.nil(key, "2025"); l.figure("doc.normative_valid", 0, "2025"); }],
  ["L-UNPLACED",    "必改",   (l) => { application(l); answered(l, "2025-02-10", "denied"); },            "只说了大类",       (l) => { application(l); answered(l, "2025-02-10"); }],
  ["L-UNPLACED",    "必改",   (l) => void l.figure("permit.decided", 2, "2025-12/2026-01"),               "跨了年",           (l) => void l.figure("permit.decided", 2, "2025-12")],
  ["L-UNPLACED",    "必改",   (l) => void l.figure("application.received", 2, "2025-03"),                 "没有登记案件",     (l) => void l.figure("application.received", 0, "2025-03")],
  ["L-OVERLAP",     "必改",   (l) => { l.figure("permit.decided", 2, "2025-03"); l.figure("permit.decided", 2, "2025-03-04"); }, "期间重叠", (l) => { l.figure("permit.decided", 2, "2025-03"); l.figure("permit.decided", 2, "2025-04-04"); }],
  ["L-OVERLAP",     "必改",   (l) => { l.figure("disclosure.budget", 2, "2025-03"); l.figure("disclosure.budget", 2, "2025-03", { channel: "website" }); }, "期间重叠", (l) => { l.figure("disclosure.budget", 2, "2025-03"); l.figure("disclosure.budget", 2, "2025-03", { channel: "wechat" }); }],
  ["L-OVERLAP",     "必改",   (l) => { l.figure("gauge.site_visits", 10, "2025-01"); l.figure("gauge.site_visits", 100, "2025"); }, "期间重叠", (l) => { l.figure("gauge.site_visits", 10, "2025-01"); l.figure("gauge.site_visits", 12, "2025-01"); }],
  ["L-OVERLAP",     "必改",   (l) => { l.figure("gauge.site_visits", 10, "2025-01"); l.figure("gauge.site_visits", 12, "2025-01", { section: "office" }); }, "法规科、未分科室", (l) => { l.figure("gauge.site_visits", 10, "2025-01"); l.figure("gauge.site_visits", 12, "2025-02", { section: "office" }); }],
  ["L-MIXED",       "必改",   (l) => { application(l); cell(l, "t3.new.nat", 1, "2025"); cell(l, "t3.open.nat", 1, "2025"); }, "逐件登记的 1 条和直接填格的 2 条", (l) => { application(l); cell(l, "t3.new.nat", 0, "2025"); }],
  ["L-MIXED",       "必改",   (l) => { application(l, "2024-12-03"); cell(l, "t3.new.nat", 4, "2024"); cell(l, "t3.open.nat", 3, "2024"); }, "上年结转", (l) => { application(l, "2024-12-03"); cell(l, "t3.new.nat", 4, "2024"); l.tell({ kind: "figure-published", year: 2024, figure: "t3.closing.nat", quantity: 1 }); }],
  ["L-MIXED",       "必改",   (l) => { l.figure("review.upheld", 1, "2025-05"); l.tell({ kind: "cell-counted", cell: "t4.review.upheld", quantity: 1, period: "2025" }); }, "直接填格的 1 条和按指标报数的 1 条", (l) => { l.figure("review.received", 1, "2025-05"); l.tell({ kind: "cell-counted", cell: "t4.review.upheld", quantity: 1, period: "2025" }); }],
  ["L-MIXED",       "必改",   (l) => { l.tell({ kind: "review-opened", case: "R-2025-0001", against: null, receivedOn: "2025-02-04" }); l.figure("review.received", 1, "2025-02"); }, "按指标报数的 1 条", (l) => { l.tell({ kind: "review-opened", case: "R-2025-0001", against: null, receivedOn: "2025-02-04" }); l.figure("review.received", 1, "2024-02"); }],
  ["L-STATED",      "必改",   (l) => { cell(l, "t3.new.nat", 3, "2025"); cell(l, "t3.new.tot", 4, "2025"); }, "推算是 3 件",  (l) => { cell(l, "t3.new.nat", 3, "2025"); cell(l, "t3.new.tot", 3, "2025"); }],
  ["L-NIL",         "需说明", (l) => { l.figure("newmedia.post", 5, "2025-03-04", { channel: "wechat" }); l.nil("newmedia.post", "2025-03"); }, "报3月没有", (l) => { l.nil("newmedia.post", "2025-03"); l.figure("newmedia.post", 5, "2025-03-04", { channel: "wechat" }); }],
  ["L-NIL",         "需说明", (l) => { l.figure("penalty.decided", 5, "2025-03"); l.nil("penalty.decided", "2025"); }, "1 条有数的记录", (l) => { l.figure("penalty.decided", 5, "2025-03"); l.nil("penalty.decided", "2025-04"); }],
  ["L-NIL",         "需说明", (l) => { l.figure("penalty.decided", 5, "2025-03"); l.nil("penalty.decided", "2025-03"); }, "法规科报3月没有行政处罚", (l) => { l.figure("penalty.decided", 0, "2025-03"); l.nil("penalty.decided", "2025-03"); l.figure("penalty.decided", 5, "2025-03", { section: "other" }); }],
  ["L-T4-PENDING",  "必改",   (l) => { l.figure("review.received", 3, "2025-03"); l.figure("review.upheld", 1, "2025-05"); }, "还有 2 件", (l) => { l.figure("review.received", 3, "2025-03"); l.figure("review.upheld", 1, "2025-05"); l.figure("review.pending", 2, "2025-12-31"); }],
  ["L-NUMBER",      "需说明", (l) => void l.tell({ kind: "text-stored", year: 2025, key: "一（四）", text: "接待来访30人次。" }), "30", (l) => void l.tell({ kind: "text-stored", year: 2025, key: "一（四）", text: "2025年3月完成整合，第1批。" })],
  ["L-NUMBER",      "提示",   (l) => void l.tell({ kind: "text-stored", year: 2025, key: "一（四）", text: "整合【三个】平台。" }), "三个", (l) => void l.tell({ kind: "text-stored", year: 2025, key: "一（四）", text: "网站访问【网站总访问量】次。" })],
  ["B-T3-4",        "必改",   (l) => { cell(l, "t3.open.nat", 2, "2025-03"); cell(l, "t3.new.nat", 2, "2025-04"); }, "到 3 月底", (l) => { cell(l, "t3.new.nat", 2, "2025-03"); cell(l, "t3.open.nat", 2, "2025-04"); }],
  ["B-T3-5",        "必改",   (l) => { application(l); answered(l, "2025-02-10", "denied"); },            "没有办结的是 0 件", (l) => void application(l)],
  ["B-F3",          "需说明", (l) => { application(l); step(l, "fee-noticed", "2025-02-10"); answered(l, "2025-02-20"); }, "没有缴费记录", (l) => { application(l); step(l, "fee-noticed", "2025-02-10"); step(l, "fee-paid", "2025-02-12"); answered(l, "2025-02-20"); }],
  ["D2",            "需说明", (l) => void l.tell({ kind: "month-closed", month: "2025-01" }),             "2月、3月",         () => undefined],
  ["D9",            "需说明", (l) => { application(l); answered(l, "2025-06-10"); },                      "超期",             (l) => { application(l); answered(l, "2025-02-20"); }],
  ["D9",            "需说明", (l) => { application(l); step(l, "correction-asked", "2025-03-20"); },      "A-2025-0001",      (l) => { application(l); step(l, "correction-asked", "2025-02-05"); }],
  ["B-T4-DIRECT",   "需说明", (l) => { application(l); lawsuit(l, "direct"); },                            "应当先申请行政复议", (l) => { application(l); lawsuit(l, "after"); }],
  ["B-T4-DIRECT",   "需说明", (l) => { l.tell({ kind: "cell-counted", cell: "t4.direct.upheld", quantity: 2, period: "2025" }); }, "直接起诉 2 件", (l) => { lawsuit(l, "direct", null); }],
  ["D1",            "需说明", () => undefined,                                                            "2026-01-31",       () => undefined, "2026-02-05"],
])("%s finds as %s: %#", (rule, verdict, trips, says, passes, today) => {
  expect(findings(rule, trips, today)).toContainEqual(expect.objectContaining({ verdict, says: expect.stringContaining(says) }));
  expect(findings(rule, passes, today && "2026-01-20")).toEqual([]);
});

test("a whole-government report says that the bodies below it were not compared; a department's does not", () => {
  const says = (of: Office) => compiled(() => undefined, undefined, of).findings.filter(({ rule }) => rule === "B-H1");
  expect(says(government)).toMatchObject([{ verdict: "未执行" }]);
  expect(says(office)).toEqual([]);
});

describe("a counter of visits that runs for years", () => {
  const running = Office.parse({ ...office, siteVisits: "cumulative" });
  const visits = (tell: Tell) => {
    const report = compiled(tell, undefined, running);
    const found = report.findings.filter(({ rule }) => rule === "L-COUNTER");
    return { figure: report.figures.at("s1.site_visits"), says: found.map(({ says }) => says).join() };
  };
  const read =
    (quantity: number, period: string): Tell =>
    (l) =>
      void l.figure("gauge.site_visits", quantity, period);
  const both =
    (...tells: Tell[]): Tell =>
    (l) => {
      for (const tell of tells) tell(l);
    };

  // biome-ignore format: the columns are the test
  test.each<[Tell, number | null, string, string]>([
    [both(read(1_000, "2024-12"), read(1_300, "2025-11"), read(1_498, "2025-12")), 498,  "",                          "December less December"],
    [both(read(900, "2024-06"), read(1_498, "2025-12")),                           598,  "",                          "less the last reading there was"],
    [both(read(1_000, "2024-12"), read(1_400, "2025-12"), read(1_498, "2025-12-31")), 498, "",                        "of two readings to one day the later said"],
    [read(1_498, "2025-12"),                                                       null, "没有 2024 年的读数",         "a counter without a start counts nothing"],
    [both(read(1_000, "2024-12"), read(40, "2025-12")),                            -960, "从上年的 1000 变成了 40",    "a counter that was set back"],
    [() => undefined,                                                              null, "",                          "nobody has read it"],
  ])("%o counts %s: %s", (tell, value, says, why) => {
    const found = visits(tell);
    expect(found.figure.value, why).toBe(value);
    expect(found.figure.contributions.reduce((sum, { amount }) => sum + amount, 0)).toBe(value ?? 0);
    if (says === "") expect(found.says).toBe("");
    else expect(found.says).toContain(says);
  });

  test("only its last month is owed; the other way every month is", () => {
    const owing = (of: Office) => {
      const sections = [{ key: "law", label: "法规科", reports: ["gauge.site_visits"], aliases: [] }];
      const { figures } = compiled(read(1_300, "2025-11"), undefined, { ...of, sections });
      return figures.at("s1.site_visits").gaps.length;
    };
    expect([owing(running), owing(office)]).toEqual([1, 11]);
  });
});

test("table 三 of the document repeats its three header rows", () => {
  expect(compiled(() => undefined).findings.filter(({ rule }) => rule === "D31")).toEqual([]);
});

test("a digit in the office's own template is 必改: only figures bring numbers", () => {
  const report = compileReport({
    records: new TestLedger(),
    office,
    year: 2025,
    templates: { "一（五）": "组织培训3次。" },
  });
  expect(report.findings).toContainEqual(
    expect.objectContaining({ rule: "L-NUMBER", verdict: "必改", says: expect.stringContaining("3") }),
  );
});

test("a stray case and the balance it breaks are one cause and what it clears", () => {
  const report = compiled((ledger) => {
    application(ledger);
    answered(ledger, "2025-02-10", "denied");
  });
  const { says, final, roots } = summarise(report.findings);
  expect([final, says]).toEqual([false, expect.stringMatching(/^还不能出：必改 \d+ 条/)]);
  const cause = roots.find(({ finding }) => finding.rule === "L-UNPLACED");
  expect(cause?.clears.map(({ rule }) => rule)).toEqual(["B-T3-5"]);
});

describe("one figure changed in a compiled report", () => {
  const ledger = new TestLedger();
  for (const [id, quantity] of Object.entries(exampleCells("2025")))
    if (/^t3\.(?!.*\.tot$|total|closing)|^t4\.(?!.*total$)/.test(id))
      ledger.tell({ kind: "cell-counted", cell: id as FigureId & `t${3 | 4}.${string}`, quantity, period: "2025" });
  ledger.figure("gauge.weibo_followers", 9934, "2025-12-31");
  const report = compileReport({ records: ledger, office, year: 2025 });
  const json = () => JSON.parse(JSON.stringify(compiledJson(report)));
  const changed = (id: FigureId) => {
    const copy = json();
    copy.figures[id].value = (copy.figures[id].value ?? 0) + 1;
    return copy;
  };

  test("an unchanged report is what the ledger says", () => {
    expect(compareWithLedger(json(), report)).toEqual([]);
  });

  test.each(FIGURE_IDS.map((id) => [id]))("%s is named against the ledger", (id) => {
    expect(compareWithLedger(changed(id), report).map(({ cells }) => cells)).toEqual([[id]]);
  });

  const sentences = Object.entries(report.written.paragraphs).flatMap(([key, paragraphs]) =>
    paragraphs.flatMap((runs, paragraph) =>
      runs.flatMap((run, place) => (isFigureRun(run) ? [{ key, paragraph, place, figure: run.figure }] : [])),
    ),
  );

  test("the sentences print figures", () => expect(sentences.length).toBeGreaterThan(8));

  test.each(sentences)("$figure changed in the sentences of $key is named", ({ key, paragraph, place, figure }) => {
    const copy = json();
    const paragraphs = report.written.paragraphs[key as "五"]; // keys of the record it came from
    copy.prose[key] = paragraphs
      .map((runs, at) =>
        runs.map(({ text }, index) => (at === paragraph && index === place ? Number(text) + 1 : text)).join(""),
      )
      .join("\n");
    expect(compareWithLedger(copy, report).map(({ verdict, cells }) => [verdict, cells])).toEqual([["必改", [figure]]]);
  });

  test("a sentence written anew is named with the figures it was to print", () => {
    const copy = json();
    copy.prose["一（二）"] = "全年收到申请若干件。";
    expect(compareWithLedger(copy, report)).toMatchObject([
      {
        verdict: "必改",
        cells: expect.arrayContaining(["t3.new.tot"]),
        says: expect.stringContaining("一（二）"),
      },
    ]);
  });

  const bound = FIGURE_IDS.filter((id) => /^t[34]\./.test(id));
  test.each(bound.map((id) => [id]))("%s breaks an identity that marks it, without the ledger", (id) => {
    const broken = checkReport(changed(id)).filter(({ verdict }) => verdict === "必改");
    expect(broken.some(({ cells }) => cells.includes(id))).toBe(true);
  });
});
