import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Logger } from "pino";
import { calendarOf, type Organ } from "../config/organ.ts";
import { remindingOf } from "../config/reminding-of.ts";
import type { Settings } from "../config/settings.ts";
import { talkingOffice } from "../deeds/talking-office.ts";
import { createMemberBook, type MemberBook } from "../office/member-book.ts";
import { drawsCharts } from "../publishing/draws-charts.ts";
import { createFileMaker } from "../publishing/make-file.ts";
import { OrganDesk } from "../publishing/organ-desk.ts";
import type { TemplatesByOrgan } from "../publishing/read-templates.ts";
import { createReception } from "../reception/receive.ts";
import { createTicker } from "../reminders/ticker.ts";
import { type HomePlace, openHome } from "../store/open-home.ts";
import { openShared, type SharedPlace } from "../store/open-shared.ts";
import type { WecomClient } from "../wecom/api-client.ts";
import { membersOf, readDirectory } from "../wecom/directory.ts";
import { SORRY_WORDS } from "../wording/reception-words.ts";
import { createBot } from "./bot.ts";
import { listen } from "./listen.ts";
import { type Closing, opened } from "./opened.ts";
import { signedInPages } from "./signed-in-pages.ts";
import { sleep } from "./sleep.ts";

export type OfficePlace = Readonly<{
  organs: readonly Organ[];
  /** The offices' own look, by organ key. */
  templates?: TemplatesByOrgan;
  wecom: Settings["wecom"];
  reminders: Settings["reminders"];
  home: HomePlace;
  shared: SharedPlace;
  port: number;
  host: string;
  /** Milliseconds between two readings of the directory: who leaves loses access within them. Ten minutes when left out. */
  directoryEveryMs?: number;
}>;
export type RunningOffice = Readonly<{ port: number; close: () => Promise<void> }>;

/**
 * Real organs on the real platform. Callbacks are accepted at once; an organ's are worked off when its own directory
 * has been read, so that nobody is turned away as a stranger by a slow start. A start that fails closes what it opened.
 * @throws StoreError, ServerError
 */
export async function startOffice(place: OfficePlace, log: Logger, now: () => number): Promise<RunningOffice> {
  const [port, close] = await opened((closing) => openOffice(place, log, now, closing));
  return { port, close };
}

async function openOffice(place: OfficePlace, log: Logger, now: () => number, closing: Closing): Promise<number> {
  const { organs, wecom, templates, reminders } = place;
  const home = await openHome(place.home);
  closing(() => home.close());
  const shared = await openShared(place.shared);
  closing(() => shared.close());
  const ca = wecom.caFile === undefined ? undefined : await readFile(wecom.caFile, "utf8");
  const books = new Map<string, MemberBook>();
  const membersOfOrgan = (organ: string) => books.get(organ)?.members() ?? [];
  const pictures = await drawsCharts(log);
  const offices = new Map(
    organs.map(({ office, settings }) => [
      office.key,
      talkingOffice(office, () => membersOfOrgan(office.key), {
        calendar: calendarOf(settings),
        decisions: settings.decisions,
        pictures,
      }),
    ]),
  );
  const desks = new Map(
    organs.map((organ) => [organ.office.key, new OrganDesk(home, organ, templates?.get(organ.office.key))]),
  );
  const appOf = (organ: string): WecomClient | undefined => bot.clients.get(organ);
  const readable = new Set<string>();
  const holder = randomUUID();
  const bot = createBot({
    organs,
    wecom,
    ca,
    home,
    shared,
    handle: createReception(offices, now),
    ready: (organ) => readable.has(organ),
    makeFile: createFileMaker(desks, now, (organ) => new Map(membersOfOrgan(organ).map(({ id, name }) => [id, name]))),
    accounts: (organ) => membersOfOrgan(organ).length,
    pages: wecom.pages
      ? signedInPages({ ...wecom.pages, organs, appOf, desks, shared, reader: home, membersOfOrgan, log, now })
      : null,
    sorry: SORRY_WORDS,
    log,
    now,
    random: Math.random, // only spreads retries
    sleep,
    holder,
  });
  closing(() => bot.stop());
  for (const organ of organs) {
    const client = bot.clients.get(organ.office.key);
    if (client) books.set(organ.office.key, memberBookOf(organ, client, log, place.directoryEveryMs));
  }
  const ticker = createTicker({
    home,
    lease: shared.lease,
    holder,
    offices: [...offices.values()],
    quiet: { from: reminders.quietFrom, to: reminders.quietTo },
    reminding: remindingOf(reminders),
    log,
    now,
    sleep,
    wakeSender: bot.wakeSender,
  });
  closing(() => ticker.stop());
  const server = await listen(bot.app, place.port, place.host);
  closing(() => server.close());
  bot.start();
  ticker.start();
  for (const [organ, book] of books) {
    closing(() => book.stop());
    void book.start().then(() => readable.add(organ));
  }
  for (const [organ, client] of bot.clients) {
    client.createMenu().catch((error: unknown) => log.warn({ organ, err: error }, "the menu could not be created"));
  }
  return server.port;
}

function memberBookOf(
  { office, settings }: Organ,
  { directory }: WecomClient,
  log: Logger,
  everyMs?: number,
): MemberBook {
  const { clerks, leaders, admins } = settings.people;
  const reading = {
    sections: settings.departments,
    people: { clerk: clerks, leader: leaders, admin: admins },
    tagRoles: {},
  };
  const read = async () => membersOf(await readDirectory(directory, false), reading);
  return createMemberBook({ organ: office.key, read, log, sleep, everyMs });
}
