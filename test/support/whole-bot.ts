import { catalogueOf } from "@gongkai/schema";
import type { Simulator } from "@gongkai/simulator";
import { pino } from "pino";
import { OrganSettings, WecomSettings } from "../../packages/bot/src/config/settings.ts";
import { talkingOffice } from "../../packages/bot/src/deeds/talking-office.ts";
import type { Sleep } from "../../packages/bot/src/inbox/bell.ts";
import { createReception } from "../../packages/bot/src/reception/receive.ts";
import { createBot } from "../../packages/bot/src/server/bot.ts";
import { listen } from "../../packages/bot/src/server/listen.ts";
import type { Home } from "../../packages/bot/src/store/home.ts";
import type { SharedPorts } from "../../packages/bot/src/store/lease-port.ts";
import { type HomePlace, openHome } from "../../packages/bot/src/store/open-home.ts";
import { processShared } from "../../packages/bot/src/store/process/process-shared.ts";
import { SORRY_WORDS } from "../../packages/bot/src/wording/reception-words.ts";
import { LARGE_OFFICE, LARGE_OFFICE_APP, LARGE_OFFICE_PEOPLE } from "./a-large-office.ts";

export type WholeBot = Readonly<{
  home: Home;
  callbackUrl: string;
  /** Log lines about what should not have happened, as JSON. */
  faults: readonly string[];
  stop: () => Promise<void>;
}>;

type Running = Readonly<{
  simulator: Simulator;
  place: HomePlace;
  now: () => number;
  sleep: Sleep;
  /** What several processes would share; closed with the bot. This process alone when left out. */
  shared?: SharedPorts;
}>;

/** The bot of the large office as `gongkai start` wires it, in this process, connected to a simulated platform. */
export async function startWholeBot({ simulator, place, now, sleep, ...given }: Running): Promise<WholeBot> {
  const office = LARGE_OFFICE;
  const { agentid, secret, token, aesKey } = LARGE_OFFICE_APP;
  const talking = talkingOffice(office, () => LARGE_OFFICE_PEOPLE);
  const home = await openHome(place);
  const shared = given.shared ?? processShared(now);
  const faults: string[] = [];
  const bot = createBot({
    organs: [
      {
        office,
        settings: OrganSettings.parse(office),
        catalogue: catalogueOf(office),
        vocabulary: talking.vocabulary,
        credentials: { corpId: simulator.corpid, agentId: String(agentid), secret, token, aesKey },
      },
    ],
    wecom: WecomSettings.parse({ apiBase: simulator.baseUrl }),
    home,
    shared,
    handle: createReception(new Map([[office.key, talking]]), now),
    makeFile: () => Promise.reject(new Error("nobody asks for a file here")),
    pages: null,
    sorry: SORRY_WORDS,
    log: pino({ level: "error" }, { write: (line: string) => void faults.push(line) }),
    now,
    random: () => 0.5, // only spreads retries
    sleep,
    holder: "this",
    accounts: () => LARGE_OFFICE_PEOPLE.length,
  });
  const server = await listen(bot.app, 0, "127.0.0.1");
  const callbackUrl = `http://127.0.0.1:${server.port}/wecom/callback`;
  simulator.control.setCallback(agentid, callbackUrl);
  bot.start();
  return {
    home,
    callbackUrl,
    faults,
    async stop() {
      await server.close();
      await bot.stop();
      await shared.close();
      await home.close();
    },
  };
}
