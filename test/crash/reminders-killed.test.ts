import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addDays, caseIdOf } from "@gongkai/schema";
import { describe, expect, test } from "vitest";
import { type HomePlace, openHome } from "../../packages/bot/src/store/open-home.ts";
import { aRecord } from "../support/a-record.ts";
import { freshSchema } from "../support/fresh-schema.ts";
import { postgresServer } from "../support/services.ts";

const TICKING_BOT = fileURLToPath(new URL("ticking-bot.mjs", import.meta.url));
const KILLS = Number(process.env.GONGKAI_TEST_CRASH_ROUNDS ?? 2);
const FROM = "2026-03-02";
const TO = "2026-04-17";
const MOST_DAYS = 20; // a process is killed after a random number of them
const CASES = 12;

const person = (id: string, section: string, role: string) => ({ id, name: id, section, roles: [role], active: true });
const MEMBERS = [
  ...[person("wang", "permit", "staff"), person("sun", "permit", "head")],
  ...[person("guo", "office", "clerk"), person("li", "office", "leader")],
];
const OFFICE = {
  ...{ key: "bureau", name: "某某市某某局" },
  sections: [
    { key: "permit", label: "行政审批科", reports: ["permit.decided", "gauge.site_visits"] },
    { key: "office", label: "办公室" },
  ],
};

const server = await postgresServer();

describe("two bots that remind, killed again and again", () => {
  test(`tell the same as one that was never killed: SQLite, ${KILLS} kills`, { timeout: 240_000 }, async () => {
    await compare(aDirectory);
  });
  test.skipIf(server === null)(
    `tell the same as one that was never killed: PostgreSQL, ${KILLS} kills`,
    { timeout: 240_000 },
    () => compare(aSchema),
  );
});

type Place = Readonly<{ place: HomePlace; leave: () => Promise<void> }>;
async function aDirectory(): Promise<Place> {
  const data = await mkdtemp(join(tmpdir(), "gongkai-reminded-"));
  return { place: { data }, leave: () => rm(data, { recursive: true }) };
}
async function aSchema(): Promise<Place> {
  const schema = await freshSchema(server ?? "");
  return { place: { databaseUrl: schema.url }, leave: schema.drop };
}

async function compare(open: () => Promise<Place>): Promise<void> {
  const [calm, killed] = [await open(), await open()];
  try {
    for (const { place } of [calm, killed]) await fill(place);
    await lived(calm.place);
    let cut = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const both = [run(killed.place), run(killed.place)];
      const days = await Promise.all(both.map((bot) => killedAfter(bot, Math.ceil(Math.random() * MOST_DAYS))));
      cut += days.filter((last) => last < TO).length;
    }
    expect(cut).toBeGreaterThan(0); // else the kills came too late to prove anything
    await lived(killed.place);
    const told = await toldIn(calm.place);
    expect(told.length).toBeGreaterThan(40);
    expect(await toldIn(killed.place)).toEqual(told);
  } finally {
    await calm.leave();
    await killed.leave();
  }
}

/** Applications of every few days, none of which is ever answered. */
async function fill(place: HomePlace): Promise<void> {
  const home = await openHome(place);
  const records = Array.from({ length: CASES }, (_, at) => {
    const opened = { kind: "application-opened", applicant: "nat", via: "online" } as const;
    const states = {
      ...opened,
      case: caseIdOf("application", 2026, at + 1),
      receivedOn: addDays("2026-02-10", at * 5),
    };
    return {
      record: { ...aRecord({ organ: "bureau", line: at, states }), by: "wang", section: "permit" },
      words: null,
    };
  });
  await home.transact("bureau", (tx) => tx.append("bureau", records));
  await home.close();
}

function run(place: HomePlace): ChildProcess {
  const weeks = { place, office: OFFICE, members: MEMBERS, from: FROM, to: TO };
  return spawn(process.execPath, [TICKING_BOT, JSON.stringify(weeks)], { stdio: ["ignore", "pipe", "inherit"] });
}

/** All the days in one process. */
async function lived(place: HomePlace): Promise<void> {
  const bot = run(place);
  bot.stdout?.resume();
  const [code] = await once(bot, "close");
  expect(code, "it ends by itself; has the build run?").toBe(0);
}

/** The last day it told of before it was killed. */
async function killedAfter(bot: ChildProcess, days: number): Promise<string> {
  let printed = "";
  const enough = new Promise<void>((resolve) => {
    bot.stdout?.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (printed.split("\n").length > days + 1) resolve();
    });
  });
  const ended = once(bot, "close");
  await Promise.race([enough, ended]);
  bot.kill("SIGKILL");
  await ended;
  return printed.split("\n").slice(1, -1).at(-1) ?? "";
}

/** Everything that was put into the outbox, `key: body`. */
async function toldIn(place: HomePlace): Promise<string[]> {
  const home = await openHome(place);
  const told: string[] = [];
  for (;;) {
    const rows = await home.claim(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 1000);
    if (rows.length === 0) break;
    for (const { organ, key, body } of rows) {
      told.push(`${key}: ${body}`);
      await home.markSent(organ, key, "{}", 0);
    }
  }
  await home.close();
  return told.sort();
}
