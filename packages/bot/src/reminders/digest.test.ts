import { catalogueOf } from "@gongkai/schema";
import { expect, test } from "vitest";
import { digestWords } from "../wording/digest-words.ts";
import type { Deadline } from "./case-deadlines.ts";
import { digestsOf } from "./digest.ts";
import type { Reminder } from "./reminder.ts";

const deadline = (id: string, due: string): Deadline => ({
  ...{ matter: "answer", thing: id, due, of: null },
  why: {
    ...{ start: "2026-03-03", event: "received", term: { length: 20, unit: "working-day" } },
    ...{ article: "条例第三十三条第二款", extension: 0, excluded: [], unsure: null },
  },
});
const due = (number: number, left: number): Reminder => {
  const id = `A-2026-000${number}`;
  const news = { about: "deadline", case: id, handler: null, deadline: deadline(id, "2026-03-31"), left } as const;
  return { key: `answer/${id}/2026-03-31/${left}/guo`, to: "guo", ...news };
};
const moved = (number: number, left: number): Reminder => {
  const id = `A-2026-000${number}`;
  const news = { about: "due-moved", case: id, before: "2026-03-30", notices: [], left } as const;
  return { key: `moved/${id}/guo`, to: "guo", ...news, deadline: deadline(id, "2026-03-31") };
};
const owed: Reminder = {
  ...{ key: "month/2026-02/law/-1/guo", to: "guo", about: "month-owed", month: "2026-02", section: "law" },
  ...{ indicators: ["penalty.decided"], speaks: "reports" },
};
const milestone: Reminder = {
  ...{ key: "submit/2027-01-26/10/guo", to: "guo", about: "report-milestone", year: 2026, what: "submit" },
  ...{ on: "2027-01-26", left: 10 },
};
const never = () => false;

test("the most urgent comes first: days by their nearness, then the report, then the month", () => {
  const [digest] = digestsOf([owed, milestone, due(1, 5), moved(2, 3), due(3, -2)], never, "2026-03-24");
  expect(digest?.reminders.map(({ key }) => key.split("/", 2).join("/"))).toEqual([
    ...["answer/A-2026-0003", "moved/A-2026-0002", "answer/A-2026-0001"],
    ...["submit/2027-01-26", "month/2026-02"],
  ]);
});

test("one digest a person and day; a thing listed twice is said once, one told before not at all", () => {
  const other = { ...due(1, 5), key: "answer/A-2026-0001/2026-03-31/5/sun", to: "sun" };
  const digests = digestsOf([due(1, 5), due(1, 5), owed, other], (key) => key === owed.key, "2026-03-24");
  expect(digests.map(({ key, reminders }) => [key, reminders.length])).toEqual([
    ["digest/2026-03-24/guo", 1],
    ["digest/2026-03-24/sun", 1],
  ]);
});

test("a step of a case whose day has just moved is told with the move, and counts as told", () => {
  const [digest] = digestsOf([due(1, 5), moved(1, 5), due(2, 5)], never, "2026-03-24");
  expect(digest?.reminders.map(({ about }) => about)).toEqual(["due-moved", "deadline"]);
  expect(digest?.silent).toEqual([due(1, 5).key]);
});

test("it reads as a person would say it", () => {
  const telling = {
    ...{ catalogue: catalogueOf({ indicators: [], synonyms: {} }), today: "2026-03-24", nameOf: () => null },
    sectionLabel: () => "法规科",
  };
  expect(digestWords([due(1, 5), owed], telling, 2)).toBe(
    [
      "今天有几件事：",
      "1. 申请2026年第1件3月31日到期，还有5个工作日。3月3日收到，次日起20个工作日（条例第三十三条第二款）。",
      "2. 2月还有1项没报：行政处罚。直接发数就行。没有发生的也说一声，例如“2月行政处罚0件”。",
      "",
      "还有2件不那么急的，下一个工作日再告诉您。",
    ].join("\n"),
  );
});
