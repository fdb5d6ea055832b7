import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { CopiedRow } from "../../packages/bot/src/store/copy-port.ts";
import type { Home } from "../../packages/bot/src/store/home.ts";
import { type HomePlace, openHome } from "../../packages/bot/src/store/open-home.ts";
import { verifyLedger } from "../../packages/bot/src/store/verify-chain.ts";
import { freshSchema } from "../support/fresh-schema.ts";
import { postgresServer } from "../support/services.ts";

/** On each home; GONGKAI_TEST_CRASH_ROUNDS=100 for a long run. */
const ROUNDS = Number(process.env.GONGKAI_TEST_CRASH_ROUNDS ?? 4);
const BUSY_BOT = fileURLToPath(new URL("busy-bot.mjs", import.meta.url));
/** A round ends a random moment after a random number of acknowledged messages. */
const MOST_IN_A_ROUND = 60;
const LONGEST_MOMENT_MS = 20;

const server = await postgresServer();

describe("a bot killed under load", () => {
  test(`loses nothing it acknowledged and does nothing twice: SQLite, ${ROUNDS} rounds`, {
    timeout: ROUNDS * 15_000,
  }, async () => {
    const data = await mkdtemp(join(tmpdir(), "gongkai-crash-"));
    await rounds({ data }).finally(() => rm(data, { recursive: true }));
  });

  test.skipIf(server === null)(
    `loses nothing it acknowledged and does nothing twice: PostgreSQL, ${ROUNDS} rounds`,
    { timeout: ROUNDS * 15_000 },
    async () => {
      const schema = await freshSchema(server ?? "");
      await rounds({ databaseUrl: schema.url }).finally(schema.drop);
    },
  );
});

async function rounds(place: HomePlace): Promise<void> {
  const acknowledged = new Set<string>();
  let caughtInTheAct = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const key of await killedRound(place, round)) acknowledged.add(key);
    const home = await openHome(place);
    caughtInTheAct += await account(home, acknowledged);
    await home.close();
  }
  expect(caughtInTheAct).toBeGreaterThan(0); // else the kills came too late to prove anything

  const [code] = await once(
    spawn(process.execPath, [BUSY_BOT, JSON.stringify({ place })], { stdio: "inherit" }),
    "close",
  );
  expect(code).toBe(0);
  const home = await openHome(place);
  expect(await account(home, acknowledged)).toBe(0);
  await home.close();
  console.info(`${acknowledged.size} messages acknowledged, ${caughtInTheAct} times one was waiting at a kill`);
}

/** Returns the keys whose acceptance the bot had told before it died. */
async function killedRound(place: HomePlace, round: number): Promise<string[]> {
  const bot = spawn(process.execPath, [BUSY_BOT, JSON.stringify({ place, round })], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const enough = 1 + Math.floor(Math.random() * MOST_IN_A_ROUND);
  let printed = "";
  let complaint = "";
  const busy = new Promise<void>((resolve) => {
    bot.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (printed.split("\n").length > enough + 1) resolve();
    });
  });
  bot.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const ended = once(bot, "close");
  await Promise.race([busy, ended]);
  await wait(Math.random() * LONGEST_MOMENT_MS);
  bot.kill("SIGKILL");
  const [, signal] = await ended;
  if (signal !== "SIGKILL") throw new Error(`the bot ended by itself; has the build run? It said: ${complaint}`);
  return printed.split("\n").slice(1, -1); // the first says ready, the last may be cut off
}

/** Every acknowledged message is there once, and has one record and one reply exactly when it is done. */
async function account(home: Home, acknowledged: ReadonlySet<string>): Promise<number> {
  const { inbox, ledger, outbox, waiting } = await contents(home);
  const lost = [...acknowledged].filter((key) => !inbox.has(key));
  expect(lost).toEqual([]);
  expect(duplicatesIn(inbox)).toEqual([]);
  expect(duplicatesIn(ledger)).toEqual([]);
  expect(duplicatesIn(outbox)).toEqual([]);
  for (const key of inbox.keys()) {
    const expected = waiting.has(key) ? undefined : 1;
    if (ledger.get(key) !== expected || outbox.get(key) !== expected) {
      throw new Error(
        `${key}: ${waiting.has(key) ? "waiting" : "done"}, ${ledger.get(key)} records, ${outbox.get(key)} replies`,
      );
    }
  }
  expect([...ledger.keys()].filter((key) => !inbox.has(key))).toEqual([]);
  for (const verdict of await verifyLedger(home)) expect(verdict.broken).toBeNull();
  return waiting.size;
}

const duplicatesIn = (counts: ReadonlyMap<string, number>) => [...counts].filter(([, count]) => count !== 1);

async function contents(home: Home) {
  const rows: CopiedRow[] = [];
  await home.copyOut(async (page) => void rows.push(...page));
  const count = (table: string, keyOf: (row: CopiedRow["row"]) => unknown) => {
    const counts = new Map<string, number>();
    for (const each of rows) {
      if (each.table !== table) continue;
      const key = String(keyOf(each.row));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  const inInbox = rows.filter(({ table }) => table === "inbox").map(({ row }) => row);
  return {
    inbox: count("inbox", (row) => row.message_key),
    ledger: count("ledger", (row) => JSON.parse(String(row.body)).source),
    outbox: count("outbox", (row) => row.row_key),
    waiting: new Set(inInbox.filter(({ state }) => state === "waiting").map((row) => String(row.message_key))),
  };
}
