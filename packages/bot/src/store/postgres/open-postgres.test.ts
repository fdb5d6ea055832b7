import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { aRecord } from "../../../../../test/support/a-record.ts";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { type FreshSchema, freshSchema } from "../../../../../test/support/fresh-schema.ts";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { postgresServer } from "../../../../../test/support/services.ts";
import { fill, rowsOf } from "../backup.contract.ts";
import { backupTo, restoreFrom } from "../backup.ts";
import { openSqliteHome } from "../sqlite/open-sqlite.ts";
import { openPostgresHome } from "./open-postgres.ts";

const server = await postgresServer();
const schemas: FreshSchema[] = [];
afterEach(async () => {
  for (const schema of schemas.splice(0)) await schema.drop();
});
const fresh = async (): Promise<string> => {
  const schema = await freshSchema(server ?? "");
  schemas.push(schema);
  return schema.url;
};
const raw = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
};

test.each([
  ["nobody listens", "postgres://u:topsecret@127.0.0.1:9/db", "DATABASE_UNREACHABLE"],
  ["no such host", "postgres://u:topsecret@no-such-host.invalid/db", "DATABASE_UNREACHABLE"],
])("%s: a coded error that keeps the password to itself", async (_name, url, code) => {
  const refusal = await openPostgresHome(url).catch((reason: unknown) => reason);
  expect(refusal).toMatchObject({ name: "StoreError", code });
  expect(String(refusal)).not.toContain("topsecret");
});

describe.skipIf(server === null)("on a server", () => {
  test("a database that is not there is named as such", async () => {
    const url = new URL(server ?? "");
    url.pathname = "/gongkai_no_such_database";
    await expect(openPostgresHome(url.href)).rejects.toMatchObject({ code: "DATABASE_MISSING" });
  });

  test("a ledger of a newer program is refused", async () => {
    const url = await fresh();
    await (await openPostgresHome(url)).close();
    await raw(url, "insert into migration values (99, 'later', 0)");
    await expect(openPostgresHome(url)).rejects.toMatchObject({ code: "NEWER_VERSION" });
  });

  test("processes that open at once end in one schema and one chain", async () => {
    const url = await fresh();
    const homes = await Promise.all(Array.from({ length: 4 }, () => openPostgresHome(url)));
    await Promise.all(
      homes.flatMap((home, at) =>
        Array.from({ length: 20 }, (_, line) =>
          home.transact("demo", (tx) =>
            tx.append("demo", [{ record: aRecord({ source: `p${at % 2}`, line }), words: null }]),
          ),
        ),
      ),
    );
    const seqs = (await homes[0]?.recordsAfter("demo", 0))?.map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    for (const home of homes) await home.close();
  });

  test.each(["update ledger set body = '{}'", "delete from ledger", "truncate ledger"])(
    "the ledger table only grows: %s",
    async (statement) => {
      const url = await fresh();
      const home = await openPostgresHome(url);
      await home.transact("demo", (tx) => tx.append("demo", [{ record: aRecord(), words: null }]));
      const before = await home.storedLines("demo", 0, 10);
      await expect(raw(url, statement)).rejects.toThrow("append-only");
      expect(await home.storedLines("demo", 0, 10)).toEqual(before);
      await home.close();
    },
  );

  test("a connection that is cut is a coded error, and the next call works", async () => {
    const url = await fresh();
    const home = await openPostgresHome(url);
    const cut = home.transact("demo", async (tx) => {
      await tx.append("demo", [{ record: aRecord(), words: null }]);
      await raw(
        url,
        "select pg_terminate_backend(pid) from pg_locks where relation = 'ledger'::regclass and pid <> pg_backend_pid()",
      );
      await tx.head("demo");
    });
    await expect(cut).rejects.toMatchObject({ code: "DATABASE_LOST" });
    expect(await home.head("demo")).toMatchObject({ seq: 0 });
    await home.transact("demo", (tx) => tx.append("demo", [{ record: aRecord(), words: null }]));
    expect(await home.head("demo")).toMatchObject({ seq: 1 });
    await home.close();
  });

  test("an office moves from SQLite to PostgreSQL and back to the last row", async () => {
    const directory = await mkdtemp(join(tmpdir(), "gongkai-move-"));
    const small = await openSqliteHome(join(directory, "small"));
    const large = await openPostgresHome(await fresh());
    const again = await openSqliteHome(join(directory, "again"));
    await fill(small);
    await backupTo(small, join(directory, "there.jsonl"));
    await restoreFrom(large, join(directory, "there.jsonl"));
    await backupTo(large, join(directory, "back.jsonl"));
    await restoreFrom(again, join(directory, "back.jsonl"));
    expect(await rowsOf(again)).toEqual(await rowsOf(small));
    for (const home of [small, large, again]) await home.close();
    await rm(directory, { recursive: true });
  });

  test("organs do not wait for each other", async () => {
    const home = await openPostgresHome(await fresh());
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const holding = home.transact("demo", () => held);
    expect(await home.transact("xian", async () => "done")).toBe("done");
    letGo();
    await holding;
    await home.close();
  });
});
