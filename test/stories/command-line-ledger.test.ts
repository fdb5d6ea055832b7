import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import Libsql from "libsql";
import { expect, test } from "vitest";
import { verifyExport } from "../../packages/bot/src/store/export-ledger.ts";
import { type } from "../support/at-the-keyboard.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const { path, copy, onSample } = sampleDesk();
const lines = (text: string) => text.split("\n").filter((line) => line !== "");
const verify = (data: string, ...more: string[]) => type(["ledger", "verify", "--data", data, ...more]);

test("the ledger is exported line by line, anyone can recompute its chain, and no words or names are in it", async () => {
  const { out, err, code } = await onSample(["ledger", "export"]);
  expect([err, code]).toEqual(["", 0]);
  const exported = await verifyExport(lines(out));
  expect(exported).toMatchObject({ records: lines(out).length, broken: null });
  const verified = await onSample(["ledger", "verify"]);
  expect(verified).toMatchObject({ err: "", code: 0 });
  expect(verified.out).toContain(`${exported.records} 条记录，链完整`);
  expect(verified.out).toContain(exported.head);
  for (const line of lines(out)) expect(Object.keys(JSON.parse(line))).toEqual(["hash", "previous", "record", "seq"]);
});

// biome-ignore format: the columns are the test
test.each<[string, string]>([
  ["a figure is changed",         `update ledger set body = replace(body, '"quantity":3', '"quantity":4') where seq = (select min(seq) from ledger where body like '%"quantity":3,%')`],
  ["a record is taken out",       "delete from ledger where seq = 700"],
  ["somebody's words are changed", "update words set text = '许可办结9件' where record = (select id from ledger where seq = 500)"],
])("%s in the database file: verify names the organ and the place, exit 1", async (_, sql) => {
  const data = copy();
  tamper(data, sql);
  const { out, err, code } = await verify(data);
  expect([err, code]).toEqual(["", 1]);
  expect(out).toMatch(/^yunhe-commerce：账本被动过。/);
});

test("a chain cannot know its own end: a cut one is told by the head an earlier verify printed", async () => {
  const data = copy();
  const { out } = await verify(data);
  const [, count, head = ""] = /：(\d+) 条记录，链完整.*哈希 ([0-9a-f]{64})/.exec(out) ?? [];
  const last = await verify(data, "--head", head.toUpperCase());
  expect(last).toMatchObject({ err: "", code: 0 });
  expect(last.out).toContain(`是第 ${count} 条，正是最后一条。`);

  tamper(data, "delete from ledger where seq = (select max(seq) from ledger)");
  const cut = await verify(data);
  expect(cut.code).toBe(0);
  expect(cut.out).toContain(`：${Number(count) - 1} 条记录，链完整`);
  const told = await verify(data, "--head", head);
  expect([told.err, told.code]).toEqual(["", 1]);
  expect(told.out).toContain("不在账里：末尾的记录被删过，或者整本账被换过。");
});

test("a head noted long ago is found where it was, several at once; what is no hash is said to be none", async () => {
  const { out } = await onSample(["ledger", "export"]);
  const exported = lines(out).map((line) => JSON.parse(line));
  const heads = [exported[99].hash, exported[499].hash];
  const met = await onSample(["ledger", "verify", ...heads.flatMap((hash) => ["--head", hash])]);
  expect([met.err, met.code]).toEqual(["", 0]);
  expect(met.out).toContain(`是第 100 条，之后又记了 ${exported.length - 100} 条。`);
  expect(met.out).toContain(`是第 500 条，之后又记了 ${exported.length - 500} 条。`);
  const wrong = await onSample(["ledger", "verify", "--head", "3f7a"]);
  expect([wrong.out, wrong.code]).toEqual(["", 2]);
  expect(wrong.err).toContain("--head 的“3f7a”不对");
});

test("words are erased for good, the record and its chain stay; one wrong number erases nothing", async () => {
  const data = copy();
  const [first, second] = lines((await type(["ledger", "export", "--data", data])).out)
    .map((line) => JSON.parse(line).record.id as string)
    .slice(400, 402);
  const erase = (...more: string[]) => type(["ledger", "erase", "--data", data, ...more]);
  const stray = await erase("--record", String(first), "--record", "r:no:such:1");
  expect([stray.out, stray.code]).toEqual(["", 1]);
  expect(stray.err).toContain("r:no:such:1 没有原话");

  const done = await erase("--record", String(first), "--record", String(second));
  expect([done.err, done.code]).toEqual(["", 0]);
  expect(done.out).toContain("已清除 2 条原话、0 名申请人的信息");
  const { out, code } = await verify(data);
  expect(code).toBe(0);
  expect(out).toContain("2 条原话已依法清除");
  expect((await erase("--record", String(first))).err).toContain("早已清除");
});

// biome-ignore format: the columns are the test
test.each([
  [[],                       "要写清除哪些",             "nothing named"],
  [["--record", "第4条"],    "“第4条”不是记录编号",      "a number from the page is no id"],
  [["--case", "2025-003"],   "“2025-003”不是案件编号",   "a case by its spoken number"],
])("ledger erase %j: %s (%s)", async (options, says, _why) => {
  const { out, err, code } = await onSample(["ledger", "erase", ...options]);
  expect([out, code]).toEqual(["", 2]);
  expect(err).toContain(says);
});

function tamper(data: string, sql: string): void {
  const database = new Libsql(`${data}/ledger.db`);
  for (const { name } of database.prepare("select name from sqlite_master where type = 'trigger'").all() as {
    name: string;
  }[])
    database.exec(`drop trigger ${name}`); // who can write the file can do this too
  database.exec(sql);
  database.close();
}

