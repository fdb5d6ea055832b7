import { addDays, HOLIDAY_YEARS, holidayCalendarOf } from "@gongkai/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SimulatedOffice } from "../support/simulated-office.ts";

const office = new SimulatedOffice(`
office:
  key: yunhe
  name: 云河市商务局
  sections:
    - { key: permit, label: 行政审批科 }
    - { key: office, label: 办公室 }
  members:
    - { id: wangfang, name: 王芳, section: permit }
    - { id: sunhai, name: 孙海, section: permit, roles: [head] }
    - { id: guojing, name: 郭静, section: office, roles: [clerk] }
    - { id: lijuzhang, name: 李局长, section: office, roles: [leader] }
`);
beforeAll(() => office.open("2026-03-03 10:00"));
afterAll(() => office.close());

/** What the bot said of its own accord on the mornings from one day to another, `3-09 wangfang: …`. */
async function mornings(from: string, to: string): Promise<string[]> {
  const heard: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const line of await office.morning(day)) heard.push(`${day.slice(6)} ${line}`);
  return heard;
}
const who = (heard: readonly string[]) => heard.map((line) => line.slice(0, line.indexOf(":")));

const WHY = "3月3日收到，次日起20个工作日（条例第三十三条第二款）。";

test("an application comes in; its handler alone hears of it first, with the days the law gives", async () => {
  await office.say("wangfang", "今天收到一件依申请公开，个人，网上提交，要2024年促消费资金分配表");
  const correction = "3月3日收到，次日起7个工作日（条例第三十条）。";
  expect(await mornings("2026-03-04", "2026-03-20")).toEqual([
    `3-09 wangfang: 申请2026年第1件要补正的话，最晚3月12日一次性告知，还有3个工作日；内容清楚的不用管。${correction}`,
    `3-12 wangfang: 申请2026年第1件要补正的话，今天是一次性告知的最后一天；内容清楚的不用管。${correction}`,
    `3-17 wangfang: 申请2026年第1件3月31日到期，还有10个工作日。${WHY}`,
  ]);
});

test("a new notice moves its day: the handler is told which day to which, by which notice, once", async () => {
  office.restartWith(
    holidayCalendarOf(HOLIDAY_YEARS, {
      ...{ version: "云政办通知〔2026〕3号", years: [], off: { "2026-03-30": "全市停休" }, work: {} },
    }),
  );
  expect(await mornings("2026-03-21", "2026-03-23")).toEqual([
    `3-23 wangfang: 放假安排有变（云政办通知〔2026〕3号），申请2026年第1件的答复期限由3月31日改为4月1日，还有6个工作日。${WHY}`,
  ]);
  expect(await office.say("guojing", "在办的申请有哪些")).toContain("4月1日");
});

test("the nearer the day, the more hear of it, each step once, nobody on a day off", async () => {
  const heard = await mornings("2026-03-24", "2026-04-01");
  expect(who(heard)).toEqual([
    ...["3-24 wangfang", "3-24 sunhai"],
    ...["3-26 wangfang", "3-26 sunhai", "3-26 guojing"],
    ...["3-31 wangfang", "3-31 sunhai", "3-31 guojing"],
    ...["4-01 wangfang", "4-01 sunhai", "4-01 guojing"],
  ]);
  expect(heard[4]).toBe(`3-26 guojing: 申请2026年第1件（王芳经办）4月1日到期，还有3个工作日。${WHY}`);
  expect(heard.at(-1)).toBe(`4-01 guojing: 申请2026年第1件（王芳经办）今天到期。${WHY}`);
});

test("late: the leader hears once; handler and disclosure office every fifth working day until it is answered", async () => {
  const heard = await mornings("2026-04-02", "2026-04-17");
  expect(who(heard)).toEqual([
    ...["4-02 wangfang", "4-02 sunhai", "4-02 guojing", "4-02 lijuzhang"],
    ...["4-10 wangfang", "4-10 guojing"],
    ...["4-17 wangfang", "4-17 guojing"],
  ]);
  expect(heard[3]).toBe(`4-02 lijuzhang: 申请2026年第1件（王芳经办）4月1日到期，已超期1个工作日，还没有答复。${WHY}`);
});

test("answered, it is heard of no more", async () => {
  expect(await office.say("wangfang", "第1件申请今天答复了，予以公开")).toContain("予以公开");
  expect(await mornings("2026-04-18", "2026-05-08")).toEqual([]);
  expect(office.breaches).toEqual([]);
  expect(office.faults).toEqual([]);
});
