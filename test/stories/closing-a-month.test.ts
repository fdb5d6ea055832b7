import { afterAll, beforeAll, expect, test } from "vitest";
import { SimulatedOffice } from "../support/simulated-office.ts";
import { THREE_SECTIONS } from "../support/three-sections.ts";

const office = new SimulatedOffice(THREE_SECTIONS);
beforeAll(() => office.open("2026-03-30 09:00"));
afterAll(() => office.close());

const told = async (member: string, text: string, lines = 1) =>
  (await office.say(member, text)).split("\n").slice(0, lines).join("\n");

test("a month with nothing is one sentence: everything countable still open is stated 0, by name", async () => {
  await office.say("wangfang", "3月许可26件，网上办事9件");
  await office.until("2026-03-31 16:00");
  expect(await told("chenjie", "还有什么没报", 2)).toContain("行政处罚、行政强制");
  expect(await told("chenjie", "本月无", 3)).toMatch(/^已记：\d条\n1\. 行政处罚0件，3月\n2\. 行政强制0件，3月/);
  expect(await told("guojing", "谁还没报3月的")).toBe("3月各科室该报的都报了。");
});

test("a zero ends with the first figure for its month", async () => {
  expect(await office.say("chenjie", "3月30日处罚1件")).toContain("原来的不再算数：行政处罚0件，3月");
});

test("the clerk closes the month; nobody else does", async () => {
  await office.until("2026-04-02 09:00");
  expect(await told("wangfang", "3月结账")).toBe("结账和打开月份由政务公开办操作。");
  expect(await told("guojing", "3月结账")).toBe("3月已结账。以后要改这个月的数，请先打开并说明原因。");
});

test("late facts are not kept, and the disclosure office hears of them once", async () => {
  expect(await office.say("wangfang", "3月30日许可办结2件，3月31日公众号1条")).toBe(
    "3月已经结账，这2条还没有记：\n· 行政许可2件，3月30日\n· 新媒体发布1条（微信公众号），3月31日\n已经告诉政务公开办，打开后请再报一次。",
  );
  expect(office.chat("guojing").at(-1)).toContain("王芳（行政审批科）想补报3月");
  expect(await told("wangfang", "3月的许可改成27件")).toBe("3月已经结账，要改请先由政务公开办打开3月。");
});

test("打开3月 asks for the reason; the reason opens it", async () => {
  expect(await told("guojing", "打开3月")).toBe("为什么要打开3月？请用一句话说明原因。");
  expect(await told("guojing", "因为审批科漏报了2件")).toBe("3月已打开，原因：因为审批科漏报了2件。补完请再结账。");
});

test("what came late is reported again, over the month's figure, and the month is closed again", async () => {
  await office.say("wangfang", "3月30日许可办结2件");
  expect(await told("wangfang", "另外再加")).toBe("已记：行政许可28件，3月");
  expect(await told("guojing", "3月结账")).toContain("3月已结账");
});

test("the clerk's own late fact waits for a reason, and both are kept", async () => {
  expect(await told("guojing", "3月29日培训1次", 2)).toBe(
    "3月已经结账。为什么要打开补记？说明原因后就记下：\n政务公开培训1次，3月29日",
  );
  expect(await told("guojing", "签到表刚交上来")).toBe("已记：政务公开培训1次，3月29日");
  const reopened = (await office.records()).filter(({ record: { states } }) => states.kind === "month-reopened");
  expect(reopened.map(({ record: { by, wordsDigest } }) => [by, wordsDigest !== null])).toEqual([
    ["guojing", true],
    ["guojing", true],
  ]);
});

test("the platform has nothing to complain of", () => {
  expect([office.breaches, office.faults]).toEqual([[], []]);
});
