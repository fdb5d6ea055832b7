import { expect, test } from "vitest";
import { Fact } from "../ledger/fact.ts";
import { type ApplicationFact, applicationOf, nextStep } from "./application-case.ts";
import type { ApplicationAnswered, ApplicationStep } from "./case-fact.ts";

const id = "A-2025-0003";
const opened: ApplicationFact = {
  kind: "application-opened",
  case: id,
  applicant: "nat",
  via: "online",
  receivedOn: "2025-06-03",
  receipt: "online",
};
const base = { kind: "application-step", case: id, days: null } as const;
const answered = (on: string, outcome: ApplicationAnswered["outcome"], more?: Partial<ApplicationAnswered>) =>
  ({ kind: "application-answered", case: id, on, outcome, ...more }) satisfies ApplicationFact;
const corrected = [
  { ...base, step: "correction-asked", on: "2025-06-09", until: "2025-06-30" },
  { ...base, step: "correction-received", on: "2025-06-20" },
] as const;
const letter = { ...base, step: "consultation-sent", on: "2025-06-10" } as const;
const fee = { ...base, step: "fee-noticed", on: "2025-06-10", mode: "per-page", amount: 27_000, count: 57 } as const;
const extended = { ...base, step: "extended", on: "2025-06-27", days: 20, approvedOn: "2025-06-26" } as const;

// biome-ignore format: the columns are the test
test.each<[string, readonly ApplicationFact[], object]>([
  ["just received: our turn, twenty days", [],
    { state: "open", base: "2025-06-03", due: "2025-07-01", waiting: { whom: "us", what: "answer", until: "2025-07-01" }, outcome: null }],
  ["correction asked: the applicant's turn, no clock runs", [corrected[0]],
    { state: "open", due: null, clock: null, waiting: { whom: "applicant", what: "correction", until: "2025-06-30" } }],
  ["corrected: twenty days anew", corrected,
    { base: "2025-06-20", due: "2025-07-18", waiting: { whom: "us", what: "answer", until: "2025-07-18" } }],
  ["letter out, receipt unknown: waits for the third party, provisional", [letter],
    { due: "2025-07-22", clock: expect.objectContaining({ provisional: true }), waiting: { whom: "third-party", what: "opinion", until: "2025-07-01" } }],
  ["letter to a co-producing body, received", [{ ...letter, with: "co-producer" }, { ...base, step: "consultation-received", on: "2025-06-11" }],
    { due: "2025-07-23", waiting: { whom: "co-producer", what: "opinion", until: "2025-07-02" } }],
  ["letter answered", [letter, { ...base, step: "consultation-returned", on: "2025-06-20", opinion: "objects" }],
    { due: "2025-07-11", waiting: { whom: "us", what: "answer", until: "2025-07-11" } }],
  ["the third party stays silent", [letter, { ...base, step: "consultation-received", on: "2025-06-11" }, { ...base, step: "consultation-returned", on: "2025-07-02", opinion: "silent" }],
    { due: "2025-07-23", notes: [expect.objectContaining({ article: "条例第三十二条" })] }],
  ["extended by twenty", [extended], { due: "2025-07-29" }],
  ["fee asked: the applicant's turn for twenty working days", [fee],
    { due: null, waiting: { whom: "applicant", what: "payment", until: "2025-07-08" } }],
  ["fee paid: twenty days anew", [fee, { ...base, step: "fee-paid", on: "2025-06-25" }], { base: "2025-06-25", due: "2025-07-23" }],
  ["fee paid in part: still the applicant's turn", [fee, { ...base, step: "fee-paid", on: "2025-06-25", amount: 20_000 }],
    { due: null, waiting: { whom: "applicant", what: "payment", until: "2025-07-08" } }],
  ["answered in time", [answered("2025-07-01", "open")],
    { state: "answered", waiting: null, late: false, outcome: { group: "granted", row: "open", on: "2025-07-01" } }],
  ["answered late", [answered("2025-07-02", "open")], { state: "answered", late: true }],
  ["written in time, signed late: the day of service decides", [answered("2025-06-30", "open"), { ...base, step: "served", on: "2025-07-03", how: "direct" }],
    { late: true, answeredOn: "2025-07-03" }],
  ["posted in time", [answered("2025-06-30", "open"), { ...base, step: "served", on: "2025-07-01", how: "post" }], { late: false }],
  ["only roughly: the exact row is asked", [answered("2025-06-20", "denied")],
    { state: "answered", outcome: { group: "denied", row: null }, notes: [expect.objectContaining({ says: expect.stringContaining("具体情形") })] }],
  ["withdrawn by the applicant", [answered("2025-06-20", "other_misc", { withdrawn: true })],
    { state: "withdrawn", outcome: { group: "other", row: "other_misc" }, late: false }],
  ["never corrected", [corrected[0], answered("2025-07-01", "other_nocorrect")], { state: "abandoned", late: false }],
  ["never paid", [fee, answered("2025-07-09", "other_nofee")], { state: "abandoned" }],
  ["reopened: open again, twenty days anew, no outcome", [answered("2025-06-20", "deny_process"), { ...base, step: "reopened", on: "2025-09-01", because: "R-2025-0001" }],
    { state: "open", outcome: null, base: "2025-09-01", due: "2025-09-28" }],
  ["reopened and answered otherwise", [answered("2025-06-20", "deny_process"), { ...base, step: "reopened", on: "2025-09-01" }, answered("2025-09-10", "partial", { withheld: ["deny_third"] })],
    { state: "answered", outcome: { group: "partial", row: "partial", on: "2025-09-10" } }],
])("%s", (_, facts, expected) => {
  const application = applicationOf([opened, ...facts]);
  expect(application).toMatchObject({ irregular: [], ...expected });
  for (const fact of [opened, ...facts]) expect(Fact.parse(JSON.parse(JSON.stringify(fact)))).toEqual(fact);
});

