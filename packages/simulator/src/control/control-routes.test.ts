import { expect, test } from "vitest";
import { anOffice, aProduct, type Json, type Office } from "../testing/office.ts";

async function ask(
  { sim }: Office,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const init = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const response = await fetch(`${sim.baseUrl}/_sim/${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...init,
  });
  const answer: Json = JSON.parse(await response.text());
  return { status: response.status, answer };
}

test("a member speaks over HTTP and the timeline shows both sides", async () => {
  const office = await anOffice();
  await aProduct(office);
  const said = await ask(office, "POST", "users/zhangsan/say", { content: "报一件", wait: true });
  expect(said.answer).toMatchObject({ outcome: "accepted", answer: "empty" });
  await office.send({ msgtype: "text", text: { content: "已记" } });
  expect((await ask(office, "GET", "users/zhangsan/timeline")).answer).toMatchObject([
    { from: "member", text: "报一件" },
    { from: "product", text: "已记" },
  ]);
});

test("the clock, the faults, the chaos and the counts are within reach", async () => {
  const office = await anOffice();
  const before = office.sim.control.now();
  expect((await ask(office, "POST", "clock", { advanceMs: 1000 })).answer).toEqual({ now: before + 1000 });
  await ask(office, "POST", "faults", { path: "/cgi-bin/message/send", errcode: -1 });
  expect((await ask(office, "GET", "faults")).answer).toEqual([
    { path: "/cgi-bin/message/send", errcode: -1, times: 1 },
  ]);
  expect((await ask(office, "POST", "chaos", { duplicate: 0.5 })).status).toBe(200);
  expect((await ask(office, "GET", "calls?path=/cgi-bin/gettoken")).answer).toHaveLength(1);
  expect((await ask(office, "GET", "violations")).answer).toEqual([]);
});

test("saving a callback's url verifies it at once", async () => {
  const office = await anOffice();
  const { heard } = await aProduct(office);
  await office.sim.control.say("lisi", "在").settled;
  const url = "http://127.0.0.1:1/nobody";
  expect((await ask(office, "POST", "apps/1000002/callback", { url })).answer).toMatchObject({ verified: false });
  expect(heard).toHaveLength(1);
});

// biome-ignore format: the columns are the test
test.each<[string, string, unknown, number, string]>([
  ["POST", "users/nobody/say",       { content: "x" },               400, "There is no member nobody; give createSimulator one in users, or add one."],
  ["POST", "users/lisi/click",       { taskId: "t", key: "k" },      400, "lisi has no card t to press."],
  ["POST", "users/lisi/say",         { contnet: "x" },               400, "The request cannot be used; "],
  ["POST", "users/lisi/say",         "{",                            400, "The body is not JSON."],
  ["POST", "apps/9/callback",        { url: "http://127.0.0.1/x" },  400, "There is no app 9."],
  ["GET",  "nowhere",                undefined,                      404, "There is no GET /_sim/nowhere; see the list in the README."],
  ["POST", "chaos",                  { earthquake: 1 },              400, "The request cannot be used; "],
])("%s %s %j is refused in one sentence", async (method, path, body, status, sentence) => {
  const refused = await ask(await anOffice(), method, path, body);
  expect(refused.status).toBe(status);
  expect(refused.answer.error).toContain(sentence);
});

test("another page in the browser cannot act for anyone", async () => {
  const office = await anOffice();
  const say = (headers: Record<string, string>) => ask(office, "POST", "users/lisi/say", { content: "x" }, headers);
  expect((await say({ origin: "http://evil.example" })).status).toBe(403);
  expect((await say({ "content-type": "text/plain" })).status).toBe(415);
  expect((await say({ origin: office.sim.baseUrl })).status).toBe(200);
  expect(office.sim.control.timeline("lisi")).toHaveLength(1);
});
