import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openHome } from "./open-home.ts";
import { openShared } from "./open-shared.ts";

test("a data directory is enough: no server is asked", async () => {
  const data = await mkdtemp(join(tmpdir(), "gongkai-open-"));
  const home = await openHome({ data });
  await home.probe();
  await home.close();
  expect(await readdir(data)).toContain("ledger.db");
  await rm(data, { recursive: true });
});

test("a database server comes before the data directory", async () => {
  const place = { databaseUrl: "postgres://nobody@127.0.0.1:9/none", data: "/nowhere" };
  await expect(openHome(place)).rejects.toMatchObject({ code: "DATABASE_UNREACHABLE" });
});

test("no place at all is the caller's mistake", async () => {
  await expect(openHome({})).rejects.toThrow("needs databaseUrl or data");
});

test("without a cache server the shared ports run in the process", async () => {
  const shared = await openShared({});
  expect(await shared.lease.acquire("ticker", "a", 1_000)).toBe(true);
  await shared.close();
});
