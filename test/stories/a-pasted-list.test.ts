import { afterAll, beforeAll, expect, test } from "vitest";
import { SimulatedOffice } from "../support/simulated-office.ts";
import { THREE_SECTIONS } from "../support/three-sections.ts";

const office = new SimulatedOffice(THREE_SECTIONS);
beforeAll(() => office.open("2026-03-31 16:00"));
afterAll(() => office.close());

const LIST = ["3月2日许可2件", "3月3日公众号发了3条", "明天要开会", "3月3日许可大概十件", "3月4日微博2条"].join("\n");
const recorded = async () => (await office.records()).length;

test("every line has its verdict, and nothing is written yet", async () => {
  const answer = await office.say("wangfang", LIST);
  expect(answer).toContain("共5行，看明白3行。\n记：行政许可2件，3月2日");
  expect(answer).toContain("略：“明天要开会”");
  expect(answer).toContain("问：“3月3日许可大概十件”是个大概的数，请说一个准确的数。");
  expect(await recorded()).toBe(0);
});

test("one tap keeps the good lines, then the open line is asked", async () => {
  const answer = await office.press("wangfang", "先记看明白的3行");
  expect(answer).toContain("已记：3条");
  expect(answer).toContain("是个大概的数，请说一个准确的数。");
  expect(await recorded()).toBe(3);
});

test("a second tap on the same card writes nothing", async () => {
  await office.press("wangfang", "先记看明白的3行").catch(() => "the button is gone");
  expect(await recorded()).toBe(3);
});

test("the open line is answered in two characters", async () => {
  expect(await office.say("wangfang", "12件")).toMatch(/^已记：行政许可12件，3月3日/);
});

test("a list may be held back as a whole and sent again when it is put right", async () => {
  await office.say("chenjie", "3月2日：\n处罚2件\n强制若干件\n公众号1条");
  expect(await office.say("chenjie", "改好再发")).toBe("好的，整批都没有记。改好以后再发一遍就行。");
  expect(await recorded()).toBe(4);
  expect(await office.say("chenjie", "3月2日：\n处罚2件\n强制1件\n公众号1条")).toMatch(/^已记：3条/);
});

test("the platform has nothing to complain of", () => {
  expect([office.breaches, office.faults]).toEqual([[], []]);
});