const closed = answered("2025-06-20", "open");
// biome-ignore format: the columns are the test
test.each<[string, readonly ApplicationFact[], ApplicationFact, string]>([
  // what stands                       the step refused                                                                     its article
  ["opened twice",                     [], opened,                                                                          "条例第三十一条"],
  ["a step before the receipt",        [], { ...letter, on: "2025-06-02" },                                                 "条例第三十一条"],
  ["a second correction",              corrected, { ...base, step: "correction-asked", on: "2025-06-24" },                  "条例第三十条"],
  ["corrected without being asked",    [], corrected[1],                                                                    "条例第三十条"],
  ["corrected twice",                  corrected, { ...corrected[1], on: "2025-06-23" },                                    "条例第三十条"],
  ["a period that ends before it begins", [], { ...corrected[0], until: "2025-06-08" },                                     "条例第三十条"],
  ["extension without approval",       [], { ...base, step: "extended", on: "2025-06-27", days: 20 },                       "条例第三十三条第二款"],
  ["extension without its length",     [], { ...extended, days: null },                                                     "条例第三十三条第二款"],
  ["told before it was approved",      [], { ...extended, approvedOn: "2025-06-28" },                                       "条例第三十三条第二款"],
  ["extension after the deadline",     [], { ...extended, on: "2025-07-02" },                                               "条例第三十三条第二款"],
  ["extension beyond twenty in all",   [{ ...extended, days: 15 }], { ...extended, on: "2025-06-30", days: 6 },             "条例第三十三条第二款"],
  ["extension while the clock waits",  [corrected[0]], extended,                                                            "条例第三十三条第二款"],
  ["a letter back that never left",    [], { ...base, step: "consultation-returned", on: "2025-06-20" },                    "条例第三十二条、第三十四条"],
  ["a letter back before it left",     [letter], { ...base, step: "consultation-returned", on: "2025-06-09" },              "条例第三十二条、第三十四条"],
  ["two letters out, which came back", [letter, { ...letter, with: "co-producer" }], { ...base, step: "consultation-returned", on: "2025-06-20" }, "条例第三十二条、第三十四条"],
  ["no such letter",                   [letter], { ...base, step: "consultation-returned", on: "2025-06-20", number: 2 },   "条例第三十二条、第三十四条"],
  ["the same letter twice",            [{ ...letter, number: 1 }], { ...letter, number: 1 },                                "条例第三十二条"],
  ["silence before 15 working days",   [letter, { ...base, step: "consultation-received", on: "2025-06-11" }], { ...base, step: "consultation-returned", on: "2025-07-01", opinion: "silent" }, "条例第三十二条"],
  ["silence of one whose receipt nobody knows", [letter], { ...base, step: "consultation-returned", on: "2025-07-20", opinion: "silent" }, "条例第三十二条"],
  ["a letter received twice",          [letter, { ...base, step: "consultation-received", on: "2025-06-11" }], { ...base, step: "consultation-received", on: "2025-06-12" }, "条例第三十二条"],
  ["a second fee notice",              [fee], { ...fee, mode: "per-item", on: "2025-06-11" },                               "条例第四十二条、国办函〔2020〕109号《政府信息公开信息处理费管理办法》"],
  ["a fee notice without an amount",   [], { ...base, step: "fee-noticed", on: "2025-06-10" },                              "条例第四十二条、国办函〔2020〕109号《政府信息公开信息处理费管理办法》"],
  ["a fee notice after the term",      [], { ...fee, on: "2025-07-02" },                                                    "条例第四十二条、国办函〔2020〕109号《政府信息公开信息处理费管理办法》"],
  ["payment of what was never asked",  [], { ...base, step: "fee-paid", on: "2025-06-10" },                                 "条例第四十二条、国办函〔2020〕109号《政府信息公开信息处理费管理办法》"],
  ["payment of more than was asked",   [fee], { ...base, step: "fee-paid", on: "2025-06-12", amount: 27_001 },              "条例第四十二条、国办函〔2020〕109号《政府信息公开信息处理费管理办法》"],
  ["paid twice",                       [fee, { ...base, step: "fee-paid", on: "2025-06-12" }], { ...base, step: "fee-paid", on: "2025-06-13" }, "条例第四十二条、国办函〔2020〕109号《政府信息公开信息处理费管理办法》"],
  ["answered before receipt",          [], answered("2025-06-02", "open"),                                                  "条例第三十三条第二款"],
  ["a second result",                  [closed], answered("2025-06-23", "deny_third"),                                      "条例第三十三条第二款"],
  ["区分处理 under another row",       [], answered("2025-06-20", "deny_third", { withheld: ["deny_third"] }),              "条例第三十七条"],
  ["withdrawal under another row",     [], answered("2025-06-20", "open", { withdrawn: true }),                             "国办公开办函〔2021〕30号 表三"],
  ["closed as uncorrected, never asked", [], answered("2025-06-20", "other_nocorrect"),                                     "条例第三十条"],
  ["closed as uncorrected, still in time", [corrected[0]], answered("2025-06-30", "other_nocorrect"),                       "条例第三十条"],
  ["closed as uncorrected, though corrected", corrected, answered("2025-07-01", "other_nocorrect"),                         "条例第三十条"],
  ["still unclear, never corrected",   [corrected[0]], answered("2025-07-01", "unable_unclear"),                            "条例第三十条"],
  ["closed as unpaid, never asked",    [], answered("2025-06-20", "other_nofee"),                                           "国办函〔2020〕109号《政府信息公开信息处理费管理办法》"],
  ["closed as unpaid, still in time",  [fee], answered("2025-07-08", "other_nofee"),                                        "国办函〔2020〕109号《政府信息公开信息处理费管理办法》"],
  ["served before it was written",     [], { ...base, step: "served", on: "2025-06-20", how: "post" },                      "国办公开办函〔2016〕235号"],
  ["served before the answer's day",   [closed], { ...base, step: "served", on: "2025-06-19" },                             "国办公开办函〔2016〕235号"],
  ["reopened while open",              [], { ...base, step: "reopened", on: "2025-06-20" },                                 "条例第三十三条第二款"],
  ["a step after the answer",          [closed], { ...letter, on: "2025-06-23" },                                           "条例第三十三条"],
  ["a step told after the service, its day after the answer's", [closed, { ...base, step: "served", on: "2025-06-23" }], { ...letter, on: "2025-06-21" }, "条例第三十三条"],
])("refused: %s", (_, standing, fact, article) => {
  const current = applicationOf([opened, ...standing]);
  expect(current?.irregular).toEqual([]);
  const next = nextStep(current, fact);
  expect(next).toMatchObject({ kind: "refused", says: expect.stringMatching(/。$/) });
  expect(next).toMatchObject({ article });
});

