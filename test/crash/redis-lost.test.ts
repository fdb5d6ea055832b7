import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createSimulator, type Simulator } from "@gongkai/simulator";
import { afterEach, expect, test } from "vitest";
import type { Home } from "../../packages/bot/src/store/home.ts";
import { redisShared } from "../../packages/bot/src/store/redis/redis-shared.ts";
import { verifyLedger } from "../../packages/bot/src/store/verify-chain.ts";
import { Crowd } from "../support/a-crowd.ts";
import { LARGE_OFFICE_APP, LARGE_OFFICE_PEOPLE } from "../support/a-large-office.ts";
import { freePort } from "../support/free-port.ts";
import { startWholeBot, type WholeBot } from "../support/whole-bot.ts";

/** Acknowledged messages before, during and after the time without Redis. */
const STRETCH = 150;
/** Twenty-four speak at once: eighty messages a second, which one process works off as they come. */
const BREATH_MS = 300;

const isThere = spawnSync("redis-server", ["--version"]).status === 0;
if (!isThere && process.env.GONGKAI_TEST_SERVICES === "required")
  throw new Error("redis-server is required (GONGKAI_TEST_SERVICES=required) and is not installed");
if (!isThere) console.warn("SKIPPED: there is no redis-server to kill here");

let redis: ChildProcess;
let sim: Simulator;
let bot: WholeBot;
let data: string;
afterEach(async () => {
  redis.kill("SIGKILL");
  await sim.close();
  await bot.stop();
  await rm(data, { recursive: true });
});

test.skipIf(!isThere).each(["SIGKILL", "SIGSTOP"] as const)(
  "Redis gets %s while two hundred people speak and another comes up empty: nothing acknowledged is lost, everybody is answered",
  { timeout: 120_000 },
  async (signal) => {
    const port = await freePort();
    await open(port);
    const crowd = new Crowd(sim, BREATH_MS);
    const speaking = crowd.speak();
    await crowd.acknowledges(STRETCH);
    const gone = once(redis, "exit");
    redis.kill(signal);
    await crowd.acknowledges(STRETCH);
    await answersShown(crowd.acknowledged); // without any help of Redis
    redis.kill("SIGKILL");
    await gone;
    redis = await startRedis(port);
    await crowd.acknowledges(STRETCH);
    crowd.fallSilent();
    await speaking;
    while ((await unfinished(bot.home)) > 0) await wait(50);

    expect(await crowd.account(bot.home)).toEqual({ amiss: [], repeated: 0 });
    expect(await bot.home.inboxDepth()).toMatchObject({ failed: 0 });
    expect(await bot.home.outboxDepth()).toMatchObject({ givenUp: 0 });
    for (const verdict of await verifyLedger(bot.home)) expect(verdict.broken).toBeNull();
    expect(bot.faults).toEqual([]);
    expect(sim.control.violations()).toEqual([]);
    console.info(`${signal}: ${crowd.summary}`);
  },
);

async function open(port: number): Promise<void> {
  data = await mkdtemp(join(tmpdir(), "gongkai-redis-lost-"));
  redis = await startRedis(port);
  sim = await createSimulator({
    clock: { mode: "real" },
    users: LARGE_OFFICE_PEOPLE.map(({ id, name }) => ({ userid: id, name })),
    apps: [LARGE_OFFICE_APP],
  });
  bot = await startWholeBot({
    simulator: sim,
    place: { data },
    now: Date.now,
    sleep: (ms, signal) => wait(ms, undefined, signal ? { signal } : {}),
    shared: await redisShared({ redisUrl: `redis://127.0.0.1:${port}`, prefix: "gongkai" }),
  });
}

const unfinished = async (home: Home): Promise<number> =>
  (await home.inboxDepth()).waiting + (await home.outboxDepth()).waiting;

/** Resolves when so many answers are in the chats. */
async function answersShown(count: number): Promise<void> {
  const shown = () =>
    LARGE_OFFICE_PEOPLE.flatMap(({ id }) => sim.control.timeline(id).filter(({ from }) => from === "product")).length;
  while (shown() < count) await wait(50);
}

async function startRedis(port: number): Promise<ChildProcess> {
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const server = spawn("redis-server", options, { stdio: ["ignore", "pipe", "inherit"] });
  for await (const text of server.stdout) if (String(text).includes("Ready to accept connections")) break;
  return server;
}
