// A server to be measured, in a process of its own: our whole app as `gongkai start` wires it, or the bare echo.
import { join } from "node:path";
import type Koa from "koa";
import { pino } from "pino";
import type { Organ } from "../config/organ.ts";
import { WecomSettings } from "../config/settings.ts";
import { createBot } from "../server/bot.ts";
import { listen } from "../server/listen.ts";
import { sleep } from "../server/sleep.ts";
import { openShared } from "../store/open-shared.ts";
import type { SqlDriver } from "../store/sql/sql-driver.ts";
import { sqlHome } from "../store/sql/sql-home.ts";
import { LEDGER_FILE, openSqliteHome } from "../store/sqlite/open-sqlite.ts";
import { openSqliteDriver } from "../store/sqlite/sqlite-driver.ts";
import { bareEcho } from "./bare-echo.ts";

export type HouseKind = "ours" | "echo";
export type HouseTask = Readonly<{ kind: HouseKind; organ: Organ; data: string }>;
/** Since the process began: processor time in microseconds, durable commits, messages in the inbox. */
export type HouseReading = Readonly<{ cpu: number; commits: number; accepted: number }>;

const ask = process.argv[2];
if (ask === undefined) throw new Error("callback-house takes a HouseTask as JSON");
const task = JSON.parse(ask) as HouseTask; // written by callback-bench
const now = () => Math.round(performance.timeOrigin + performance.now());
let commits = 0;
let accepted = async () => 0;

const server = await listen(await appOf(task), 0, "127.0.0.1");
process.on("message", async () => {
  const { user, system } = process.cpuUsage();
  const reading: HouseReading = { cpu: user + system, commits, accepted: await accepted() };
  process.send?.(reading);
});
process.on("disconnect", () => process.exit());
process.send?.(server.port);

async function appOf({ kind, organ, data }: HouseTask): Promise<Koa> {
  if (!organ.credentials) throw new Error("the bench gives its organ credentials");
  if (kind === "echo") return bareEcho(organ.credentials);
  await (await openSqliteHome(data)).close(); // makes the file and its schema
  const path = join(data, LEDGER_FILE);
  const driver = await openSqliteDriver(path);
  await refuseUnlessDurable(driver);
  const home = sqlHome(counting(driver), path);
  await home.transact(organ.office.key, async () => undefined); // as in a bot that works: from then on Node follows promises
  accepted = async () => (await home.inboxDepth()).waiting;
  // never started: what is measured is acceptance, and the work comes after the answer
  return createBot({
    organs: [organ],
    wecom: WecomSettings.parse({}),
    home,
    shared: await openShared({}),
    handle: () => Promise.reject(new Error("the bench works nothing off")),
    makeFile: () => Promise.reject(new Error("the bench makes no files")),
    accounts: () => 0,
    pages: null,
    sorry: "",
    log: pino({ level: "warn" }, pino.destination(2)),
    now,
    random: () => 0,
    sleep,
    holder: "bench",
  }).app;
}

/** A commit in the log with synchronous=FULL returns after its one fsync; anything else would not be what is measured. */
async function refuseUnlessDurable(driver: SqlDriver): Promise<void> {
  const [log, full] = await driver.write(null, async (session) => [
    ...(await session.all("pragma journal_mode")),
    ...(await session.all("pragma synchronous")),
  ]);
  if (log?.journal_mode !== "wal" || full?.synchronous !== 2) throw new Error("the ledger of the bench is not durable");
}

function counting(driver: SqlDriver): SqlDriver {
  return {
    ...driver,
    async write(lock, work) {
      const result = await driver.write(lock, work);
      commits += 1;
      return result;
    },
  };
}