test("a step of an earlier day told late is weighed at its own day", () => {
  const current = applicationOf([opened, answered("2025-07-08", "open")]);
  expect(current?.late).toBe(true);
  const next = nextStep(current, { ...letter, step: "extended", on: "2025-06-27", days: 10, approvedOn: "2025-06-27" });
  expect(next).toMatchObject({ kind: "accepted", case: { late: false, due: "2025-07-15" } });
});

test("an early answer told late is refused when a standing step would then come after it", () => {
  const current = applicationOf([opened, letter]);
  expect(nextStep(current, answered("2025-06-09", "open"))).toMatchObject({
    kind: "refused",
    article: "条例第三十三条",
  });
});

test("an unlawful step that stands all the same moves no clock, an unlawful answer is still the answer", () => {
  const late = applicationOf([opened, { ...extended, on: "2025-07-02" }, answered("2025-07-03", "other_nofee")]);
  expect(late).toMatchObject({ due: "2025-07-01", outcome: { row: "other_nofee" } });
  expect(late?.irregular.map(({ fact }) => fact.kind)).toEqual(["application-step", "application-answered"]);
});

test("of two answers that stand without a reopening the first counts: one application, one row", () => {
  const twice = applicationOf([opened, answered("2025-06-20", "open"), answered("2025-06-23", "deny_third")]);
  expect(twice?.outcome?.row).toBe("open");
  expect(twice?.irregular).toHaveLength(1);
});

