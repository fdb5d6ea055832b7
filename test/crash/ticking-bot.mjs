// A bot that only reminds, to be killed: lives some weeks morning by morning and prints each day once its round
// is kept. Takes the place of the home as JSON. Shares no lease with others: only the home keeps them apart.
// Stands on what `npm test` has built.
import { writeSync } from "node:fs";
import { addDays, Office } from "@gongkai/schema";
import { talkingOffice } from "../../packages/bot/dist/deeds/talking-office.js";
import { createTicker } from "../../packages/bot/dist/reminders/ticker.js";
import { openHome } from "../../packages/bot/dist/store/open-home.js";
import { processShared } from "../../packages/bot/dist/store/process/process-shared.js";

const { place, office, members, from, to } = JSON.parse(process.argv[2]);
const home = await openHome(place);
const nothing = { week: null, month: null };
let now = 0;
const ticker = createTicker({
  home,
  lease: processShared(() => now).lease,
  holder: String(process.pid),
  offices: [talkingOffice(Office.parse(office), () => members)],
  quiet: { from: 18, to: 9 },
  reminding: {
    milestones: { submitBy: "01-26", publishBy: "01-31" },
    summaries: { leaders: { week: 1, month: "end" }, clerks: nothing },
  },
  log: { info() {}, warn() {}, error: (about) => writeSync(2, `${about.err?.stack ?? about}\n`) },
  now: () => now,
  sleep: async () => {},
  wakeSender() {},
});
writeSync(1, "ready\n");
for (let day = from; day <= to; day = addDays(day, 1)) {
  now = Date.parse(`${day}T09:00:00+08:00`);
  await ticker.tick();
  writeSync(1, `${day}\n`);
}
await home.close();
