import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type ChaosRates, createSimulator, type Delivery, type Simulator } from "@gongkai/simulator";
import { afterEach, describe, expect, test } from "vitest";
import type { HomePlace } from "../../packages/bot/src/store/open-home.ts";
import { verifyLedger } from "../../packages/bot/src/store/verify-chain.ts";
import { LARGE_OFFICE, LARGE_OFFICE_APP, LARGE_OFFICE_PEOPLE } from "../support/a-large-office.ts";
import { freshSchema } from "../support/fresh-schema.ts";
import { provoked } from "../support/provoked.ts";
import { postgresServer } from "../support/services.ts";
import { simulatedSleep } from "../support/simulated-sleep.ts";
import { SPOKEN_FROM, type Spoken, spokenBy } from "../support/spoken-turns.ts";
import { startWholeBot, type WholeBot } from "../support/whole-bot.ts";
import { recordsBySource } from "../support/written-records.ts";

/** Two hundred people say two things each; GONGKAI_TEST_CHAOS=full for ten each, two thousand in all. */
const PAIRS = process.env.GONGKAI_TEST_CHAOS === "full" ? 5 : 1;
const RATES: ChaosRates = {
  duplicate: 0.2,
  "late-answer": 0.2, // past five seconds, so delivered again
  reorder: 0.1,
  "retry-after-success": 0.05,
  "non-numeric-msgid": 0.05,
  "wrong-signature": 0.02,
  "wrong-receiveid": 0.02,
  "tampered-ciphertext": 0.02,
  "huge-body": 0.01,
  "inner-xxe": 0.02,
};
/** A held message is sent after a second at the latest: who waits longer is overtaken by others, never by himself. */
const BREATH_MS = 1_500;
/** Every repeat and every held delivery has come by then. */
const LAST_REPEAT_MS = 60_000;
/** Seconds of the simulated clock, each at least a hundredth of a real one. */
const LONGEST_REST = 30_000;

let sim: Simulator;
let bot: WholeBot;
let leave: () => Promise<void>;
let advance: (ms: number) => Promise<void>;
afterEach(async () => {
  await sim.close();
  await bot.stop();
  await leave();
});

const server = await postgresServer();

describe.each([
  ["SQLite", "large-office-1"],
  ["PostgreSQL", "large-office-2"],
] as const)("the whole bot of a large office on %s, seed %s", (home, seed) => {
  test.skipIf(home === "PostgreSQL" && server === null)(
    `every fact once, every reply once and in order, whatever befalls the deliveries: ${PAIRS * 2} messages a member`,
    { timeout: 1_200_000 },
    () => chaos(home, seed),
  );
});

async function chaos(home: "SQLite" | "PostgreSQL", seed: string): Promise<void> {
  const began = performance.now();
  await open(seed, home === "SQLite" ? await aDirectory() : await aSchema(server ?? ""));
  const chats = new Map(LARGE_OFFICE_PEOPLE.map(({ id }, at) => [id, spokenBy(at, PAIRS)]));
  const deliveries = await everybodySpeaks(chats, randomFrom(seed));
  const reports = await Promise.all([...deliveries.values()].flat().map(({ settled }) => settled));

  expect(reports.filter(({ outcome }) => outcome !== "accepted")).toEqual([]);
  const refused = reports.flatMap(({ forged }) => Object.values(forged).map(({ status = 0 }) => status));
  expect(refused.filter((status) => status < 400 || status > 499)).toEqual([]);
  const share = (count: number) => count / reports.length;
  expect(share(reports.filter(({ attempts }) => attempts.length > 1).length)).toBeGreaterThan(0.1);
  expect(share(reports.filter(({ repeats }) => repeats.length > 0).length)).toBeGreaterThan(0.1);

  const written = await recordsBySource(bot.home, LARGE_OFFICE.key);
  const overtaken = overtakings([...written.keys()], [...deliveries.values()].flat());
  expect(share(overtaken)).toBeGreaterThan(0.01);

  const amiss = [...chats].flatMap(([member, turns]) => amissFor(member, turns, deliveries.get(member) ?? [], written));
  expect(amiss).toEqual([]);
  const told = [...chats.values()].flat().flatMap(({ writes }) => writes);
  expect([...written.values()].flat()).toHaveLength(told.length);
  expect(await bot.home.inboxDepth()).toMatchObject({ waiting: 0, failed: 0 });
  expect(await bot.home.outboxDepth()).toMatchObject({ waiting: 0, givenUp: 0 });
  expect(bot.faults).toEqual([]);
  for (const verdict of await verifyLedger(bot.home)) expect(verdict.broken).toBeNull();
  // an answer that chaos made late is the only thing the platform has to complain of
  expect(provoked(sim.control).filter((kind) => kind !== "answer-late")).toEqual([]);
  console.info(
    `${reports.length} messages, ${reports.flatMap(({ attempts }) => attempts).length} attempts, ` +
      `${reports.flatMap(({ repeats }) => repeats).length} repeats, ${refused.length} forgeries, ${told.length} records, ` +
      `${overtaken} overtakings, in ${Math.round((performance.now() - began) / 1000)} s on ${home}`,
  );
}

