import {
  type CaseFact,
  caseOf,
  catalogueOf,
  HOLIDAY_YEARS,
  holidayCalendarOf,
  type LocalDate,
  type Member,
  STATE_CALENDAR,
} from "@gongkai/schema";
import { describe, expect, test } from "vitest";
import { reminderWords } from "../wording/digest-words.ts";
import { caseReminders, type HandledCase, movedReminders } from "./case-reminders.ts";
import type { Reminder } from "./reminder.ts";

const NAMES: Readonly<Record<string, string>> = { wang: "王芳" };
const person = (id: string, section: string, ...roles: Member["roles"]): Member => ({
  ...{ id, name: NAMES[id] ?? id, section, roles, active: true },
});
const MEMBERS = [
  person("wang", "permit", "staff"),
  person("sun", "permit", "head"),
  person("guo", "office", "clerk"),
  person("li", "office", "leader"),
];
const id = "A-2026-0001";
const opened: CaseFact = {
  ...{ kind: "application-opened", case: id, applicant: "nat", via: "online", receivedOn: "2026-03-03" },
};
const step = { kind: "application-step", case: id, days: null } as const;
const handled = (facts: readonly CaseFact[], calendar = STATE_CALENDAR): HandledCase => {
  const state = caseOf(facts, calendar);
  if (!state) throw new Error("the facts open no case");
  return { state, section: "permit", handlers: ["wang"] };
};
const office = (today: LocalDate, calendar = STATE_CALENDAR) => ({ today, calendar, members: MEMBERS });
const said = (reminder: Reminder | undefined, today: LocalDate): string | undefined =>
  reminder &&
  reminderWords(reminder, {
    catalogue: catalogueOf({ indicators: [], synonyms: {} }),
    today,
    nameOf: () => null,
    sectionLabel: (key) => key,
  });
const toldTo = (to: string, today: LocalDate, each: HandledCase, matter: string) =>
  said(
    caseReminders(office(today), [each]).find(
      (reminder) => reminder.to === to && reminder.about === "deadline" && reminder.deadline.matter === matter,
    ),
    today,
  );

const letter = { ...step, step: "consultation-sent", on: "2026-03-10" } as const;
const arrived = { ...step, step: "consultation-received", on: "2026-03-11" } as const;
const back = { ...step, step: "consultation-returned", on: "2026-03-16" } as const;
const extended = { ...step, step: "extended", on: "2026-03-12", days: 10, approvedOn: "2026-03-11" } as const;
const fee = { ...step, step: "fee-noticed", on: "2026-03-10", mode: "per-page", amount: 27_000, count: 57 } as const;
const asked = { ...step, step: "correction-asked", on: "2026-03-06", until: "2026-03-20" } as const;

// biome-ignore format: the columns are the test
test.each<[string, string, LocalDate, string, readonly CaseFact[], string]>([
  ["the handler, ten days before", "wang", "2026-03-17", "answer", [],
    "申请2026年第1件3月31日到期，还有10个工作日。3月3日收到，次日起20个工作日（条例第三十三条第二款）。"],
  ["the head, five days before", "sun", "2026-03-24", "answer", [],
    "申请2026年第1件（王芳经办）3月31日到期，还有5个工作日。3月3日收到，次日起20个工作日（条例第三十三条第二款）。"],
  ["the clerk, on the day", "guo", "2026-03-31", "answer", [],
    "申请2026年第1件（王芳经办）今天到期。3月3日收到，次日起20个工作日（条例第三十三条第二款）。"],
  ["the leader, once it is late", "li", "2026-04-01", "answer", [],
    "申请2026年第1件（王芳经办）3月31日到期，已超期1个工作日，还没有答复。3月3日收到，次日起20个工作日（条例第三十三条第二款）。"],
  ["extended and with a letter come back", "wang", "2026-04-08", "answer", [letter, arrived, back, extended],
    "申请2026年第1件4月21日到期，还有9个工作日。3月3日收到，次日起20个工作日（条例第三十三条第二款），另延长10个工作日，扣除征求第三方意见的4个工作日。"],
  ["the letter still out: 暂定", "wang", "2026-04-14", "answer", [letter, arrived],
    "申请2026年第1件4月23日到期，还有7个工作日。3月3日收到，次日起20个工作日（条例第三十三条第二款），扣除征求第三方意见的16个工作日。这是暂定的日子：征求的意见还没有回来。"],
  ["the third party's fifteen days end today", "wang", "2026-04-01", "opinion", [letter, arrived],
    "申请2026年第1件征求第三方意见，今天到期，还没有记下回复。3月11日送到，次日起15个工作日（条例第三十二条）。"],
  ["and are over", "guo", "2026-04-02", "opinion", [letter, arrived],
    "申请2026年第1件（王芳经办）征求第三方意见，4月1日期满，还没有记下回复。逾期没有提出意见的，由本机关决定是否公开，请记一下结果。3月11日送到，次日起15个工作日（条例第三十二条）。"],
  ["a co-producing body that keeps silent agrees", "wang", "2026-04-01", "opinion", [{ ...letter, with: "co-producer" }],
    "申请2026年第1件征求其他机关意见，3月31日期满，还没有记下回复。逾期没有提出意见的，视为同意公开，请记一下结果。3月10日发出，次日起15个工作日（条例第三十四条）。这是暂定的日子：对方哪天收到还没有记，先按发出的日子算。"],
  ["three days left to ask for a correction", "wang", "2026-03-09", "correction-notice", [],
    "申请2026年第1件要补正的话，最晚3月12日一次性告知，还有3个工作日；内容清楚的不用管。3月3日收到，次日起7个工作日（条例第三十条）。"],
  ["the last day to ask", "wang", "2026-03-12", "correction-notice", [],
    "申请2026年第1件要补正的话，今天是一次性告知的最后一天；内容清楚的不用管。3月3日收到，次日起7个工作日（条例第三十条）。"],
  ["not corrected in time", "wang", "2026-03-23", "correction-period", [asked],
    "申请2026年第1件的补正期限3月20日已过，还没有记下补正。申请人无正当理由不补正的，可以按逾期不补正结案。3月6日告知补正，期限由告知书写明（条例第三十条）。"],
  ["not paid in time", "guo", "2026-04-10", "payment", [{ ...fee, reachedOn: "2026-03-11" }],
    "申请2026年第1件（王芳经办）的缴费期限4月9日已过，还没有记下缴费。可以按逾期未缴费结案。3月11日送到，次日起20个工作日（国办函〔2020〕109号《政府信息公开信息处理费管理办法》）。"],
])("%s", (_why, to, today, matter, facts, words) => {
  expect(toldTo(to, today, handled([opened, ...facts]), matter)).toBe(words);
});

