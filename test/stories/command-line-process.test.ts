import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCommand } from "../support/running-command.ts";
import { sampleDesk } from "../support/sample-desk.ts";

// The real program as other programs call it; stands on what `npm test` has built.
const COMMAND = fileURLToPath(new URL("../../packages/bot/bin/gongkai.mjs", import.meta.url));
const { path, copy } = sampleDesk();

function start(words: readonly string[], stdout: "pipe" | number = "pipe", temporary = path("tmp")) {
  mkdirSync(temporary, { recursive: true });
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: temporary };
  const child = spawn(process.execPath, [COMMAND, ...words], { env, stdio: ["pipe", stdout, "pipe"] });
  const ended = once(child, "exit").then(([code, signal]) => ({ code, signal }));
  return { child, ended };
}

async function finished(words: readonly string[], stdin = "") {
  const { child, ended } = start(words);
  child.stdin?.on("error", () => undefined).end(stdin); // a command that reads nothing may be gone already
  const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { ...(await ended), out, err };
}

test("exit codes: 0 done, 1 refused, 2 wrong use; results and complaints never share a stream", async () => {
  const data = copy();
  const verify = await finished(["ledger", "verify", "--data", data]);
  expect([verify.code, verify.err]).toEqual([0, ""]);
  const blocked = await finished([
    "report",
    "export",
    "--year",
    "2024",
    "--format",
    "pdf",
    "--out",
    path("x.pdf"),
    "--data",
    data,
  ]);
  expect([blocked.code, blocked.out, existsSync(path("x.pdf"))]).toEqual([1, "", false]);
  const wrong = await finished(["report", "compile", "--yaer", "2025"]);
  expect([wrong.code, wrong.out, wrong.err.startsWith("没有“--yaer”这个选项")]).toEqual([2, "", true]);
  const bad = await finished(["understand"], "nonsense\n");
  expect([bad.code, bad.out, bad.err]).toEqual([
    2,
    "",
    "第 1 行读不懂，请写成一行 JSON，要有 id、now（带时区的时间）和 text。\n",
  ]);
});

test("a PDF is made by the built program", async () => {
  const made = await finished([
    "report",
    "export",
    "--year",
    "2025",
    "--format",
    "pdf",
    "--out",
    path("年报.pdf"),
    "--data",
    copy(),
  ]);
  expect([made.code, made.err, made.out]).toEqual([0, "", `已写入 ${path("年报.pdf")}。\n`]);
});

test("a reader that goes away ends the command without a word", async () => {
  const { child, ended } = start(["ledger", "export", "--data", copy()]);
  await once(child.stdout!, "data");
  child.stdout?.destroy();
  expect([await ended, await text(child.stderr!)]).toEqual([{ code: 0, signal: null }, ""]);
});

test("findings keep their exit code when the reader has read enough", async () => {
  const { child, ended } = start(["report", "check", "--year", "2024", "--json", "--data", copy()]);
  await once(child.stdout!, "data");
  child.stdout?.destroy();
  expect((await ended).code).toBe(1);
});

test.runIf(existsSync("/dev/full"))("a full disk behind the output is told, not swallowed", async () => {
  const full = openSync("/dev/full", "w");
  const { child, ended } = start(["ledger", "export", "--data", copy()], full);
  closeSync(full);
  expect([await text(child.stderr!), (await ended).code]).toEqual(["磁盘已满，请先腾出空间。\n", 1]);
});

test("each turn of a conversation is answered before the next is read; the temporary ledger is gone at the end", async () => {
  const temporary = path("talks");
  const { child, ended } = start(["converse"], "pipe", temporary);
  const now = "2026-03-04T10:30:00+08:00";
  const answers = child.stdout!.setEncoding("utf8")[Symbol.asyncIterator]();
  for (const [user, standing] of [
    ["今天许可办结12件", 1],
    ["撤销", 0],
  ] as const) {
    child.stdin?.write(`${JSON.stringify({ id: "a", now, user })}\n`);
    const { value } = await answers.next();
    expect(JSON.parse(value).ledger).toHaveLength(standing);
  }
  child.stdin?.end();
  expect([await ended, readdirSync(temporary)]).toEqual([{ code: 0, signal: null }, []]);
});

test("one Ctrl-C ends a command that waits for its input", async () => {
  const { child, ended } = start(["understand"]);
  child.stdin?.write('{"id":"1","now":"2026-03-04T10:30:00+08:00","text":"公众号发了3条"}\n');
  await once(child.stdout!, "data");
  child.kill("SIGINT");
  expect(await ended).toEqual({ code: null, signal: "SIGINT" });
});

test("Ctrl-C in the middle of an import leaves the ledger as it was", async () => {
  const data = copy();
  const before = await finished(["ledger", "verify", "--data", data]);
  const rows = Array.from({ length: 60_000 }, (_, at) => `行政许可,1,2025-03-0${(at % 9) + 1},${at}`);
  writeFileSync(path("long.csv"), `指标,数量,期间,编号\n${rows.join("\n")}\n`);
  const { child, ended } = start(["import", path("long.csv"), "--data", data]);
  while (!existsSync(`${data}/ledger.db-wal`)) await new Promise((resolve) => setImmediate(resolve)); // it has begun
  child.kill("SIGINT");
  expect((await ended).signal).toBe("SIGINT");
  expect(await finished(["ledger", "verify", "--data", data])).toEqual(before);
});

/** A data directory in which the demo finds its sample already written. */
function demoAt(name: string): string {
  mkdirSync(path(name));
  renameSync(copy(), `${path(name)}/demo`);
  return path(name);
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "the demo stops in good order at %s and gives its port back",
  async (signal) => {
    const data = demoAt(`demo-${signal}`);
    const running = runCommand(["start", "--port", "0", "--data", data]);
    const address = await running.says(/(http:\/\/127\.0\.0\.1:\d+\/)/);
    expect((await fetch(`${address}healthz`)).status).toBe(200);
    await running.stop(signal);
    await expect(fetch(`${address}healthz`)).rejects.toThrow();
    expect((await finished(["ledger", "verify", "--data", `${data}/demo`])).code).toBe(0);
  },
);

test("a port that is taken is told in one sentence, and the command ends", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  const said = await finished(["start", "--port", String(address.port), "--data", demoAt("taken")]);
  taken.close();
  expect(said).toEqual({ code: 1, signal: null, out: "", err: expect.stringMatching(/^端口已被占用，[^\n]*。\n$/) });
});
