import { createSimulator, type Simulator } from "@gongkai/simulator";
import { afterEach, beforeEach, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { provoked } from "../../../../test/support/provoked.ts";
import type { SharedPorts } from "../store/lease-port.ts";
import { processShared } from "../store/process/process-shared.ts";
import { tokenName } from "./access-token.ts";
import { createWecomClient, type WecomClient } from "./api-client.ts";
import { createPlatformFetch, type PlatformFetch } from "./platform-fetch.ts";
import { WecomError } from "./wecom-error.ts";

const SECRET = "secret-of-the-app-0123456789";
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let sim: Simulator;
let shared: SharedPorts;
beforeEach(async () => {
  const app = {
    agentid: 1000002,
    secret: SECRET,
    token: "QDG6eK",
    aesKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
  };
  sim = await createSimulator({ apps: [app], users: [{ userid: "zhangsan", name: "张三" }] });
  shared = processShared(sim.control.now);
});
afterEach(() => sim.close());

type Differently = { holder?: string; ports?: SharedPorts; secret?: string; fetch?: PlatformFetch };
/** A process of its own: nothing in common with the others but what is shared. */
function startProcess({
  holder = "a",
  ports = shared,
  secret = SECRET,
  fetch = createPlatformFetch(),
}: Differently = {}) {
  return createWecomClient({
    ...{ baseUrl: sim.baseUrl, corpId: sim.corpid, agentId: "1000002", secret, fetch, log, holder },
    ...{ cache: ports.cache, lease: ports.lease },
    now: sim.control.now,
    sleep: () => new Promise((resolve) => setImmediate(resolve)),
    random: () => 0.5,
  });
}
const tell = (client: WecomClient, at: number) =>
  client.send("zhangsan", { msgtype: "text", text: { content: `第${at}条` } });
const tenAtOnce = (...clients: WecomClient[]) =>
  Promise.all(Array.from({ length: 10 }, (_, at) => tell(clients[at % clients.length]!, at)));
const fetched = () => sim.control.calls("/cgi-bin/gettoken").length;
const shownTexts = () => sim.control.timeline("zhangsan").length;

test("ten sends at once fetch one token", async () => {
  await tenAtOnce(startProcess());
  expect([fetched(), shownTexts()]).toEqual([1, 10]);
});

test("ten sends from three processes at once fetch one token", async () => {
  await tenAtOnce(startProcess({ holder: "a" }), startProcess({ holder: "b" }), startProcess({ holder: "c" }));
  expect([fetched(), shownTexts()]).toEqual([1, 10]);
  expect(sim.control.violations()).toEqual([]);
});

test.each([42001, 40014] as const)(
  "a token that expired with %i is replaced once by all who failed with it",
  async (expiredAs) => {
    sim.control.setSwitches({ expiredAs });
    const clients = [startProcess({ holder: "a" }), startProcess({ holder: "b" })];
    await tenAtOnce(...clients);
    sim.control.invalidateTokens();
    await tenAtOnce(...clients);
    expect([fetched(), shownTexts()]).toEqual([2, 20]);
  },
);

test("a token is renewed before the platform ends it", async () => {
  const client = startProcess();
  await tell(client, 1);
  await sim.control.advance(6_200_000); // 7200 s of life, renewed from 85 % of it
  await tell(client, 2);
  expect(fetched()).toBe(2);
  expect(sim.control.calls("/cgi-bin/message/send").map(({ errcode }) => errcode)).toEqual([0, 0]);
});

test("a platform that refuses every token is asked twice, not for ever", async () => {
  sim.control.addFault({ path: "/cgi-bin/message/send", errcode: 40014, times: 100 });
  await expect(tell(startProcess(), 1)).rejects.toMatchObject({ code: "REFUSED", errcode: 40014 });
  expect(sim.control.calls("/cgi-bin/message/send")).toHaveLength(2);
});

test("a wrong secret is tried once a minute: more would block the address for an hour", async () => {
  const client = startProcess({ secret: "another-secret-entirely" });
  for (let at = 0; at < 8; at += 1) await expect(tell(client, at)).rejects.toMatchObject({ errcode: 40001 });
  expect(fetched()).toBe(1);
  await sim.control.advance(61_000);
  await expect(tell(client, 9)).rejects.toMatchObject({ errcode: 40001 });
  expect(fetched()).toBe(2);
  expect(provoked(sim.control)).toEqual(["secret-wrong"]);
});

test("when what is shared is gone, each process goes alone and nothing fails", async () => {
  const gone = () => Promise.reject(new Error("no connection"));
  const ports: SharedPorts = {
    lease: { acquire: gone, release: gone },
    cache: { get: gone, set: gone, removeIf: gone },
    buckets: shared.buckets,
    close: gone,
  };
  await tenAtOnce(startProcess({ ports, holder: "a" }), startProcess({ ports, holder: "b" }));
  expect([fetched(), shownTexts()]).toEqual([2, 10]);
});

test("a process that died while it held the lease stops the others for its lease at most", async () => {
  const name = tokenName(sim.baseUrl, sim.corpid, SECRET);
  await shared.lease.acquire(name, "the dead", 15_000);
  await tell(startProcess(), 1);
  expect(shownTexts()).toBe(1);
});

test("a frequency limit rests every call for a minute, and for an hour when it comes at once again", async () => {
  const client = startProcess();
  sim.control.addFault({ path: "/cgi-bin/message/send", errcode: 45009, times: 2 });
  await expect(tell(client, 1)).rejects.toMatchObject({ errcode: 45009, retryAfterMs: 60_000 });
  await expect(tell(client, 2)).rejects.toMatchObject({ code: "RESTING", retryAfterMs: 60_000 });
  await sim.control.advance(61_000);
  await expect(tell(client, 3)).rejects.toMatchObject({ errcode: 45009, retryAfterMs: 3_600_000 });
  await sim.control.advance(3_600_000);
  await tell(client, 4);
  expect(sim.control.calls("/cgi-bin/message/send")).toHaveLength(3);
});

test("apps, corps and addresses never share a token", () => {
  const one = ["https://q", "ww1", "s1"] as const;
  const names = [one, ["https://r", "ww1", "s1"], ["https://q", "ww2", "s1"], ["https://q", "ww1", "s2"]] as const;
  expect(new Set(names.map(([base, corp, secret]) => tokenName(base, corp, secret))).size).toBe(4);
  expect(tokenName(...one)).not.toContain("s1");
});

// biome-ignore format: the columns are the test
const ANSWERS: [string, string, string, string][] = [
  // body                                                           code                why this row exists
  ["<html>404</html>",                                              "NOT_THE_PLATFORM", "", "a wrong address, a captive portal"],
  ["[]",                                                            "NOT_THE_PLATFORM", "", "JSON, but no answer"],
  ['{"errcode":0}',                                                 "ANSWER_MALFORMED", "", "a token answer without a token"],
  ['{"errcode":40013,"errmsg":"invalid corpid","access_token":""}', "REFUSED",          "企业编号", "empty results beside an error"],
];
test.each(ANSWERS)("%s is %s: %s%s", async (body, code, says) => {
  const fetch: PlatformFetch = async () => ({ status: 200, contentType: "text/html", bytes: Buffer.from(body) });
  const failure = await tell(startProcess({ fetch }), 1).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(WecomError);
  expect(failure).toMatchObject({ code });
  expect((failure as WecomError).forAdmin).toContain(says); // an instance, as just seen
});

test("a lost connection names the cause and never the address with its token", async () => {
  const fetch: PlatformFetch = async (url) => {
    throw new Error(`fetch failed for ${url}`, { cause: new Error("ECONNREFUSED") });
  };
  const failure = await tell(startProcess({ fetch }), 1).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "UNREACHABLE", api: "/cgi-bin/gettoken" });
  const { message, stack, forAdmin } = failure as WecomError; // as just seen
  expect(message).toContain("ECONNREFUSED");
  expect(`${message}${stack}`).not.toContain(SECRET);
  expect(forAdmin).toBe("连不上企业微信，请检查网络、代理和接口地址。");
});
