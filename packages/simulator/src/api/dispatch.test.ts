import { expect, test } from "vitest";
import type { SimulatorOptions } from "../index.ts";
import { APP, anOffice, type Office } from "../testing/office.ts";

const HOUR = 3_600_000;
const list = "/cgi-bin/department/list";

// biome-ignore format: the columns are the test
test.each<[string, number, (office: Office) => Promise<unknown> | unknown, SimulatorOptions]>([
  ["a valid token",                  0,     () => undefined, {}],
  ["a token past its 7200 seconds",  42001, ({ sim }) => sim.control.advance(2 * HOUR), {}],
  ["the same, as often seen",        40014, ({ sim }) => sim.control.advance(2 * HOUR), { switches: { expiredAs: 40014 } }],
  ["a token ended early",            40014, ({ sim }) => sim.control.invalidateTokens(APP.agentid), {}],
  ["an app switched off",            50003, () => undefined, { apps: [{ ...APP, enabled: false }] }],
  ["an address not allowed",         60020, () => undefined, { apps: [{ ...APP, trustedIps: ["10.0.0.1"] }] }],
  ["an address allowed",             0,     () => undefined, { apps: [{ ...APP, trustedIps: ["127.0.0.1"] }] }],
])("%s → %i", async (_what, errcode, before, options) => {
  const office = await anOffice(options);
  await before(office);
  expect(await office.call(`${list}?access_token=${office.token}`)).toMatchObject({ errcode });
});

test("a refusal says in its text from which address it came, and gives a hint", async () => {
  const { call, token } = await anOffice({ apps: [{ ...APP, trustedIps: ["10.0.0.1"] }] });
  const { errmsg } = await call(`${list}?access_token=${token}`);
  expect(errmsg).toMatch(
    /^not allow to access from your ip, hint: \[\d+_\d+_\w+\], from ip: 127\.0\.0\.1, more info at /,
  );
});

test.each([
  ["", 41001, "no token"],
  ["?access_token=guess", 40014, "a token nobody gave"],
])("%s → %i: %s", async (query, errcode) => {
  const { call } = await anOffice();
  expect(await call(list + query)).toMatchObject({ errcode });
});

test("the wrong method is told apart from a wrong path", async () => {
  const { sim, call, token } = await anOffice();
  expect(await call(`${list}?access_token=${token}`, {})).toMatchObject({ errcode: 43001 });
  expect(await call(`/cgi-bin/message/send?access_token=${token}`)).toMatchObject({ errcode: 43002 });
  const wrong = await fetch(`${sim.baseUrl}/cgi/department/list`);
  expect([wrong.status, wrong.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
});

// biome-ignore format: the columns are the test
test.each([
  ['{"msgtype"',                         40035, "no JSON"],
  ['[1]',                                40035, "no object"],
  ['{"touser":"\\u5f20"}',               40033, "escapes instead of characters"],
  ['{"touser":"a\\\\u5f20"}',            40056, "a backslash that escapes itself is no escape"],
  ['{"touser":"a\\u001b"}',              40056, "a control character cannot be written otherwise"],
])("the body %s → %i: %s", async (body, errcode) => {
  const { sim, token } = await anOffice();
  const response = await fetch(`${sim.baseUrl}/cgi-bin/message/send?access_token=${token}`, { method: "POST", body });
  expect(await response.json()).toMatchObject({ errcode });
});

test("debug=1 is a violation and ends after five calls a minute", async () => {
  const { sim, call, token } = await anOffice();
  const debug = () => call(`${list}?access_token=${token}&debug=1`);
  for (let at = 0; at < 5; at += 1) expect(await debug()).toMatchObject({ errcode: 0 });
  expect(await debug()).toMatchObject({ errcode: 45009 });
  expect(sim.control.violations()[0]).toMatchObject({ kind: "debug-parameter" });
});

test("a fault hits the next calls of its path, before or after they take effect", async () => {
  const { sim, send } = await anOffice();
  const path = "/cgi-bin/message/send";
  const text = { msgtype: "text", text: { content: "你好" } };
  sim.control.addFault({ path, errcode: -1, times: 2 });
  expect([(await send(text)).errcode, (await send(text)).errcode, (await send(text)).errcode]).toEqual([-1, -1, 0]);
  sim.control.addFault({ path, drop: "before" });
  await expect(send(text)).rejects.toThrow("fetch failed");
  expect(sim.control.timeline("zhangsan")).toHaveLength(1);
  sim.control.addFault({ path, drop: "after" });
  await expect(send(text)).rejects.toThrow("fetch failed");
  expect(sim.control.timeline("zhangsan")).toHaveLength(2);
  expect(sim.control.faults()).toEqual([]);
  expect(sim.control.violations()).toEqual([]);
});

test("a slow answer waits for the clock", async () => {
  const { sim, send } = await anOffice();
  sim.control.addFault({ path: "/cgi-bin/message/send", latencyMs: 3000 });
  let done = false;
  const sent = send({ msgtype: "text", text: { content: "慢" } }).then((answer) => {
    done = true;
    return answer;
  });
  await expect.poll(sim.control.faults).toEqual([]); // the call has arrived and is waiting
  await sim.control.advance(2999);
  expect(done).toBe(false);
  await sim.control.advance(1);
  expect(await sent).toMatchObject({ errcode: 0 });
});

test("calls are kept with their secrets masked", async () => {
  const { sim, send, token } = await anOffice();
  await send({ msgtype: "text", text: { content: "你好" } });
  expect(sim.control.calls("/cgi-bin/message/send")).toMatchObject([
    { method: "POST", query: { access_token: "***" }, errcode: 0, body: { text: { content: "你好" } } },
  ]);
  expect(JSON.stringify(sim.control.calls())).not.toContain(token);
  expect(JSON.stringify(sim.control.calls())).not.toContain(APP.secret);
});