// biome-ignore format: the columns are the test
test.each<[string, readonly ApplicationFact[], ApplicationFact, string]>([
  ["a correction asked after seven working days", [], { ...corrected[0], on: "2025-06-13" },       "7个工作日"],
  ["a correction without a period",               [], { ...base, step: "correction-asked", on: "2025-06-09" }, "合理的补正期限"],
  ["a correction after its period",               [{ ...corrected[0], until: "2025-06-19" }], corrected[1], "正当理由"],
  ["a letter sent after the term",                [], { ...letter, on: "2025-07-02" },             "不再扣除"],
  ["a co-producing body silent",                  [{ ...letter, with: "co-producer" }, { ...base, step: "consultation-received", on: "2025-06-11" }], { ...base, step: "consultation-returned", on: "2025-07-02", opinion: "silent" }, "视为同意公开"],
  ["an answer two working days late",             [], answered("2025-07-03", "open"),              "超期2个工作日"],
  ["opened to all while the third party thinks",  [letter], answered("2025-06-20", "open"),        "第三方的意见还没有回来"],
  ["too many applications",                       [], answered("2025-06-20", "refuse_massive"),    "说明理由"],
  ["paid in part",                                [fee], { ...base, step: "fee-paid", on: "2025-06-25", amount: 20_000 }, "还差70元"],
  ["paid after the last day",                     [fee], { ...base, step: "fee-paid", on: "2025-07-09" }, "逾期缴费"],
  ["served after the deadline",                   [answered("2025-06-30", "open")], { ...base, step: "served", on: "2025-07-02" }, "超过答复期限"],
])("accepted with a word: %s", (_, standing, fact, word) => {
  const next = nextStep(applicationOf([opened, ...standing]), fact);
  expect(next).toMatchObject({ kind: "accepted", notes: [{ says: expect.stringContaining(word) }] });
});

test("nothing is an application before it is received", () => {
  expect(applicationOf([letter])).toBeUndefined();
  expect(nextStep(undefined, letter)).toMatchObject({ kind: "refused", article: "条例第三十一条" });
  expect(nextStep(undefined, opened)).toMatchObject({ kind: "accepted", case: { state: "open" } });
});

// biome-ignore format: the columns are the test
test.each<[string, object]>([
  ["an extension of 21 days",             { ...extended, days: 21 }],
  ["days on a step that has none",        { ...letter, days: 3 }],
  ["a name in a fact",                    { ...opened, name: "张三" }],
  ["a field of another step",             { ...letter, amount: 100 }],
  ["money that is no whole fen",          { ...fee, amount: 0.5 }],
  ["a day that does not exist",           { ...letter, on: "2025-02-30" }],
  ["a row that is not in the form",       answered("2025-06-20", "open", { outcome: "secret" as ApplicationAnswered["outcome"] })],
  ["a step nobody knows",                 { ...letter, step: "consultation-lost" as ApplicationStep["step"] }],
])("a fact is refused by its shape: %s", (_, fact) => {
  expect(Fact.safeParse(fact).success).toBe(false);
});
