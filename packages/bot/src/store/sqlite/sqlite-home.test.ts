import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe } from "vitest";
import { homeContract } from "../home.contract.ts";
import type { Home } from "../home.ts";
import { sessionsContract } from "../sessions.contract.ts";
import { openSqliteHome } from "./open-sqlite.ts";

const opened: { home: Home; directory: string }[] = [];

async function openFresh(): Promise<Home> {
  const directory = await mkdtemp(join(tmpdir(), "gongkai-home-"));
  const home = await openSqliteHome(directory);
  opened.push({ home, directory });
  return home;
}

afterEach(async () => {
  for (const { home, directory } of opened.splice(0)) {
    await home.close();
    await rm(directory, { recursive: true });
  }
});

describe("SQLite", () => {
  homeContract(openFresh);
  sessionsContract(openFresh);
});
