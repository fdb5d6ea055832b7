import { afterAll, beforeAll, expect, test } from "vitest";
import { SimulatedOffice } from "../support/simulated-office.ts";

const office = new SimulatedOffice(`
office:
  key: yunhe
  name: 云河市商务局
  sections:
    - { key: permit, label: 行政审批科, reports: [permit.decided] }
    - { key: law, label: 法规科, reports: [penalty.decided] }
  members:
    - { id: wangfang, name: 王芳, section: permit }
    - { id: linfeng, name: 林峰, section: law, roles: [head] }
`);
beforeAll(() => office.open("2026-03-04 10:30"));
afterAll(() => office.close());

const FACTS = [
  "今天许可办结5件",
  "公众号今天发了3条",
  "昨天门户网站发了2条政策解读",
  "3月2日行政处罚2件",
  "2月网站访问量42000",
  "微博粉丝9934",
  "上午开了1次政务公开培训",
  "王芳昨天上了行风热线",
  "2月行政事业性收费8.2万元",
  "3月3日清理过期信息12条",
  "2月没有行政强制",
  "3月2日网上办事办了14件",
];

test.each(FACTS)("%s: one message, one answer, no question", async (fact) => {
  const before = office.chat("wangfang").length;
  const answer = await office.say("wangfang", fact);
  expect(office.chat("wangfang").length - before).toBe(1);
  expect(answer).toMatch(/^已记：/);
  expect(answer).not.toMatch(/[？?]/);
  expect(answer).toMatch(/撤销/);
});

test("several facts are one message and one answer too", async () => {
  const before = office.chat("wangfang").length;
  expect(await office.say("wangfang", "今天微博发了1条，许可又办结2件，接受采访1次")).toMatch(/^已记：3条/);
  expect(office.chat("wangfang").length - before).toBe(1);
});

test("the echo says what was kept, the month so far and which statutory figure moved from what to what", async () => {
  expect(await office.say("wangfang", "3月1日许可办结8件")).toBe(
    [
      "已记：行政许可8件，3月1日",
      "行政许可3月累计15件",
      "年报：表二 行政许可 7→15",
      "有错回复“撤销”或“改成…”。",
      "撤销",
      "修改",
    ].join("\n"),
  );
});

test("what is said for another section costs its speaker no question either, and its head hears of it", async () => {
  expect(await office.say("wangfang", "代法规科报：3月4日处罚1件")).toMatch(/^已代法规科记下：行政处罚1件，3月4日/);
  expect(office.chat("linfeng").at(-1)).toBe(
    "王芳（行政审批科）代法规科报了：行政处罚1件，3月4日\n如有不对，可以直接回复更正，或者告诉政务公开办。",
  );
});

test("the platform has nothing to complain of", () => {
  expect([office.breaches, office.faults]).toEqual([[], []]);
});
