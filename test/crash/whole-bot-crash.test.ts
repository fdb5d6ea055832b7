import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createSimulator, type Simulator } from "@gongkai/simulator";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Home } from "../../packages/bot/src/store/home.ts";
import { type HomePlace, openHome } from "../../packages/bot/src/store/open-home.ts";
import { verifyLedger } from "../../packages/bot/src/store/verify-chain.ts";
import { Crowd } from "../support/a-crowd.ts";
import { LARGE_OFFICE, LARGE_OFFICE_APP, LARGE_OFFICE_PEOPLE } from "../support/a-large-office.ts";
import { freePort } from "../support/free-port.ts";
import { freshSchema } from "../support/fresh-schema.ts";
import { postgresServer } from "../support/services.ts";

/** On each home; GONGKAI_TEST_CRASH_ROUNDS=100 for a long run. */
const ROUNDS = Number(process.env.GONGKAI_TEST_CRASH_ROUNDS ?? 6);
const LONGEST_ROUND_MS = 15_000;
/** A life ends a random moment after a random number of messages it acknowledged. */
const MOST_IN_A_LIFE = 80;
const LONGEST_MOMENT_MS = 20;
/** More than a claim of the outbox lasts: a life finds free what the one before it had claimed. */
const LIVES_APART_MS = 120_000;
const WHOLE_BOT = fileURLToPath(new URL("whole-bot.mjs", import.meta.url));

const server = await postgresServer();

let sim: Simulator;
let port: number;
const spawned: ChildProcess[] = [];
beforeEach(async () => {
  port = await freePort();
  sim = await createSimulator({
    clock: { mode: "real" },
    users: LARGE_OFFICE_PEOPLE.map(({ id, name }) => ({ userid: id, name })),
    apps: [{ ...LARGE_OFFICE_APP, callbackUrl: `http://127.0.0.1:${port}/wecom/callback` }],
    delivery: { attempts: 10, timeoutMs: 5_000, spacingMs: 1_000 }, // comes again while the bot is down, sooner than the platform
  });
});
afterEach(async () => {
  for (const bot of spawned.splice(0)) bot.kill("SIGKILL"); // those a failed test leaves behind
  await sim.close();
});

describe("the whole bot killed under load: what it acknowledged is in the ledger once and answered", () => {
  test(`SQLite, ${ROUNDS} rounds`, { timeout: ROUNDS * LONGEST_ROUND_MS }, async () => {
    const data = await mkdtemp(join(tmpdir(), "gongkai-bot-crash-"));
    await rounds({ data }).finally(() => rm(data, { recursive: true }));
  });

  test.skipIf(server === null)(`PostgreSQL, ${ROUNDS} rounds`, { timeout: ROUNDS * LONGEST_ROUND_MS }, async () => {
    const schema = await freshSchema(server ?? "");
    await rounds({ databaseUrl: schema.url }).finally(schema.drop);
  });
});

async function rounds(place: HomePlace): Promise<void> {
  const began = performance.now();
  const crowd = new Crowd(sim);
  const speaking = crowd.speak();
  let caughtInTheAct = 0;
  let next = standBy(place, 0);
  for (let life = 0; life < ROUNDS; life += 1) {
    const bot = next;
    await bot.start();
    next = standBy(place, life + 1); // loads while this one lives
    await Promise.race([crowd.acknowledges(1 + Math.floor(Math.random() * MOST_IN_A_LIFE)), speaking]);
    await wait(Math.random() * LONGEST_MOMENT_MS);
    await bot.kill();
    const home = await openHome(place);
    caughtInTheAct += await unfinished(home);
    await home.close();
  }
  crowd.fallSilent();
  await next.start();
  await speaking;
  const home = await openHome(place);
  while ((await unfinished(home)) > 0) await wait(50);
  await next.kill();

  expect(caughtInTheAct).toBeGreaterThan(ROUNDS); // else the kills came too late to prove anything
  const { amiss, repeated } = await crowd.account(home);
  expect(amiss).toEqual([]);
  expect(repeated).toBeLessThanOrEqual(ROUNDS);
  expect(await home.inboxDepth()).toMatchObject({ failed: 0 });
  expect(await home.outboxDepth()).toMatchObject({ givenUp: 0 });
  for (const verdict of await verifyLedger(home)) expect(verdict.broken).toBeNull();
  await home.close();
  // a killed process takes its access token with it, and a card it had sent is offered again under its own id
  const ofKills = ({ kind, detail }: { kind: string; detail: string }) =>
    kind === "token-fetched-too-often" || detail.includes("42014");
  expect(sim.control.violations().filter((each) => !ofKills(each))).toEqual([]);
  sim.control.clearViolations();
  console.info(
    `${ROUNDS} kills in ${Math.round((performance.now() - began) / 1000)} s: ${crowd.summary}, ` +
      `none lost, none doubled, ${repeated} answers twice, ${caughtInTheAct} times one was under way`,
  );
}

const unfinished = async (home: Home): Promise<number> =>
  (await home.inboxDepth()).waiting + (await home.outboxDepth()).waiting;

/** A bot that is loaded and waits to be started. */
function standBy(place: HomePlace, life: number) {
  const { agentid, secret, token, aesKey } = LARGE_OFFICE_APP;
  const told = {
    place,
    port,
    office: LARGE_OFFICE,
    people: LARGE_OFFICE_PEOPLE,
    credentials: { corpId: sim.corpid, agentId: String(agentid), secret, token, aesKey },
    apiBase: sim.baseUrl,
    aheadMs: life * LIVES_APART_MS,
  };
  const bot = spawn(process.execPath, [WHOLE_BOT, JSON.stringify(told)], { stdio: "pipe" });
  spawned.push(bot);
  let complaint = "";
  bot.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const ended = once(bot, "close");
  return {
    async start(): Promise<void> {
      bot.stdin.write("start\n");
      await Promise.race([once(bot.stdout, "data"), ended]);
    },
    async kill(): Promise<void> {
      bot.kill("SIGKILL");
      const [, signal] = await ended;
      if (signal !== "SIGKILL") throw new Error(`the bot ended by itself; has the build run? It said: ${complaint}`);
      expect(complaint).toBe("");
    },
  };
}
