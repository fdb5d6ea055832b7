import { afterAll, beforeAll, expect, test } from "vitest";
import { SimulatedOffice } from "../support/simulated-office.ts";
import { THREE_SECTIONS } from "../support/three-sections.ts";

const office = new SimulatedOffice(THREE_SECTIONS);
beforeAll(() => office.open("2026-03-03 16:00"));
afterAll(() => office.close());

/** The first lines of the answer: what was done. */
const told = async (member: string, text: string, lines = 2) =>
  (await office.say(member, text)).split("\n").slice(0, lines).join("\n");
const standing = async () => (await told("guojing", "今年许可多少件", 1)).trim();

test("the evening before: two facts in one message", async () => {
  expect(await told("wangfang", "今天许可办结4件，公众号发了2条", 3)).toBe(
    "已记：2条\n1. 行政许可4件，3月3日\n2. 新媒体发布2条（微信公众号），3月3日",
  );
});

test("第2条 is the second of the echo", async () => {
  expect(await told("wangfang", "第2条改成3条")).toBe(
    "已改：新媒体发布2条（微信公众号），3月3日\n→ 新媒体发布3条（微信公众号），3月3日",
  );
});

test("the next morning 昨天那条许可 is found, and before and after are shown with the figure that moved", async () => {
  await office.until("2026-03-04 09:00");
  expect(await told("wangfang", "昨天那条许可改成5件", 4)).toBe(
    "已改：行政许可4件，3月3日\n→ 行政许可5件，3月3日\n行政许可3月累计5件\n年报：表二 行政许可 4→5",
  );
});

test("昨天的许可不是5件是6件 mends it again instead of adding six", async () => {
  expect(await told("wangfang", "昨天的许可不是5件是6件")).toBe("已改：行政许可5件，3月3日\n→ 行政许可6件，3月3日");
  expect(await standing()).toContain("行政许可6件");
});

test("撤销 takes the correction back, 恢复 makes it again", async () => {
  expect(await told("wangfang", "撤销")).toBe("已改回：行政许可6件，3月3日\n→ 行政许可5件，3月3日");
  expect(await told("wangfang", "恢复")).toBe("已改：行政许可5件，3月3日\n→ 行政许可6件，3月3日");
});

test("a colleague of another section may look and not touch; the head may", async () => {
  await office.say("chenjie", "王芳昨天那条许可改成9件");
  expect(await told("chenjie", "是", 1)).toBe("这条不是您报的，改动请联系报的人、科室负责人或者政务公开办。");
  await office.say("sunhai", "王芳昨天那条许可改成7件");
  expect(await told("sunhai", "是")).toBe("已改：行政许可6件，3月3日\n→ 行政许可7件，3月3日");
});

test("what the head has worded since is not taken back unseen", async () => {
  expect(await told("wangfang", "撤销", 1)).toBe(
    "这条后来又被改成：行政许可7件，3月3日。没有撤销，要改请直接说改成多少。",
  );
  expect(await standing()).toContain("行政许可7件");
});

test("a month's figure takes the place of its days only when that is said", async () => {
  await office.until("2026-03-31 17:00");
  expect(await told("sunhai", "3月许可一共31件", 6)).toBe(
    "同一时期已经记过：\n行政许可7件，3月3日\n这次说的是：行政许可31件，3月。要怎么记？\n替换\n另外再加\n就是这些",
  );
  expect(await told("sunhai", "替换，另外今天网上办事3件", 4)).toBe(
    "已记：2条\n1. 行政许可31件，3月\n2. 网上办事3件，3月31日\n原来的不再算数：行政许可7件，3月3日",
  );
  expect(await standing()).toContain("行政许可31件");
});

test("the platform has nothing to complain of", () => {
  expect([office.breaches, office.faults]).toEqual([[], []]);
});
