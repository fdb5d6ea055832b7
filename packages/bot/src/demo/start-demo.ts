import { randomInt, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { fixedMembers } from "../config/organ.ts";
import { readSettings } from "../config/read-settings.ts";
import { talkingOffice } from "../deeds/talking-office.ts";
import { drawsCharts } from "../publishing/draws-charts.ts";
import { createFileMaker } from "../publishing/make-file.ts";
import { OrganDesk } from "../publishing/organ-desk.ts";
import { templatesFor } from "../publishing/read-templates.ts";
import { createReception } from "../reception/receive.ts";
import { writeSample } from "../sample/write-sample.ts";
import { createBot } from "../server/bot.ts";
import { listen } from "../server/listen.ts";
import { type Closing, opened } from "../server/opened.ts";
import { demoPages } from "../server/pages.ts";
import { sleep } from "../server/sleep.ts";
import { openHome } from "../store/open-home.ts";
import { openShared } from "../store/open-shared.ts";
import { SORRY_WORDS } from "../wording/reception-words.ts";
import { startPlatform } from "./platform.ts";

export type DemoPlace = Readonly<{ data: string; port: number; host: string }>;
export type Demo = Readonly<{ address: string; close: () => Promise<void> }>;

/**
 * The sample office on a simulated platform, all on loopback. Every chat message is encrypted by the simulator, proved
 * and decrypted by the bot, worked off and answered through the platform's own interface: no shortcut.
 * @throws StoreError, ServerError
 */
export async function startDemo(
  place: DemoPlace,
  log: Logger,
  now: () => number,
  told: (done: number, of: number) => void,
): Promise<Demo> {
  const [address, close] = await opened((closing) => openDemo(place, { log, now, told, closing }));
  return { address, close };
}

type Opening = Readonly<{
  log: Logger;
  now: () => number;
  told: (done: number, of: number) => void;
  closing: Closing;
}>;

async function openDemo({ data, port, host }: DemoPlace, { log, now, told, closing }: Opening): Promise<string> {
  const config = join(data, "gongkai.yaml");
  if (!existsSync(config)) await writeSample(data, told);
  const { organs, wecom } = readSettings(await readFile(config, "utf8"), {});
  const [sample] = organs;
  if (!sample) throw new Error(`${config} names no organ`);
  const [first, ...others] = fixedMembers(sample.settings);
  if (!first) throw new Error(`${config} names no members; the demo needs people to choose from`);

  const { simulator, credentials } = await startPlatform(sample, randomInt);
  closing(() => simulator.close());
  const organ = { ...sample, credentials };
  const { key } = organ.office;
  const home = await openHome({ data });
  closing(() => home.close());
  const shared = await openShared({});
  closing(() => shared.close());
  const desk = new OrganDesk(home, organ, await templatesFor({ config, organs }, organ.office));
  const members = [first, ...others] as const;
  const office = talkingOffice(organ.office, () => members, { pictures: await drawsCharts(log) });
  const bot = createBot({
    organs: [organ],
    wecom: { ...wecom, apiBase: simulator.baseUrl },
    home,
    shared,
    handle: createReception(new Map([[key, office]]), now),
    makeFile: createFileMaker(new Map([[key, desk]]), now, () => new Map(members.map(({ id, name }) => [id, name]))),
    pages: demoPages({
      desk,
      reader: home,
      members,
      chatOf: ({ id }) => `${simulator.baseUrl}/chat?user=${encodeURIComponent(id)}`,
      frame: simulator.baseUrl,
      now,
    }),
    accounts: () => members.length,
    sorry: SORRY_WORDS,
    log,
    now,
    random: Math.random, // only spreads retries; keys come from node:crypto
    sleep,
    holder: randomUUID(),
  });
  closing(() => bot.stop());
  const server = await listen(bot.app, port, host);
  closing(() => server.close());
  const address = `http://${host}:${server.port}/`;
  simulator.control.setCallback(Number(credentials.agentId), `${address}wecom/callback`);
  bot.start();
  await bot.clients.get(key)?.createMenu();
  return address;
}