test("the calendar ends before the day: 暂定, and why", () => {
  const late: CaseFact = { ...opened, case: "A-2026-0009", receivedOn: "2026-12-10" };
  expect(toldTo("wang", "2026-12-24", handled([late]), "answer")).toBe(
    "申请2026年第9件2027年1月7日到期，还有10个工作日。12月10日收到，次日起20个工作日（条例第三十三条第二款）。这是暂定的日子：2027年的放假安排还没有公布。",
  );
});

test("a reconsideration that should be decided by now is asked about", () => {
  const review: CaseFact = { kind: "review-opened", case: "R-2026-0001", against: id, receivedOn: "2026-03-03" };
  expect(toldTo("guo", "2026-05-06", handled([review]), "decision")).toBe(
    "行政复议2026年第1件（王芳经办）到5月2日已满一般的办理期限，还没有记下结果。复议决定到了请记一下。3月3日收到，次日起60日（行政复议法第六十二条）。",
  );
  const lawsuit: CaseFact = {
    ...{ kind: "litigation-opened", case: "L-2026-0001", against: id, receivedOn: "2026-03-31" },
    ...{ route: "after", original: true },
  };
  expect(toldTo("wang", "2026-10-08", handled([lawsuit]), "decision")).toBe(
    "行政诉讼2026年第1件到9月30日已满一般的办理期限，还没有记下结果。判决或者裁定到了请记一下。3月31日收到，次日起6个月（行政诉讼法第八十一条）。",
  );
});

describe("nothing is said", () => {
  const answered: CaseFact = { kind: "application-answered", case: id, outcome: "open", on: "2026-03-10" };
  // biome-ignore format: the columns are the test
  test.each<[string, LocalDate, readonly CaseFact[]]>([
    ["while nothing is near",                            "2026-03-05", []],
    ["once it is answered",                              "2026-04-01", [answered]],
    ["of the answer while the applicant has to correct", "2026-03-19", [asked]],
    ["of a correction once its day is over",             "2026-03-13", []],
    ["of a correction once the case is being handled",   "2026-03-12", [letter]],
  ])("%s", (_why, today, facts) => {
    expect(caseReminders(office(today), [handled([opened, ...facts])])).toEqual([]);
  });
});

describe("a new calendar", () => {
  const moved = holidayCalendarOf(HOLIDAY_YEARS, {
    ...{ version: "市政府办通知〔2026〕9号", years: [] },
    ...{ off: { "2026-03-30": "全市停休" }, work: { "2026-03-29": "全市停休" } },
  });
  const longer = holidayCalendarOf(HOLIDAY_YEARS, {
    ...{ version: "市政府办通知〔2026〕10号", years: [], off: { "2026-03-30": "全市停休" }, work: {} },
  });

  test("tells the handler, and nobody else, which day moved to which, and why", () => {
    const reminders = movedReminders(office("2026-03-19", longer), STATE_CALENDAR, [handled([opened], longer)]);
    expect(reminders.map(({ to }) => to)).toEqual(["wang"]);
    expect(said(reminders[0], "2026-03-19")).toBe(
      "放假安排有变（市政府办通知〔2026〕10号），申请2026年第1件的答复期限由3月31日改为4月1日，还有8个工作日。3月3日收到，次日起20个工作日（条例第三十三条第二款）。",
    );
  });

  test("tells nothing of a case whose day it did not move", () => {
    expect(movedReminders(office("2026-03-19", moved), STATE_CALENDAR, [handled([opened], moved)])).toEqual([]);
    expect(movedReminders(office("2026-03-19"), STATE_CALENDAR, [handled([opened])])).toEqual([]);
  });

  test("a day moved by a step of the case is not the calendar's doing", () => {
    const each = handled([opened, extended], moved);
    expect(movedReminders(office("2026-03-19", moved), STATE_CALENDAR, [each])).toEqual([]);
  });
});
