import { expect, test } from "vitest";
import { APP, anOffice, aProduct, type Heard, isSigned } from "../testing/office.ts";
import type { Disturbance } from "./chaos.ts";

const second = 1000;
const hang = () => undefined;

test("a message reaches the product once, signed, sealed and numbered", async () => {
  const office = await anOffice();
  const { heard } = await aProduct(office);
  const report = await office.sim.control.say("zhangsan", "今天完成了<3>件").settled;
  expect(report).toMatchObject({
    outcome: "accepted",
    answer: "empty",
    attempts: [{ outcome: "answered", status: 200 }],
  });
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({ content: "今天完成了<3>件", msgid: report.msgid });
  expect(heard.every(isSigned)).toBe(true);
  expect(heard[0]?.query.get("from")).toBe("platform");
  expect(heard[0]?.inner).toContain(`<ToUserName><![CDATA[${office.sim.corpid}]]></ToUserName>`);
  expect(heard[0]?.inner).toContain("<FromUserName><![CDATA[ZhangSan]]></FromUserName>");
  expect(heard[0]?.inner).toContain(`<AgentID>${APP.agentid}</AgentID>`);
});

test("an unanswered message is delivered four times, five seconds apart, each sealed anew", async () => {
  const office = await anOffice();
  const { heard } = await aProduct(office, hang);
  const { control } = office.sim;
  const started = control.now();
  const delivery = control.say("zhangsan", "在吗");
  await control.advance(60 * second);
  const report = await delivery.settled;
  expect(report.outcome).toBe("gave-up");
  expect(report.attempts.map(({ at, outcome }) => [at - started, outcome])).toEqual(
    [0, 5, 10, 15].map((at) => [at * second, "timeout"]),
  );
  expect(heard).toHaveLength(4);
  expect(new Set(heard.map(({ msgid }) => msgid)).size).toBe(1);
  expect(new Set(heard.map(({ inner }) => inner)).size).toBe(1);
  expect(new Set(heard.map(({ body }) => body)).size).toBe(4);
  expect(control.timeline("zhangsan")).toMatchObject([{ state: "undelivered" }]);
});

test("a switch makes retries repeat the same bytes", async () => {
  const office = await anOffice({ switches: { resend: "identical" } });
  const { heard } = await aProduct(office, hang);
  office.sim.control.say("zhangsan", "在吗");
  await office.sim.control.advance(60 * second);
  expect(heard).toHaveLength(4);
  expect(new Set(heard.map(({ body, query }) => body + query)).size).toBe(1);
});

test("an answer in time ends the retries", async () => {
  const office = await anOffice();
  const { heard } = await aProduct(office, (_heard, response, nth) => {
    if (nth === 3) response.writeHead(200).end();
  });
  const delivery = office.sim.control.say("zhangsan", "在吗");
  await office.sim.control.advance(60 * second);
  expect((await delivery.settled).attempts.map(({ outcome }) => outcome)).toEqual(["timeout", "timeout", "answered"]);
  expect(heard).toHaveLength(3);
});

test.each([
  [true, 4, "gave-up"],
  [false, 1, "accepted"],
] as const)(
  "with retryOnNon200 %s a 500 is delivered %i times and is then %s",
  async (retryOnNon200, times, outcome) => {
    const office = await anOffice({ switches: { retryOnNon200 } });
    const { heard } = await aProduct(office, (_heard, response) => void response.writeHead(500).end("error"));
    const delivery = office.sim.control.say("zhangsan", "在吗");
    await office.sim.control.advance(60 * second);
    expect((await delivery.settled).outcome).toBe(outcome);
    expect(heard).toHaveLength(times);
  },
);

test("a refused connection is tried again when the next attempt is due", async () => {
  const office = await anOffice();
  const { server, heard } = await aProduct(office);
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  const delivery = office.sim.control.say("zhangsan", "在吗");
  await office.sim.control.advance(4 * second);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await office.sim.control.advance(second);
  expect((await delivery.settled).attempts.map(({ outcome }) => outcome)).toEqual(["connection-failed", "answered"]);
  expect(heard).toHaveLength(1);
});

test("an app without a callback url hears nothing", async () => {
  const { sim } = await anOffice();
  expect(await sim.control.say("zhangsan", "在吗").settled).toMatchObject({ outcome: "no-callback", attempts: [] });
});

