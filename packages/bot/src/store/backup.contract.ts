import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { aRecord } from "../../../../test/support/a-record.ts";
import { backupTo, restoreFrom } from "./backup.ts";
import type { CopiedRow } from "./copy-port.ts";
import type { Home } from "./home.ts";

/** Something in every table, with characters that files and engines trip over. */
export async function fill(home: Home, records = 3): Promise<void> {
  const accepted = { organ: "demo", from: "zhang", sentAt: 1, receivedAt: 1, payload: '{"t":"\u2028"}', nonce: "n" };
  for (const key of ["m1", "m2"]) await home.accept({ ...accepted, key, bodyDigest: "d" });
  await home.transact("demo", async (tx) => {
    for (let line = 0; line < records; line += 1) {
      await tx.append("demo", [{ record: aRecord({ line }), words: `第${line}句\u0000\ud800\u2028"\\` }]);
    }
    await tx.eraseWords("demo", [aRecord({ line: 1 }).id]);
    await tx.keepPerson("demo", { case: "c1", name: "张三", contact: null, subject: "规划\n" });
    await tx.put([{ organ: "demo", key: "o1", to: "zhang", body: "{}", notBefore: 0 }], 5);
    await tx.keepTalk("demo", "zhang", '{"v":1}', 5);
    await tx.keepMiss({ organ: "demo", key: "x", at: 5, kind: "asked", text: "？", reading: "{}", became: null });
    await tx.schedule({ organ: "demo", key: "j1", kind: "remind", runAt: 9, payload: "{}" });
    await tx.markDone("demo", "m1", "recorded");
  });
}

export async function rowsOf(home: Home): Promise<CopiedRow[]> {
  const rows: CopiedRow[] = [];
  await home.copyOut(async (page) => void rows.push(...page));
  return rows;
}

export function backupContract(open: () => Promise<Home>): void {
  describe("backup and restore", () => {
    let directory = "";
    let file = "";
    beforeEach(async () => {
      directory = await mkdtemp(join(tmpdir(), "gongkai-backup-"));
      file = join(directory, "backup.jsonl");
    });
    afterEach(() => rm(directory, { recursive: true }));

    test("a restored home is the one backed up, to the last row, and goes on from there", async () => {
      const home = await open();
      await fill(home);
      const { rows, chains } = await backupTo(home, file);
      expect(chains).toMatchObject([{ organ: "demo", records: 3, broken: null, words: { checked: 2, erased: 1 } }]);
      expect((await stat(file)).mode & 0o077).toBe(0);
      expect(await readdir(directory)).toEqual(["backup.jsonl"]);

      const other = await open();
      expect(await restoreFrom(other, file)).toEqual({ rows, chains });
      expect(await rowsOf(other)).toEqual(await rowsOf(home));
      for (const each of [home, other]) {
        await each.transact("demo", (tx) => tx.append("demo", [{ record: aRecord({ line: 9 }), words: null }]));
      }
      expect(await other.head("demo")).toEqual(await home.head("demo"));
    });

    test("a home larger than a page is copied whole, in order", async () => {
      const home = await open();
      await fill(home, 2_100);
      const { rows } = await backupTo(home, file);
      const other = await open();
      expect((await restoreFrom(other, file)).rows).toBe(rows);
      expect(await other.head("demo")).toEqual(await home.head("demo"));
    });

    test("restore writes into a fresh home only", async () => {
      const home = await open();
      await fill(home);
      await backupTo(home, file);
      const before = await rowsOf(home);
      await expect(restoreFrom(home, file)).rejects.toMatchObject({ code: "HOME_NOT_EMPTY" });
      expect(await rowsOf(home)).toEqual(before);
    });

    test("changing, cutting or doubling any part of the file is found and nothing is restored", async () => {
      const home = await open();
      await fill(home);
      await backupTo(home, file);
      const whole = await readFile(file);
      const other = await open();
      const damage = fc.oneof(
        fc.record({ at: fc.nat(whole.length - 2), bit: fc.nat(7) }).map(({ at, bit }) => {
          const bytes = Buffer.from(whole);
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
          return bytes;
        }),
        fc.nat(whole.length - 2).map((length) => whole.subarray(0, length)),
        fc.nat(whole.length - 2).map((from) => Buffer.concat([whole, whole.subarray(from)])),
      );
      await fc.assert(
        fc.asyncProperty(damage, async (bytes) => {
          await writeFile(file, bytes);
          await expect(restoreFrom(other, file)).rejects.toMatchObject({ code: "BACKUP_DAMAGED" });
          expect(await other.isEmpty()).toBe(true);
        }),
        { numRuns: 60 },
      );
    });

    test("a file that is no backup, or not there, is refused with a code", async () => {
      const home = await open();
      await expect(restoreFrom(home, file)).rejects.toMatchObject({ code: "BACKUP_UNREADABLE" });
      await writeFile(file, "");
      await expect(restoreFrom(home, file)).rejects.toMatchObject({ code: "BACKUP_DAMAGED" });
      await writeFile(file, '{"seq":1}\n');
      await expect(restoreFrom(home, file)).rejects.toMatchObject({ code: "BACKUP_DAMAGED" });
    });

    test("rows that are wrong in themselves leave nothing behind", async () => {
      const good = await open();
      await fill(good);
      const rows = await rowsOf(good);
      const ledger = rows.filter(({ table }) => table === "ledger");
      const fresh = await open();
      const attempts: [string, CopiedRow[]][] = [
        ["an unknown table", [...rows, { table: "probe; drop table ledger", row: { id: 2 } }]],
        ["an unknown column", [{ table: "talk", row: { "organ) values (1) --": "x" } }]],
        ["a row twice", [...ledger, ...ledger.slice(0, 1)]],
      ];
      for (const [, bad] of attempts) {
        const rows = (async function* () {
          yield* bad;
        })();
        await expect(fresh.copyIn(rows, async () => {})).rejects.toMatchObject({ code: "BACKUP_DAMAGED" });
        expect(await fresh.isEmpty()).toBe(true);
      }
    });

    test("a directory that is not there is a coded error, and no half file stays behind", async () => {
      const home = await open();
      await fill(home);
      await expect(backupTo(home, join(directory, "no", "b.jsonl"))).rejects.toMatchObject({
        code: "BACKUP_UNWRITABLE",
      });
      await writeFile(`${file}.part`, "left behind");
      await backupTo(home, file);
      expect(await readdir(directory)).toEqual(["backup.jsonl"]);
    });
  });
}
