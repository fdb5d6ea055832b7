import { mkdtempSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Home } from "../store/home.ts";
import { openHome } from "../store/open-home.ts";
import { createApp } from "./app.ts";
import { callbackDoors } from "./callback-door.ts";
import { healthz, metricsPage, readiness } from "./health.ts";
import { type Listening, listen } from "./listen.ts";
import { createMetrics } from "./metrics.ts";
import { errorFunnel } from "./report-errors.ts";
import { loopbackOnly, securePages } from "./secure-pages.ts";

let home: Home;
let server: Listening;
const lines: string[] = [];

beforeAll(async () => {
  home = await openHome({ data: mkdtempSync(join(tmpdir(), "gongkai-app-")) });
  const log = pino({ level: "warn" }, { write: (line: string) => void lines.push(line) });
  const app = createApp({
    reportErrors: errorFunnel(log),
    callback: callbackDoors(new Map([["yunhe", healthz]])),
    aiBotCallback: callbackDoors(new Map()),
    healthz,
    readyz: readiness(home),
    metrics: metricsPage(createMetrics(home)),
    pages: async (ctx, next) => {
      if (ctx.path === "/broken") throw new Error("secret inside");
      await loopbackOnly(ctx, async () => securePages("http://127.0.0.1:1")(ctx, next));
      if (ctx.path === "/page") ctx.body = "page";
    },
  });
  server = await listen(app, 0, "127.0.0.1");
});
afterAll(async () => {
  await server.close();
  await home.close();
});

const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);
/** A request with a Host of our choosing, which fetch does not allow. */
const getAs = (host: string, path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request({ port: server.port, path, headers: { host } }, (answer) => resolve(answer.resume().statusCode))
      .on("error", reject)
      .end();
  });

test("alive and ready say so, and ready proves that the ledger can be written", async () => {
  expect(await (await get("/healthz")).json()).toEqual({ alive: true });
  expect(await (await get("/readyz")).json()).toMatchObject({ ready: true, inbox: { waiting: 0 } });
});

test("metrics name their units and count what waits", async () => {
  const text = await (await get("/metrics")).text();
  expect(text).toContain("gongkai_inbox_waiting_messages 0");
  expect(text).toContain("gongkai_outbox_given_up_messages 0");
});

// biome-ignore format: the columns are the test
test.each([
  ["/wecom/callback",         200, "one organ needs no name in the path"],
  ["/wecom/callback/yunhe",   200, "its own path"],
  ["/wecom/callback/another", 404, "an organ that is not here is like any unknown path"],
  ["/nothing",                404, "an unknown path"],
])("GET %s is %i: %s", async (path, status) => {
  expect((await get(path)).status).toBe(status);
});

test("a failure of ours tells the caller nothing and the log everything", async () => {
  const answer = await get("/broken");
  expect(answer.status).toBe(500);
  expect(await answer.text()).toBe("服务暂时不可用，请稍后再试。");
  expect(lines.join()).toContain("secret inside");
});

// biome-ignore format: the columns are the test
test.each([
  ["127.0.0.1:8787",   200, "by address"],
  ["localhost",        200, "by name"],
  ["[::1]:8787",       200, "by IPv6 address"],
  ["gongkai.example",  404, "a foreign name pointed at this machine must not read the ledger"],
  ["127.0.0.1.evil.cn", 404, "a name that only begins like loopback"],
])("a page asked for as %s is %i: %s", async (host, status) => {
  expect(await getAs(host, "/page")).toBe(status);
});

test("a page loads nothing from elsewhere and is framed by nobody", async () => {
  const { headers } = await get("/page");
  expect(headers.get("content-security-policy")).toMatch(
    /default-src 'none'.*frame-src http:\/\/127\.0\.0\.1:1;.*frame-ancestors 'none'/,
  );
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("a taken port is a plain sentence", async () => {
  const reportErrors = errorFunnel(pino({ level: "silent" }));
  const app = createApp({
    reportErrors,
    callback: healthz,
    aiBotCallback: healthz,
    healthz,
    readyz: healthz,
    metrics: healthz,
    pages: null,
  });
  await expect(listen(app, server.port, "127.0.0.1")).rejects.toMatchObject({ code: "PORT_TAKEN" });
});

test("a ledger that can be read but not written makes the process not ready: it gets no callback", async () => {
  const full = { ...home, probe: () => Promise.reject(new Error("disk full")) };
  const reportErrors = errorFunnel(pino({ level: "silent" }));
  const doors = { reportErrors, callback: healthz, aiBotCallback: healthz, healthz, metrics: healthz, pages: null };
  const standing = await listen(createApp({ ...doors, readyz: readiness(full) }), 0, "127.0.0.1");
  const answer = await fetch(`http://127.0.0.1:${standing.port}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([503, { ready: false }]);
  expect((await fetch(`http://127.0.0.1:${standing.port}/healthz`)).status).toBe(200);
  await standing.close();
});