type OwnPlace = Readonly<{ place: HomePlace; leave: () => Promise<void> }>;

async function aDirectory(): Promise<OwnPlace> {
  const data = await mkdtemp(join(tmpdir(), "gongkai-chaos-"));
  return { place: { data }, leave: () => rm(data, { recursive: true }) };
}

async function aSchema(on: string): Promise<OwnPlace> {
  const { url, drop } = await freshSchema(on);
  return { place: { databaseUrl: url }, leave: drop };
}

async function open(seed: string, own: OwnPlace): Promise<void> {
  leave = own.leave;
  sim = await createSimulator({
    seed,
    clock: { mode: "simulated", startAt: SPOKEN_FROM },
    patienceMs: 30_000, // a slow machine is not a late answer
    users: LARGE_OFFICE_PEOPLE.map(({ id, name }) => ({ userid: id, name })),
    apps: [LARGE_OFFICE_APP],
  });
  const alarm = simulatedSleep(sim.control.now);
  bot = await startWholeBot({ simulator: sim, place: own.place, now: sim.control.now, sleep: alarm.sleep });
  sim.control.chaos(RATES);
  advance = async (ms) => {
    await sim.control.advance(ms);
    alarm.wake();
  };
}

/** Says every turn, a few people at a time and each in the order of the turns, and lets everything come to rest. */
async function everybodySpeaks(
  chats: ReadonlyMap<string, readonly Spoken[]>,
  random: (below: number) => number,
): Promise<Map<string, Delivery[]>> {
  const deliveries = new Map<string, Delivery[]>([...chats.keys()].map((member) => [member, []]));
  const silentUntil = new Map<string, number>();
  for (;;) {
    const open = [...chats].filter(([member, turns]) => turns.length > (deliveries.get(member)?.length ?? 0));
    if (open.length === 0) break;
    const free = open.filter(([member]) => (silentUntil.get(member) ?? 0) <= sim.control.now());
    for (let count = 1 + random(6); count > 0 && free.length > 0; count -= 1) {
      const [[member, turns] = ["", []]] = free.splice(random(free.length), 1);
      const said = deliveries.get(member) ?? [];
      said.push(sim.control.say(member, turns[said.length]?.say ?? ""));
      silentUntil.set(member, sim.control.now() + BREATH_MS);
    }
    await advance(random(4_000));
  }
  await advance(LAST_REPEAT_MS);
  // the simulated clock is far ahead of a database in a process of its own: what is under way there needs real time too
  for (let waited = 0; waited < LONGEST_REST && !(await isQuiet()); waited += 1) {
    await advance(1_000);
    await wait(10);
  }
  await sim.control.idle();
  return deliveries;
}

async function isQuiet(): Promise<boolean> {
  const [inbox, outbox] = await Promise.all([bot.home.inboxDepth(), bot.home.outboxDepth()]);
  return inbox.waiting === 0 && outbox.waiting === 0;
}

/** How often the ledger's next message was said before its last one. */
function overtakings(sources: readonly string[], said: readonly Delivery[]): number {
  const turn = new Map(said.map((delivery) => [sourceOf(delivery), delivery.seq]));
  const turns = sources.map((source) => turn.get(source) ?? 0);
  return turns.filter((seq, at) => seq < (turns[at - 1] ?? 0)).length;
}

/** What is not as it has to be for one member, in plain words. */
function amissFor(
  member: string,
  turns: readonly Spoken[],
  said: readonly Delivery[],
  written: ReadonlyMap<string, readonly string[]>,
): string[] {
  const answers = sim.control.timeline(member).filter(({ from }) => from === "product");
  const faults = turns.flatMap(({ say, writes, answer }, at) => {
    const records = written.get(sourceOf(said[at])) ?? [];
    const text = answers[at]?.text ?? "(nothing)";
    return [
      ...(records.join() === writes.join() ? [] : [`${member}「${say}」 wrote ${records.join() || "nothing"}`]),
      ...(answer.test(text) ? [] : [`${member}「${say}」 was answered ${text}`]),
    ];
  });
  if (answers.length !== turns.length)
    faults.push(`${member} got ${answers.length} answers to ${turns.length} messages`);
  return faults;
}

const sourceOf = (delivery: Delivery | undefined): string =>
  [sim.corpid, String(LARGE_OFFICE_APP.agentid), delivery?.msgid ?? ""].map(encodeURIComponent).join(":");

/** The same draws for the same seed, each a whole number from 0 to `below` - 1. */
function randomFrom(seed: string): (below: number) => number {
  let state = [...seed].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619), 2_166_136_261);
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; // a linear congruential generator, Numerical Recipes
    return Math.floor((state / 2 ** 32) * below);
  };
}
