import { afterAll, beforeAll, expect, test } from "vitest";
import { SimulatedOffice } from "../support/simulated-office.ts";
import { THREE_SECTIONS } from "../support/three-sections.ts";

const office = new SimulatedOffice(THREE_SECTIONS);
beforeAll(() => office.open("2026-03-04 10:00"));
afterAll(() => office.close());

const told = async (member: string, text: string) => (await office.say(member, text)).split("\n");

test("half a fact is asked about in one sentence", async () => {
  expect((await told("wangfang", "许可办完了"))[0]).toBe("“许可办完了”（行政许可）一共多少？请说一个准确的数。");
});

test("a query between is answered, and the question taken up again", async () => {
  const lines = await told("wangfang", "本月公众号发了多少");
  expect(lines[0]).toContain("新媒体发布");
  expect(lines.join("\n")).toContain("还有一件事等您回答：“许可办完了”（行政许可）一共多少？");
});

test("a report between is kept by itself, and the question taken up again", async () => {
  const lines = await told("wangfang", "今天公众号发了2条");
  expect(lines[0]).toBe("已记：新媒体发布2条（微信公众号），3月4日");
  expect(lines.join("\n")).toContain("还有一件事等您回答");
});

test("a remark between gets no speech, only the question", async () => {
  expect((await told("wangfang", "今天好冷"))[0]).toContain("还有一件事等您回答");
});

test("then the figure alone is enough", async () => {
  expect((await told("wangfang", "那这次是7件"))[0]).toBe("已记：行政许可7件，今天（未说日期）");
});

test("取消 lets a question go, and says so", async () => {
  await office.say("wangfang", "微博推了");
  expect(await told("wangfang", "取消")).toEqual(["好的，“微博推了”没有记。"]);
});

test("a question nobody answers lapses after a day, and that is said", async () => {
  await office.say("chenjie", "规范性文件3件");
  await office.until("2026-03-05 10:01");
  const lines = await told("chenjie", "今天处罚1件");
  expect(lines[0]).toBe("已记：行政处罚1件，3月5日");
  expect(lines.join("\n")).toContain("“规范性文件3件”一直没有等到您的回答，没有记下。需要的话请再说一遍。");
});

test("a colleague's message is never the answer to my question", async () => {
  await office.say("wangfang", "发了3条新媒体");
  await office.say("sunhai", "公众号");
  expect((await told("wangfang", "公众号"))[0]).toContain("已记：新媒体发布3条（微信公众号）");
  const posts = (await office.records()).filter(
    ({ record: { states } }) => states.kind === "figure-reported" && states.quantity === 3,
  );
  expect(posts.map(({ record: { by } }) => by)).toEqual(["wangfang"]);
});

test("the platform has nothing to complain of", () => {
  expect([office.breaches, office.faults]).toEqual([[], []]);
});