// biome-ignore format: the columns are the test
test.each<[Disturbance, number, number, string]>([
  ["duplicate",           2, 0,           "two posts at the same time"],
  ["late-answer",         2, 6 * second,  "the first answer came after five seconds"],
  ["retry-after-success", 2, 5 * second,  "once more although it was answered"],
  ["non-numeric-msgid",   1, 0,           "one post, with an id that is no number"],
  ["reorder",             1, 1 * second,  "nobody overtook it, so it goes after a second"],
])("%s: %i posts within %i ms: %s", async (chaos, posts, advanceMs) => {
  const office = await anOffice();
  const { heard } = await aProduct(office);
  const { control } = office.sim;
  const delivery = control.say("zhangsan", "在吗", { chaos: [chaos] });
  if (advanceMs > 0) await control.advance(advanceMs);
  expect((await delivery.settled).outcome).toBe("accepted");
  await control.idle();
  expect(heard.map(({ content }) => content)).toEqual(Array.from({ length: posts }, () => "在吗"));
  expect(new Set(heard.map(({ msgid }) => msgid)).size).toBe(1);
  expect(/^\d+$/.test(heard[0]?.msgid ?? "")).toBe(chaos !== "non-numeric-msgid");
});

test("a held message is overtaken by the next", async () => {
  const office = await anOffice();
  const { heard } = await aProduct(office);
  const { control } = office.sim;
  const first = control.say("zhangsan", "先说", { chaos: ["reorder"] });
  await control.say("lisi", "后说").settled;
  await first.settled;
  expect(heard.map(({ content }) => content)).toEqual(["后说", "先说"]);
});

test("rates befall about as many messages as they say, the same ones for the same seed", async () => {
  const run = async () => {
    const office = await anOffice({ seed: "chaos" });
    const { heard } = await aProduct(office);
    office.sim.control.chaos({ duplicate: 0.2 });
    const said = Array.from({ length: 100 }, (_, at) => office.sim.control.say("lisi", `第${at}句`));
    await Promise.all(said.map(({ settled }) => settled));
    const counts = new Map<string, number>();
    for (const { content } of heard) counts.set(content, (counts.get(content) ?? 0) + 1);
    return [...counts]
      .filter(([, count]) => count === 2)
      .map(([content]) => content)
      .sort();
  };
  const doubled = await run();
  expect(doubled.length).toBeGreaterThan(10);
  expect(doubled.length).toBeLessThan(30);
  expect(await run()).toEqual(doubled);
});

// biome-ignore format: the columns are the test
test.each<[string, (heard: Heard) => boolean, string]>([
  ["wrong-signature",     (heard) => !isSigned(heard),                                     "signed by someone without the token"],
  ["wrong-receiveid",     (heard) => isSigned(heard) && heard.inner !== "",                "sealed for another corporation"],
  ["tampered-ciphertext", (heard) => isSigned(heard) && heard.inner === "",                "signed, but nothing can be read"],
  ["huge-body",           ({ body }) => body.length > 1024 * 1024,                         "more than a megabyte"],
  ["array-query",         ({ query }) => query.getAll("msg_signature").length === 2,       "every parameter twice"],
  ["xxe",                 ({ body }) => body.includes("<!ENTITY file SYSTEM"),             "an entity in the envelope"],
  ["inner-xxe",           (heard) => isSigned(heard) && heard.inner.includes("<!ENTITY"),  "an entity inside, properly sealed"],
  ["plus-to-space",       ({ body }) => / [A-Za-z0-9/+ ]*={0,2}\]\]/.test(body),           "a proxy has decoded the base64 once more"],
  ["unknown-msgtype",     ({ inner }) => inner.includes("<MsgType><![CDATA[hologram]]>"),  "a type of tomorrow"],
  ["unknown-event",       ({ inner }) => inner.includes("<Event><![CDATA[moon_landing]]>"), "an event of tomorrow"],
])("a forged %s is posted beside the true message: %s", async (name, looksRight) => {
  const office = await anOffice();
  const { heard } = await aProduct(office);
  const { DISTURBANCES: _true, FORGERIES } = await import("./chaos.ts");
  const forgery = FORGERIES.find((known) => known === name);
  if (!forgery) throw new Error(`${name} is no forgery`);
  const report = await office.sim.control.say("zhangsan", "真话", { chaos: [forgery] }).settled;
  expect(report).toMatchObject({ outcome: "accepted", forged: { [name]: { outcome: "answered" } } });
  expect(heard).toHaveLength(2);
  expect(looksRight(heard[0] as Heard)).toBe(true); // two were heard
  expect(heard[1]?.content).toBe("真话");
});

test("a late answer counts as a violation of the five seconds", async () => {
  const office = await anOffice();
  await aProduct(office, hang);
  office.sim.control.say("zhangsan", "在吗");
  await office.sim.control.advance(5 * second);
  expect(office.sim.control.violations()).toMatchObject([{ kind: "answer-late" }]);
});
