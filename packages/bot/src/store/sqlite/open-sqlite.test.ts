import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { aRecord } from "../../../../../test/support/a-record.ts";
import { MIGRATIONS } from "../sql/migrations.ts";
import { TABLES } from "../sql/tables.ts";
import { LEDGER_FILE, openSqliteHome } from "./open-sqlite.ts";

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "gongkai-sqlite-"));
});
afterEach(async () => {
  await chmod(directory, 0o700);
  await rm(directory, { recursive: true });
});
const file = () => join(directory, LEDGER_FILE);

describe("opening", () => {
  test("makes the directory, keeps others out, and leaves the whole ledger in one file", async () => {
    const deep = join(directory, "a", "b");
    const home = await openSqliteHome(deep);
    await home.transact("demo", (tx) => tx.append("demo", [{ record: aRecord(), words: "3条" }]));
    expect((await stat(deep)).mode & 0o077).toBe(0);
    for (const name of await readdir(deep)) expect((await stat(join(deep, name))).mode & 0o077, name).toBe(0);
    await home.close();
    for (const name of await readdir(deep)) if (name !== LEDGER_FILE) await rm(join(deep, name)); // an empty log at most
    const again = await openSqliteHome(deep);
    expect(await again.head("demo")).toMatchObject({ seq: 1 });
    await again.close();
  });

  // biome-ignore format: the columns are the test
  test.each<[string, () => Promise<void> | void, string]>([
    ["a file that is no database",      () => writeFile(file(), "公开台账".repeat(500)),                          "NOT_A_LEDGER"],
    ["somebody else's database",        () => raw("create table photos (id integer)"),                           "NOT_A_LEDGER"],
    ["a ledger of a newer program",     () => raw("create table migration (number bigint, name text, run_at bigint); insert into migration values (99, 'later', 0)"), "NEWER_VERSION"],
    ["a directory in the file's place", () => mkdir(file()).then(() => {}),                                       "LEDGER_UNOPENABLE"],
  ])("%s is refused with a code", async (_name, prepare, code) => {
    await prepare();
    await expect(openSqliteHome(directory)).rejects.toMatchObject({ name: "StoreError", code });
  });

  test("a path that leads through a file is refused with a code", async () => {
    await writeFile(join(directory, "plain"), "");
    await expect(openSqliteHome(join(directory, "plain", "data"))).rejects.toMatchObject({ code: "LEDGER_UNWRITABLE" });
  });

  test("a copy of a home holds every table and column the migrations make", async () => {
    await (await openSqliteHome(directory)).close();
    const database = new Libsql(file());
    const inSchema = database.prepare("select name from sqlite_master where type = 'table' order by name").all();
    const ours = TABLES.map(({ name }) => ({ name }));
    expect(inSchema).toEqual(
      [...ours, { name: "migration" }, { name: "probe" }].sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    for (const { name, columns } of TABLES) {
      expect(database.prepare(`select name from pragma_table_info('${name}')`).all()).toEqual(
        columns.map((column) => ({ name: column })),
      );
    }
    database.close();
  });

  test("migrations are numbered from one without gaps", () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  });
});

describe("the ledger table only grows", () => {
  test.each([
    "update ledger set body = '{}'",
    "delete from ledger",
    "insert or replace into ledger select organ, seq, id, '{}', previous, hash from ledger",
    "insert or replace into ledger select organ, 7, id, '{}', previous, hash from ledger",
    "insert into ledger select organ, seq, 'r:x:y:1', '{}', previous, hash from ledger",
  ])("%s", async (statement) => {
    const home = await openSqliteHome(directory);
    await home.transact("demo", (tx) => tx.append("demo", [{ record: aRecord(), words: null }]));
    const before = await home.storedLines("demo", 0, 10);
    expect(() => raw(statement)).toThrow("append-only");
    expect(await home.storedLines("demo", 0, 10)).toEqual(before);
    await home.close();
  });
});

describe("another process", () => {
  test("may open the live file, read it and write to it", async () => {
    const here = await openSqliteHome(directory);
    const there = await openSqliteHome(directory);
    const append = (home: typeof here, source: string) =>
      Promise.all(
        Array.from({ length: 40 }, (_, line) =>
          home.transact("demo", (tx) => tx.append("demo", [{ record: aRecord({ source, line }), words: null }])),
        ),
      );
    await Promise.all([append(here, "bot"), append(there, "import")]);
    expect(await here.head("demo")).toEqual(await there.head("demo"));
    expect((await here.recordsAfter("demo", 0)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 80 }, (_, at) => at + 1),
    );
    await here.close();
    await there.close();
  });

  test("that holds the file for a while is waited for without holding up this one", async () => {
    const home = await openSqliteHome(directory);
    const holder = spawn(process.execPath, [
      "-e",
      `const D = require("libsql"); const d = new D(process.argv[1]); d.exec("begin immediate");
       console.log("held"); process.stdin.on("data", () => { d.exec("rollback"); process.exit(0); });`,
      file(),
    ]);
    await once(holder.stdout, "data");
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    const writing = home.probe();
    while (turns < 5) await new Promise(setImmediate); // the event loop goes on while the file is held
    expect((await home.head("demo")).seq).toBe(0); // and so do reads
    holder.stdin.write("let go\n");
    await writing;
    clearInterval(turning);
    await home.close();
  });

  test("opening a new file at once ends in one schema", async () => {
    const homes = await Promise.all(Array.from({ length: 4 }, () => openSqliteHome(directory)));
    await Promise.all(homes.map((home) => home.probe()));
    for (const home of homes) await home.close();
  });
});

function raw(statements: string): void {
  const database = new Libsql(file());
  try {
    database.exec(statements);
  } finally {
    database.close();
  }
}
