import {
  type ApplicationCase,
  applicationOf,
  catalogueOf,
  type LocalDate,
  type Member,
  STATE_CALENDAR,
} from "@gongkai/schema";
import { describe, expect, test } from "vitest";
import { digestWords } from "../wording/digest-words.ts";
import { digestsOf } from "./digest.ts";
import { dueSoon, monthCollected, type Situation } from "./due-soon.ts";
import { firstAllowed, lastWorkingDay } from "./quiet-hours.ts";

const at = (shanghai: string): number => Date.parse(`${shanghai.replace(" ", "T")}:00+08:00`);
const QUIET = { from: 18, to: 9 } as const;

describe("quiet hours", () => {
  // biome-ignore format: the columns are the test
  test.each([
    ["2026-03-04 10:00", "2026-03-04 10:00", "a working hour"],
    ["2026-03-04 07:30", "2026-03-04 09:00", "before work"],
    ["2026-03-04 18:00", "2026-03-05 09:00", "the quiet begins on the hour"],
    ["2026-03-06 20:00", "2026-03-09 09:00", "Friday evening waits for Monday"],
    ["2026-02-14 10:00", "2026-02-14 10:00", "a Saturday made up for the festival is worked"],
    ["2026-02-16 10:00", "2026-02-24 09:00", "the Spring Festival is waited out"],
    ["2026-02-28 19:00", "2026-03-02 09:00", "a worked Saturday evening waits for Monday"],
  ])("%s → %s: %s", (moment, allowed, _why) => {
    expect(firstAllowed(at(moment), QUIET, STATE_CALENDAR)).toBe(at(allowed));
  });

  test("the last working day of a month ending in a weekend lies before it", () => {
    expect(lastWorkingDay("2026-05-31", STATE_CALENDAR)).toBe("2026-05-29");
  });
});

// biome-ignore format: the columns are the test
test.each([
  ["2026-03-31", "2026-03",   "the last working day: this month"],
  ["2026-05-29", "2026-05",   "a Friday, because the 31st is a Sunday"],
  ["2026-04-01", "2026-03",   "the first working day after it"],
  ["2026-04-02", undefined,   "the second: nobody is pestered"],
  ["2026-04-03", "2026-03",   "the third"],
  ["2026-04-08", "2026-03",   "the fifth, over Qingming"],
  ["2026-04-09", undefined,   "after that it is the clerk's talk, not a reminder's"],
  ["2026-03-18", undefined,   "the middle of a month"],
])("%s collects %s: %s", (today, month, _why) => {
  expect(monthCollected(today, STATE_CALENDAR)).toBe(month);
});

const person = (id: string, section: string, ...roles: Member["roles"]): Member => ({
  id,
  name: id,
  section,
  roles,
  active: true,
});
const MEMBERS = [
  person("sun", "permit", "head"),
  person("lin", "law", "head"),
  person("guo", "office", "clerk"),
  person("wang", "permit", "staff"),
];

function application(receivedOn: LocalDate): ApplicationCase {
  const opened = applicationOf([
    { kind: "application-opened", case: "A-2026-0001", applicant: "nat", via: "online", receivedOn },
  ]);
  if (!opened) throw new Error("an opened application is an application");
  return opened;
}
const quietSituation = (today: LocalDate): Situation => ({
  today,
  calendar: STATE_CALENDAR,
  members: MEMBERS,
  gaps: [],
  openCases: [],
  milestones: { submitBy: "2027-01-26", publishBy: "2027-01-31" },
});
const OWED = { section: "permit", indicator: "permit.decided", month: "2026-03" } as const;

describe("who hears what", () => {
  test("nothing due, nobody bothered", () => {
    expect(dueSoon(quietSituation("2026-03-18"))).toEqual([]);
  });

  test("on the last working day the heads hear what their section owes; the clerk is left alone", () => {
    const reminders = dueSoon({ ...quietSituation("2026-03-31"), gaps: [OWED] });
    expect(reminders.map(({ to, about }) => [to, about])).toEqual([["sun", "month-owed"]]);
  });

  test("after it the clerk hears which sections are late", () => {
    const reminders = dueSoon({ ...quietSituation("2026-04-01"), gaps: [OWED] });
    expect(reminders.map(({ to, about }) => [to, about])).toEqual([
      ["sun", "month-owed"],
      ["guo", "sections-owe"],
    ]);
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["2026-03-23", undefined, "six working days before"],
    ["2026-03-24", 5,         "five"],
    ["2026-03-25", undefined, "four: not every day"],
    ["2026-03-27", 2,         "two"],
    ["2026-03-31", 0,         "the day itself"],
    ["2026-04-01", -1,        "late: every day"],
    ["2026-04-02", -2,        "late: every day"],
  ])("an application of 2026-03-03, due 2026-03-31, is told on %s: %s (%s)", (today, left, _why) => {
    const reminders = dueSoon({ ...quietSituation(today), openCases: [application("2026-03-03")] });
    expect(reminders.map((each) => (each.about === "case-due" ? each.workingDaysLeft : null))).toEqual(left === undefined ? [] : [left]);
  });

  test("31 January 2026 is a Saturday: the last warning comes on Friday", () => {
    const milestones = { submitBy: "2026-01-31", publishBy: "2026-01-31" };
    expect(dueSoon({ ...quietSituation("2026-01-30"), milestones }).map(({ about }) => about)).toEqual([
      "report-milestone",
      "report-milestone",
    ]);
  });

  test("who has left hears nothing", () => {
    const members = MEMBERS.map((member) => ({ ...member, active: false }));
    expect(dueSoon({ ...quietSituation("2026-04-01"), members, gaps: [OWED] })).toEqual([]);
  });
});

describe("the digest", () => {
  const both = { ...quietSituation("2026-04-01"), gaps: [OWED], openCases: [application("2026-03-03")] };

  test("one message a person a day, the most urgent first, each thing once", () => {
    const reminders = dueSoon(both);
    const digests = digestsOf([...reminders, ...reminders], "2026-04-01");
    expect(digests.map(({ key, reminders: told }) => [key, told.map(({ about }) => about)])).toEqual([
      ["digest/2026-04-01/sun", ["month-owed"]],
      ["digest/2026-04-01/guo", ["case-due", "sections-owe"]],
    ]);
  });

  test("it reads as a person would say it", () => {
    const telling = {
      catalogue: catalogueOf({ indicators: [], synonyms: {} }),
      today: "2026-04-01",
      nameOf: () => null,
      sectionLabel: () => "行政审批科",
    };
    expect(digestsOf(dueSoon(both), "2026-04-01").map((digest) => digestWords(digest, telling))).toEqual([
      "3月还有1项没报：行政许可。没有发生的，回复“3月无”就行。",
      "今天有几件事：\n1. 申请2026年第1件3月31日到期，已超期1个工作日。\n2. 3月没报齐的科室：行政审批科。",
    ]);
  });
});