test("a backup restored into a fresh directory has the same chain, texts and figures; into a filled one it is refused", async () => {
  const data = copy();
  const [backup, fresh] = [path("一月.backup"), path("restored")];
  const made = await type(["ledger", "backup", backup, "--data", data]);
  expect([made.err, made.code]).toEqual(["", 0]);
  expect(made.out).toContain(`已备份到 ${backup}`);
  const restored = await type(["ledger", "restore", backup, "--data", fresh]);
  expect([restored.err, restored.code]).toEqual(["", 0]);
  expect((await verify(fresh)).out).toBe((await verify(data)).out);
  const config = ["--config", `${data}/gongkai.yaml`, "--data"];
  const compiled = async (where: string) => (await type(["report", "compile", "--year", "2025", ...config, where])).out;
  expect(await compiled(fresh)).toBe(await compiled(data));
  const again = await type(["ledger", "restore", backup, "--data", fresh]);
  expect([again.out, again.code]).toEqual(["", 1]);
  expect(again.err).toContain("恢复只能写进全新的台账");
  expect((await verify(fresh)).code).toBe(0);
});

test("a backup that was changed or cut off restores nothing", async () => {
  const backup = path("二月.backup");
  await onSample(["ledger", "backup", backup]);
  const text = readFileSync(backup, "utf8");
  const spoilt = {
    changed: text.replace('"quantity\\":3', '"quantity\\":4'),
    cut: text.slice(0, text.length / 2),
    other: "hello\n",
    empty: "",
  };
  expect(spoilt.changed).not.toBe(text);
  for (const [name, content] of Object.entries(spoilt)) {
    writeFileSync(path(name), content);
    const fresh = path(`from-${name}`);
    const { out, err, code } = await type(["ledger", "restore", path(name), "--data", fresh]);
    expect([name, out, code]).toEqual([name, "", 1]);
    expect(err).toContain("备份文件不完整或被改动过，没有恢复任何内容");
    expect((await verify(fresh)).out).toBe("账本是空的，没有什么可验。\n");
    expect((await type(["ledger", "restore", backup, "--data", fresh])).code).toBe(0);
  }
});

test("a backup replaces an older backup and nothing else; a directory, a device and the ledger itself stay", async () => {
  const data = copy();
  const backup = path("三月.backup");
  expect((await type(["ledger", "backup", backup, "--data", data])).code).toBe(0);
  expect((await type(["ledger", "backup", backup, "--data", data])).code).toBe(0);
  const ledger = readFileSync(`${data}/ledger.db`);
  const onto = await type(["ledger", "backup", `${data}/ledger.db`, "--data", data]);
  expect([onto.err, onto.code]).toEqual([
    `${data}/ledger.db 已经有了，而且不是同一种文件，没有覆盖。请换一个文件名。\n`,
    1,
  ]);
  expect(readFileSync(`${data}/ledger.db`).equals(ledger)).toBe(true);
  for (const wrong of [data, "/dev/null"]) {
    const { err, code } = await type(["ledger", "backup", wrong, "--data", data]);
    expect([err, code]).toEqual([`${wrong} 不是普通文件，请写一个文件名。\n`, 2]);
  }
});

test("where no ledger is, reading makes none: a mistyped directory is told", async () => {
  const nowhere = path("typo");
  for (const words of [
    ["ledger", "verify"],
    ["ledger", "backup", path("x.backup")],
  ]) {
    const { out, err, code } = await type([...words, "--data", nowhere]);
    expect([out, code]).toEqual(["", 1]);
    expect(err).toBe(
      `${nowhere} 里还没有台账，请核对 --data；新的机关先运行 gongkai start 或 gongkai import 开始记账。\n`,
    );
  }
  expect(existsSync(nowhere)).toBe(false);
  expect(existsSync(path("x.backup"))).toBe(false);
});

test("a ledger that is a directory, a text or torn in the middle is told in one sentence", async () => {
  const torn = copy();
  const file = readFileSync(`${torn}/ledger.db`);
  writeFileSync(`${torn}/ledger.db`, Buffer.concat([file.subarray(0, 4096), Buffer.alloc(file.length - 4096, 7)]));
  const text = path("text-for-ledger");
  mkdirSync(text);
  writeFileSync(`${text}/ledger.db`, "这不是账本".repeat(500));
  const directory = path("directory-for-ledger");
  mkdirSync(`${directory}/ledger.db`, { recursive: true });
  for (const data of [torn, text, directory]) {
    for (const words of [["verify"], ["backup", path("never.backup")]]) {
      const { out, err, code } = await type(["ledger", ...words, "--data", data]);
      expect([data, out, code]).toEqual([data, "", 1]);
      expect(lines(err)).toEqual([expect.stringMatching(/。$/)]);
      expect(err).not.toMatch(/SQLITE|Error| at /);
    }
  }
  expect(existsSync(path("never.backup"))).toBe(false);
});

test("--organ picks a chain to verify; an organ the ledger does not have is named with those it has", async () => {
  expect((await onSample(["ledger", "verify", "--organ", "yunhe-commerce"])).code).toBe(0);
  expect(await onSample(["ledger", "verify", "--organ", "../etc"])).toEqual({
    out: "",
    err: "台账里没有 ../etc 这个机关，可选：yunhe-commerce。\n",
    code: 2,
  });
  for (const words of [
    ["backup", path("one.backup")],
    ["restore", path("一月.backup")],
  ]) {
    const { err, code } = await onSample(["ledger", ...words, "--organ", "yunhe-commerce"]);
    expect([code, err]).toEqual([2, expect.stringContaining("请去掉 --organ")]);
  }
});
