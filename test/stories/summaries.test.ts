import { afterAll, beforeAll, expect, test } from "vitest";
import { SimulatedOffice } from "../support/simulated-office.ts";

const office = new SimulatedOffice(`
office:
  key: yunhe
  name: 云河市商务局
  sections:
    - { key: permit, label: 行政审批科, reports: [permit.decided, service.online] }
    - { key: law, label: 法规科, reports: [penalty.decided, gauge.site_visits] }
    - { key: office, label: 办公室 }
  members:
    - { id: wangfang, name: 王芳, section: permit }
    - { id: sunhai, name: 孙海, section: permit, roles: [head] }
    - { id: linfeng, name: 林峰, section: law, roles: [head] }
    - { id: guojing, name: 郭静, section: office, roles: [clerk] }
    - { id: lijuzhang, name: 李局长, section: office, roles: [leader] }
reminders:
  summaries: { clerks: { monthly: 月底 } }
`);
beforeAll(async () => {
  await office.open("2026-03-10 10:00");
  await office.say("guojing", "2月结账");
});
afterAll(() => office.close());

/** What one person was told, or nothing. */
const of = (member: string, heard: readonly string[]) => heard.filter((line) => line.startsWith(`${member}: `));

test("a leader chooses a day in chat; others are told who gets summaries", async () => {
  expect(await office.say("lijuzhang", "每周一给我发周报")).toBe(
    "好的，每周一发一周小结，从3月16日起。遇到休息日顺延到下一个工作日。不想要了回复“不用发小结了”。",
  );
  expect(await office.say("wangfang", "每周一给我发周报")).toBe(
    "小结只发给局领导和政务公开办。想看进度可以随时问“本月进度”。",
  );
  expect(await office.morning("2026-03-11")).toEqual([]);
});

test("on the chosen day it tells the month by section, what came in, the cases, what the report lacks", async () => {
  await office.say("wangfang", "3月5日许可办结12件");
  await office.say("wangfang", "今天收到一件依申请公开，个人，网上提交，要2024年促消费资金分配表");
  const [summary] = of("lijuzhang", await office.morning("2026-03-16"));
  expect(summary).toBe(
    [
      "lijuzhang: 【一周小结】",
      "3月还有2个科室没报齐：",
      "· 行政审批科报了1项，共2项，没报：网上办事",
      "· 法规科报了0项，共2项，没报：行政处罚、网站访问量",
      "近七天报上来的：行政许可12件（1条记录）。",
      "依申请公开：在办1件，超期0件，五个工作日内到期0件。",
      "2026年年报：过去的月份还有8项没报，定稿前要改7处。",
      "· 表二 行政规范性文件制发还没有人报过，也没有安排科室报。",
      "· 表二 行政规范性文件废止还没有人报过，也没有安排科室报。",
      "· 表二 行政规范性文件现行有效还没有人报过，也没有安排科室报。",
      "……可以问“年报现在能出吗”。",
    ].join("\n"),
  );
  expect(of("lijuzhang", await office.morning("2026-03-17"))).toEqual([]);
});

test("a Monday off is made up for on the next working day", async () => {
  expect(of("lijuzhang", await office.morning("2026-04-06"))).toEqual([]); // 清明节
  expect(of("lijuzhang", await office.morning("2026-04-07"))).toHaveLength(1);
});

test("the settings give the disclosure office a month's end; everything of a day comes in one message", async () => {
  await office.say("wangfang", "4月行政许可15件");
  const [message, another] = of("guojing", await office.morning("2026-04-30"));
  expect(another).toBeUndefined();
  expect(message).toMatch(/^guojing: 申请2026年第1件（王芳经办）4月9日到期，已超期\d+个工作日/);
  expect(message).toContain("\n\n【4月小结】\n4月还有2个科室没报齐：");
  expect(message).toContain("\n4月变化大的：行政许可15件（上月12件，增长25%）。\n"); // 网上办事 was never reported: no fall to 0
  expect(message).toContain(
    "\n依申请公开：在办1件，超期1件，五个工作日内到期0件。\n· 申请2026年第1件，4月9日到期，已超期",
  );
});

test("what was chosen is taken back in chat, and stays so", async () => {
  expect(await office.say("lijuzhang", "不用发周报了")).toBe(
    "好的，周报不再发了。想要了再说一声，例如“每周一给我发周报”。",
  );
  expect(await office.say("guojing", "不用发小结了")).toContain("不再发了");
  const heard = [...(await office.morning("2026-05-11")), ...(await office.morning("2026-05-29"))];
  expect(heard.filter((line) => line.includes("小结】"))).toEqual([]);
  expect(office.breaches).toEqual([]);
  expect(office.faults).toEqual([]);
});
