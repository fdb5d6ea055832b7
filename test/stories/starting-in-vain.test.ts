import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDemo } from "../../packages/bot/src/demo/start-demo.ts";
import { opened } from "../../packages/bot/src/server/opened.ts";
import { openHome } from "../../packages/bot/src/store/open-home.ts";
import { connectOffice } from "../support/connected-office.ts";

const other = createServer();
let taken = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  taken = (other.address() as AddressInfo).port; // a TCP server has one
});
afterAll(() => void other.close());

test("what was opened is closed the other way round, and the first failure is the one that is told", async () => {
  const happened: string[] = [];
  const failing = opened(async (closing) => {
    closing(() => void happened.push("home"));
    closing(() => void happened.push("server"));
    throw new Error("taken");
  });
  await expect(failing).rejects.toThrow("taken");
  expect(happened).toEqual(["server", "home"]);
});

test("a demo whose port is taken leaves nothing running: its ledger can be opened again at once", async () => {
  const data = mkdtempSync(join(tmpdir(), "gongkai-demo-"));
  const place = { data, port: taken, host: "127.0.0.1" };
  const log = pino({ level: "silent" });
  const servers = () => process.getActiveResourcesInfo().filter((name) => name === "TCPServerWrap").length;
  const before = servers();
  await expect(startDemo(place, log, Date.now, () => undefined)).rejects.toMatchObject({ code: "PORT_TAKEN" });
  await expect.poll(servers, { timeout: 5_000 }).toBe(before);
  await (await openHome({ data })).close();
});

test("an office whose port is taken says so", async () => {
  await expect(connectOffice({ port: taken })).rejects.toMatchObject({ code: "PORT_TAKEN" });
});
