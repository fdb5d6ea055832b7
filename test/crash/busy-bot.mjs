// A bot under load, to be killed: accepts messages, works them off, and prints each key once its acceptance is durable.
// Takes the place of the home and the number of the round as JSON; without a round it works off what is left and ends.
// Stands on what `npm test` has built.
import { writeSync } from "node:fs";
import { RECORD_VERSION, recordIdOf } from "@gongkai/schema";
import { openHome } from "../../packages/bot/dist/store/open-home.js";

const { place, round } = JSON.parse(process.argv[2]);
const DOORS = round === undefined ? 0 : 6;
const ORGANS = ["demo", "xian"];

const home = await openHome(place);
writeSync(1, "ready\n");
await Promise.all([...Array.from({ length: DOORS }, (_, door) => accept(door)), ...ORGANS.map(workOff)]);
await home.close();

async function accept(door) {
  for (let count = 0; ; count += 1) {
    const key = `${round}-${door}-${count}`;
    const message = {
      organ: ORGANS[count % ORGANS.length],
      key,
      from: `member-${door}`,
      sentAt: count,
      receivedAt: count,
      payload: JSON.stringify({ text: `第${count}条` }),
      nonce: key,
      bodyDigest: key,
    };
    const answers = await Promise.all([home.accept(message), home.accept(message)]); // the platform delivers twice
    if (answers.join() !== "accepted,already") throw new Error(`${key} was answered ${answers.join()}`);
    writeSync(1, `${key}\n`);
  }
}

async function workOff(organ) {
  for (;;) {
    const found = await home.transact(organ, async (tx) => {
      const message = await tx.oldestWaiting(organ, Number.MAX_SAFE_INTEGER);
      if (!message) return false;
      await tx.append(organ, [{ record: recordFrom(message), words: JSON.parse(message.payload).text }]);
      await tx.put([{ organ, key: message.key, to: message.from, body: "{}", notBefore: 0 }], 1);
      await tx.markDone(organ, message.key, "recorded");
      return true;
    });
    if (!found && DOORS === 0) return;
    if (!found) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

function recordFrom({ organ, key, from }) {
  const moment = "2025-07-08T09:00:00+08:00";
  return {
    ...{ v: RECORD_VERSION, id: recordIdOf({ organ, source: key, line: 0 }), organ, section: "law", by: from },
    ...{ saidAt: moment, writtenAt: moment, source: key, line: 0, periodImplied: true },
    states: { kind: "nil-attested", indicator: "penalty.decided", period: "2025-07" },
  };
}
