import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  addDays,
  caseIdOf,
  HOLIDAY_YEARS,
  type HolidayCalendar,
  holidayCalendarOf,
  type LocalDate,
  type Member,
  Office,
  STATE_CALENDAR,
} from "@gongkai/schema";
import { afterEach, beforeEach, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { aRecord } from "../../../../test/support/a-record.ts";
import type { Home } from "../store/home.ts";
import { openHome } from "../store/open-home.ts";
import { putDigests } from "./put-digests.ts";
import { talkingOffice } from "./talking-office.ts";

const OFFICE = Office.parse({
  ...{ key: "bureau", name: "某某市某某局", sections: [{ key: "permit", label: "行政审批科" }] },
});
const MEMBERS: readonly Member[] = [{ id: "wang", name: "王芳", section: "permit", roles: ["staff"], active: true }];
const CASES = 20; // of one handler; a message holds some twelve
const NO_DAYS = { week: null, month: null };

let data: string;
let home: Home;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "gongkai-digests-"));
  home = await openHome({ data });
  const records = Array.from({ length: CASES }, (_, at) => {
    const opened = { kind: "application-opened", applicant: "nat", via: "online", receivedOn: "2026-03-03" } as const;
    const states = { ...opened, case: caseIdOf("application", 2026, at + 1) };
    return { record: { ...aRecord({ organ: "bureau", line: at, states }), by: "wang" }, words: null };
  });
  await home.transact("bureau", (tx) => tx.append("bureau", records));
});
afterEach(async () => {
  await home.close();
  await rm(data, { recursive: true });
});

/** The messages of one morning, as they would be sent. */
async function morning(day: LocalDate, calendar: HolidayCalendar = STATE_CALENDAR): Promise<string[]> {
  const office = talkingOffice(OFFICE, () => MEMBERS, { calendar });
  const reminding = {
    milestones: { submitBy: "01-26", publishBy: "01-31" },
    summaries: { leaders: NO_DAYS, clerks: NO_DAYS },
  };
  await home.transact("bureau", (tx) => putDigests(tx, office, reminding, Date.parse(`${day}T09:00:00+08:00`)));
  const rows = await home.claim(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 100);
  for (const { organ, key } of rows) await home.markSent(organ, key, "{}", 0);
  return rows.map(({ body }) => JSON.parse(body).content);
}
const numbersIn = (messages: readonly string[]) =>
  messages.flatMap((text) => [...text.matchAll(/申请2026年第(\d+)件/gu)].map(([, number]) => Number(number)));

test("what has no room in one message comes on the next working days, each thing once, nothing lost", async () => {
  const told: number[] = [];
  let longest = 0;
  for (const [day, messagesThatDay] of [
    ["2026-04-02", 1],
    ["2026-04-03", 1],
    ["2026-04-07", 0],
  ] as const) {
    const messages = await morning(day);
    expect(messages).toHaveLength(messagesThatDay);
    longest = Math.max(longest, ...messages.map((text) => Buffer.byteLength(text)));
    told.push(...numbersIn(messages));
  }
  expect(longest).toBeLessThanOrEqual(2048);
  expect(told.length).toBe(CASES);
  expect(new Set(told).size).toBe(CASES);
});

test("the message says how many are left for the next day", async () => {
  const [text = ""] = await morning("2026-04-02");
  const said = numbersIn([text]).length;
  expect(text).toContain(`还有${CASES - said}件不那么急的，下一个工作日再告诉您。`);
});

test("days moved by a new calendar are told over several days when they do not fit into one message", async () => {
  for (let day: LocalDate = "2026-03-17"; day <= "2026-03-19"; day = addDays(day, 1)) await morning(day);
  const calendar = holidayCalendarOf(HOLIDAY_YEARS, {
    ...{ version: "市政府办通知〔2026〕9号", years: [], off: { "2026-03-30": "全市停休" }, work: {} },
  });
  const moved: number[] = [];
  for (const day of ["2026-03-20", "2026-03-23", "2026-03-24"]) {
    const parts = (await morning(day, calendar)).flatMap((text) => text.split("\n"));
    moved.push(...numbersIn(parts.filter((line) => line.includes("放假安排有变"))));
  }
  expect(new Set(moved).size).toBe(moved.length);
  expect(moved.length).toBe(CASES);
});
