// The whole bot of a large office, to be killed: callbacks in, messages worked off, replies out, as `gongkai start` wires it.
// Takes one JSON argument; stands by until a line comes in, then opens the home and prints `ready` once it listens. `aheadMs` sets its clock forward, so that what a killed
// predecessor had claimed is free again without waiting. Stands on what `npm test` has built.
import { once } from "node:events";
import { writeSync } from "node:fs";
import { setTimeout as sleepFor } from "node:timers/promises";
import { catalogueOf } from "@gongkai/schema";
import { pino } from "pino";
import { OrganSettings, WecomSettings } from "../../packages/bot/dist/config/settings.js";
import { talkingOffice } from "../../packages/bot/dist/deeds/talking-office.js";
import { createReception } from "../../packages/bot/dist/reception/receive.js";
import { createBot } from "../../packages/bot/dist/server/bot.js";
import { listen } from "../../packages/bot/dist/server/listen.js";
import { openHome } from "../../packages/bot/dist/store/open-home.js";
import { processShared } from "../../packages/bot/dist/store/process/process-shared.js";
import { SORRY_WORDS } from "../../packages/bot/dist/wording/reception-words.js";

const { place, port, office, people, credentials, apiBase, aheadMs } = JSON.parse(process.argv[2]);
const A_DAY_IN_SECONDS = 86_400; // the clock runs ahead of the platform's
const now = () => Date.now() + aheadMs;

process.stdin.on("end", () => process.exit()); // whoever started it is gone
await once(process.stdin, "data");
const home = await openHome(place);
const talking = talkingOffice(office, () => people);
const bot = createBot({
  organs: [
    {
      office,
      settings: OrganSettings.parse(office),
      catalogue: catalogueOf(office),
      vocabulary: talking.vocabulary,
      credentials,
    },
  ],
  wecom: WecomSettings.parse({ apiBase, timestampWindow: A_DAY_IN_SECONDS }),
  home,
  shared: processShared(now),
  handle: createReception(new Map([[office.key, talking]]), now),
  makeFile: () => Promise.reject(new Error("nobody asks for a file here")),
  pages: null,
  sorry: SORRY_WORDS,
  log: pino({ level: "error" }, pino.destination(2)),
  now,
  random: Math.random,
  sleep: (ms, signal) => sleepFor(ms, undefined, signal ? { signal } : {}),
  holder: `life-${aheadMs}`,
  accounts: () => people.length,
});
await listen(bot.app, port, "127.0.0.1");
bot.start();
writeSync(1, "ready\n");
