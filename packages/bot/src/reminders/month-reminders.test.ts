import { catalogueOf, type LocalDate, type Member, type Month, STATE_CALENDAR } from "@gongkai/schema";
import { describe, expect, test } from "vitest";
import { reminderWords } from "../wording/digest-words.ts";
import { comingDay, milestoneReminders } from "./milestone-reminders.ts";
import { monthCollected, monthReminders, type OpenGap } from "./month-reminders.ts";

// biome-ignore format: the columns are the test
test.each<[LocalDate, Month, number, string]>([
  ["2026-03-31", "2026-03", 0,   "its last working day"],
  ["2026-05-29", "2026-05", 0,   "a Friday, because the 31st is a Sunday"],
  ["2026-05-30", "2026-05", 0,   "the weekend behind it"],
  ["2026-02-28", "2026-02", 0,   "a make-up Saturday is the last working day"],
  ["2026-04-01", "2026-03", -1,  "the first working day after it"],
  ["2026-04-03", "2026-03", -3,  "the third"],
  ["2026-04-08", "2026-03", -5,  "the fifth, over Qingming"],
  ["2026-04-29", "2026-03", -20, "until the next month's turn comes"],
  ["2026-10-08", "2026-09", -1,  "after the National Day holidays"],
])("%s collects %s, day %i: %s", (today, month, left, _why) => {
  expect(monthCollected(today, STATE_CALENDAR)).toEqual({ month, left });
});

const person = (id: string, section: string, ...roles: Member["roles"]): Member => ({
  ...{ id, name: id, section, roles, active: true },
});
const MEMBERS = [
  person("wang", "permit", "staff"),
  person("zhou", "permit", "staff"),
  person("sun", "permit", "head"),
  person("chen", "law", "staff"),
  person("guo", "office", "clerk"),
  person("li", "office", "leader"),
];
const gap = (section: string, indicator: OpenGap["indicator"], ...reporters: string[]): OpenGap => ({
  ...{ section, indicator, month: "2026-03", reporters },
});
const GAPS = [
  gap("permit", "permit.decided", "wang"),
  gap("permit", "service.online", "zhou", "wang"),
  gap("permit", "gauge.site_visits"),
  gap("law", "penalty.decided", "chen"),
];
const LABELS: Readonly<Record<string, string>> = { permit: "行政审批科", law: "法规科" };
const telling = (today: LocalDate) => ({
  ...{ catalogue: catalogueOf({ indicators: [], synonyms: {} }), today, nameOf: () => null },
  sectionLabel: (key: string) => LABELS[key] ?? key,
});
const told = (today: LocalDate, gaps: readonly OpenGap[], members = MEMBERS) =>
  monthReminders({ today, calendar: STATE_CALENDAR, members }, gaps).map(
    (reminder) => `${reminder.to}: ${reminderWords(reminder, telling(today))}`,
  );

describe("a month's figures", () => {
  test("on its last working day each head hears what the section owes; a section without one is the disclosure office's", () => {
    expect(told("2026-03-31", GAPS)).toEqual([
      "sun: 3月还有3项没报：行政许可、网上办事、网站访问量。直接发数就行。没有发生的，回复“3月无”。网站访问量要报读数。",
      "guo: 法规科3月还有1项没报：行政处罚。没有发生的也说一声，例如“代法规科报：3月行政处罚0件”。",
    ]);
  });

  test("after it whoever owes hears of their own; what nobody but the head reported is the head's, who has just heard", () => {
    const gaps = [...GAPS, gap("permit", "publicity.interview", "sun", "wang")];
    const first = told("2026-04-01", gaps).filter((line) => !/^(sun|guo)/.test(line));
    expect(first).toEqual([
      "wang: 3月还有1项没报：行政许可。直接发数就行。没有发生的也说一声，例如“3月行政许可0件”。",
      "zhou: 3月还有1项没报：网上办事。直接发数就行。没有发生的也说一声，例如“3月网上办事0件”。",
      "chen: 3月还有1项没报：行政处罚。直接发数就行。没有发生的也说一声，例如“3月行政处罚0件”。",
    ]);
    const { key } = monthReminders({ today: "2026-04-01", calendar: STATE_CALENDAR, members: MEMBERS }, gaps).find(
      ({ to }) => to === "sun",
    ) ?? { key: "" };
    expect(key).toBe("month/2026-03/permit/0/sun"); // the step of the day before: told then, or made up for now
  });

  test("then the head again, then the disclosure office by section", () => {
    expect(told("2026-04-03", GAPS.slice(0, 1)).filter((line) => line.startsWith("sun"))).toHaveLength(1);
    expect(told("2026-04-08", GAPS).filter((line) => line.startsWith("guo"))).toEqual([
      "guo: 3月还没报齐：行政审批科缺行政许可、网上办事、网站访问量；法规科缺行政处罚。",
    ]);
  });

  test("nothing open, nobody bothered; before the last working day neither", () => {
    expect(told("2026-03-31", [])).toEqual([]);
    expect(told("2026-03-30", GAPS)).toEqual([]);
  });

  test("who has left hears nothing", () => {
    expect(
      told(
        "2026-04-08",
        GAPS,
        MEMBERS.map((member) => ({ ...member, active: false })),
      ),
    ).toEqual([]);
  });
});

describe("the report's days", () => {
  // biome-ignore format: the columns are the test
  test.each([
    ["01-26", "2026-01-05", "2026-01-26", "this January's while it lasts"],
    ["01-26", "2026-01-26", "2026-01-26", "the day itself"],
    ["01-26", "2026-01-27", "2027-01-26", "then the next year's"],
    ["02-15", "2026-01-05", "2026-01-31", "never after 31 January"],
  ])("%s seen on %s is %s: %s", (monthDay, today, on, _why) => {
    expect(comingDay(monthDay, today)).toBe(on);
  });

  test("31 January 2026 is a Saturday: Friday is the last working day, and said to be", () => {
    const members = MEMBERS;
    const reminders = milestoneReminders(
      { today: "2026-01-30", calendar: STATE_CALENDAR, members },
      { submitBy: "01-26", publishBy: "01-31" },
    );
    expect(reminders.map((each) => `${each.to}: ${reminderWords(each, telling("2026-01-30"))}`)).toEqual([
      "guo: 2025年年报1月31日前要公布，今天是最后一个工作日。可以问“年报现在能出吗”。",
      "li: 2025年年报1月31日前要公布，今天是最后一个工作日。可以问“年报现在能出吗”。",
    ]);
  });
});
