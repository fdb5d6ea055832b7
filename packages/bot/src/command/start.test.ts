import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { expect, test } from "vitest";
import { startCommand } from "./start.ts";
import type { World } from "./world.ts";

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
const world: World = {
  environment: {},
  stdin: Readable.from([]),
  stdout: nowhere(),
  stderr: nowhere(),
  now: () => Date.parse("2026-03-04T10:30:00+08:00"),
  exitWith: () => undefined,
  stopped: async () => undefined,
};
const folder = () => mkdtempSync(join(tmpdir(), "gongkai-start-"));

test("the demo has no sign-in, so it is refused on an address that others can reach", async () => {
  const options = { data: folder(), port: 0, host: "0.0.0.0" };
  await expect(startCommand(options, world)).rejects.toThrow("演示没有登录，只能在本机打开");
});

test("a real office without its secrets is told which variables are missing, and nothing is started", async () => {
  const data = folder();
  const office = "office: { key: yunhe, name: 云河市商务局, sections: [{ key: permit, label: 行政审批科 }] }";
  writeFileSync(join(data, "gongkai.yaml"), office);
  await expect(startCommand({ data, port: 0, host: "127.0.0.1" }, world)).rejects.toThrow(
    "WECOM_CORP_ID、WECOM_AGENT_ID、WECOM_SECRET、WECOM_TOKEN、WECOM_AES_KEY",
  );
});
