import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { ChainedRecord, HolidayCalendar } from "@gongkai/schema";
import { createSimulator, type Simulator, type SimulatorOptions } from "@gongkai/simulator";
import { pino } from "pino";
import type { Organ } from "../../packages/bot/src/config/organ.ts";
import { calendarOf, fixedMembers } from "../../packages/bot/src/config/organ.ts";
import { readSettings } from "../../packages/bot/src/config/read-settings.ts";
import { remindingOf } from "../../packages/bot/src/config/reminding-of.ts";
import { type TalkingOffice, talkingOffice } from "../../packages/bot/src/deeds/talking-office.ts";
import type { Sleep } from "../../packages/bot/src/inbox/bell.ts";
import { createMemberBook, type MemberBook } from "../../packages/bot/src/office/member-book.ts";
import { createReception } from "../../packages/bot/src/reception/receive.ts";
import { createTicker, type TickerWorld } from "../../packages/bot/src/reminders/ticker.ts";
import { type Bot, createBot } from "../../packages/bot/src/server/bot.ts";
import { listen } from "../../packages/bot/src/server/listen.ts";
import type { Home } from "../../packages/bot/src/store/home.ts";
import { openHome } from "../../packages/bot/src/store/open-home.ts";
import { processShared } from "../../packages/bot/src/store/process/process-shared.ts";
import { membersOf, readDirectory } from "../../packages/bot/src/wecom/directory.ts";
import { SORRY_WORDS } from "../../packages/bot/src/wording/reception-words.ts";
import { AGENT, OFFICE_KEYS } from "./office-keys.ts";
import { simulatedSleep } from "./simulated-sleep.ts";

const LONGEST_REST = 1_000; // looks, each ten real milliseconds after the one before

const moment = (shanghai: string): number => Date.parse(`${shanghai.replace(" ", "T")}:00+08:00`);

/**
 * An office on a simulated platform whose clock the story moves: messages come in encrypted through the callback, and
 * what is read here was sent through the platform's own interface.
 */
export class SimulatedOffice {
  readonly #yaml: string;
  readonly #directory: Pick<SimulatorOptions, "departments" | "users">;
  #book: MemberBook | undefined;
  #readings = 0;
  readonly #seen = new Map<string, number>();
  readonly #endings: (() => Promise<unknown>)[] = [];
  readonly faults: string[] = [];
  #sim: Simulator | undefined;
  #home: Home | undefined;
  #bot: Bot | undefined;
  #ticker: ReturnType<typeof createTicker> | undefined;
  #wake: () => void = () => {};
  #calendar: HolidayCalendar | undefined;

  /**
   * @param yaml gongkai.yaml of one office.
   * @param directory departments and people of the platform, where the settings name no members.
   */
  constructor(yaml: string, directory: Pick<SimulatorOptions, "departments" | "users"> = {}) {
    this.#yaml = yaml;
    this.#directory = directory;
  }

  /** Opens at a Shanghai moment: `2026-03-02 09:00`. */
  async open(at: string): Promise<this> {
    const { organs, wecom, reminders } = readSettings(this.#yaml, OFFICE_KEYS);
    const [organ] = organs;
    if (!organ) throw new Error("the settings name no organ");
    const fixed = fixedMembers(organ.settings);
    const members = () => (fixed.length > 0 ? fixed : (this.#book?.members() ?? []));
    const sim = await createSimulator({
      clock: { mode: "simulated", startAt: new Date(moment(at)).toISOString() },
      corp: { corpid: OFFICE_KEYS.WECOM_CORP_ID, name: organ.office.name },
      users: fixed.map(({ id, name }) => ({ userid: id, name })),
      ...this.#directory,
      apps: [
        {
          agentid: AGENT,
          secret: OFFICE_KEYS.WECOM_SECRET,
          token: OFFICE_KEYS.WECOM_TOKEN,
          aesKey: OFFICE_KEYS.WECOM_AES_KEY,
        },
      ],
    });
    const data = await mkdtemp(join(tmpdir(), "gongkai-simulated-office-"));
    const home = await openHome({ data });
    const now = () => sim.control.now();
    const shared = processShared(now);
    const alarm = simulatedSleep(now);
    const log = pino({ level: "error" }, { write: (line: string) => void this.faults.push(line) });
    const calendar = () => this.#calendar ?? calendarOf(organ.settings);
    const talking = (): TalkingOffice => talkingOffice(organ.office, members, { calendar: calendar() });
    let office = talking();
    const bot = createBot({
      organs: [organ],
      wecom: { ...wecom, apiBase: sim.baseUrl },
      home,
      shared,
      handle: (tx, waiting) => createReception(new Map([[organ.office.key, office]]), now)(tx, waiting),
      makeFile: () => Promise.reject(new Error("nobody asks for a file here")),
      accounts: () => members.length,
      pages: null,
      sorry: SORRY_WORDS,
      log,
      now,
      random: () => 0.5, // only spreads retries
      sleep: alarm.sleep,
      holder: "this",
    });
    const server = await listen(bot.app, 0, "127.0.0.1");
    sim.control.setCallback(AGENT, `http://127.0.0.1:${server.port}/wecom/callback`);
    bot.start();
    if (fixed.length === 0) {
      this.#book = this.#bookOf(organ, bot, alarm.sleep);
      this.#endings.push(async () => this.#book?.stop());
      await this.#book.start();
    }
    const world: Omit<TickerWorld, "offices"> = {
      ...{ home, lease: shared.lease, holder: "this", log, now, sleep: alarm.sleep, wakeSender: bot.wakeSender },
      quiet: { from: reminders.quietFrom, to: reminders.quietTo },
      reminding: remindingOf(reminders),
    };
    this.#ticker = createTicker({ ...world, offices: [office] });
    this.#restart = () => {
      office = talking();
      this.#ticker = createTicker({ ...world, offices: [office] });
    };
    this.#endings.push(
      () => sim.close(),
      () => server.close(),
      () => bot.stop(),
      () => shared.close(),
      () => home.close(),
      () => rm(data, { recursive: true }),
    );
    [this.#sim, this.#home, this.#bot, this.#wake] = [sim, home, bot, alarm.wake];
    return this;
  }
  #restart: () => void = () => {};

  #bookOf({ office, settings }: Organ, bot: Bot, sleep: Sleep): MemberBook {
    const directory = bot.clients.get(office.key)?.directory;
    if (!directory) throw new Error("the bot has no client for the office");
    const people = { clerk: settings.people.clerks, leader: settings.people.leaders, admin: settings.people.admins };
    const read = async () => {
      const found = membersOf(await readDirectory(directory, false), {
        sections: settings.departments,
        people,
        tagRoles: {},
      });
      this.#readings += 1;
      return found;
    };
    return createMemberBook({ organ: office.key, read, log: { info() {}, warn() {}, error() {} }, sleep });
  }

  /** Somebody leaves the office; the bot hears of it when it reads the directory again. */
  leaves(member: string): void {
    this.#control.removeMember(member);
  }

  /** Somebody comes, or is moved or renamed. */
  comes(member: Parameters<Simulator["control"]["putMember"]>[0]): void {
    this.#control.putMember(member);
  }

  /** Time passes until the bot has read the directory again. */
  async untilDirectoryIsRead(): Promise<void> {
    const before = this.#readings;
    for (let looks = 0; looks < LONGEST_REST && this.#readings === before; looks += 1) {
      await this.#control.advance(60_000);
      this.#wake();
      await wait(10);
    }
  }

  async close(): Promise<void> {
    for (const end of this.#endings) await end();
  }

  get #control() {
    if (!this.#sim) throw new Error("open the office first");
    return this.#sim.control;
  }

  /** The bot starts anew with another calendar, as after a new notice in its settings. */
  restartWith(calendar: HolidayCalendar): void {
    this.#calendar = calendar;
    this.#restart();
  }

  /** Time passes up to a Shanghai moment, while the bot is asleep. */
  async until(at: string): Promise<void> {
    await this.#control.advance(moment(at) - this.#control.now());
    this.#wake();
  }

  /** A morning: the bot looks at what there is to say, and says it. Resolves to all of it, `member: text`. */
  async morning(day: string): Promise<string[]> {
    await this.until(`${day} 09:00`);
    await this.#ticker?.tick();
    return this.heard();
  }

  /** What the member is answered. */
  async say(member: string, text: string): Promise<string> {
    return this.#answered(this.#control.say(member, text));
  }

  /** Presses a button of the newest card that has it. `button` is its text. */
  async press(member: string, button: string): Promise<string> {
    const message = this.#control.timeline(member).findLast(({ card, text }) => card && text.includes(button));
    const buttons: unknown = message?.card?.card.button_list;
    const found = Array.isArray(buttons) ? buttons.find(({ text }) => text === button) : undefined;
    if (!message?.card || !found) throw new Error(`${member} has no card with a button ${button}`);
    return this.#answered(this.#control.click(member, { taskId: message.card.taskId, key: found.key }));
  }

  /** Everything the bot ever said to a member. */
  chat(member: string): string[] {
    return this.#control
      .timeline(member)
      .filter(({ from }) => from === "product")
      .map(({ text }) => text);
  }

  /** The text that replaced the buttons of the newest card with these words; undefined while it can be pressed. */
  greyed(member: string, words: string): string | undefined {
    return this.#control.timeline(member).findLast(({ card, text }) => card && text.includes(words))?.card?.greyed;
  }

  async #answered(delivery: ReturnType<Simulator["control"]["say"]>): Promise<string> {
    const reply = await this.#control.reply(delivery);
    await this.#quiet();
    this.#seen.set(delivery.userid, this.#newest(delivery.userid));
    return reply.text;
  }

  #newest = (member: string): number => Math.max(0, ...this.#control.timeline(member).map(({ seq }) => seq));

  /** Everything the bot said of its own accord since last asked, `member: text`. */
  async heard(): Promise<string[]> {
    await this.#quiet();
    const { organs } = readSettings(this.#yaml, OFFICE_KEYS);
    return organs
      .flatMap(({ settings }) => fixedMembers(settings))
      .flatMap(({ id }) => {
        const since = this.#seen.get(id) ?? 0;
        this.#seen.set(id, this.#newest(id));
        return this.#control
          .timeline(id)
          .filter(({ seq, from }) => seq > since && from === "product")
          .map(({ text }) => `${id}: ${text}`);
      });
  }

  async #quiet(): Promise<void> {
    await this.#control.idle();
    for (let looks = 0; looks < LONGEST_REST; looks += 1) {
      const [inbox, outbox] = await Promise.all([this.#home?.inboxDepth(), this.#home?.outboxDepth()]);
      if (inbox?.waiting === 0 && outbox?.waiting === 0) return;
      this.#bot?.wakeSender();
      await wait(10);
    }
    throw new Error(`the office does not come to rest: ${this.faults.join("\n")}`);
  }

  /** Every record written so far, in chain order. */
  async records(): Promise<readonly ChainedRecord[]> {
    if (!this.#home) throw new Error("open the office first");
    const { organs } = readSettings(this.#yaml, OFFICE_KEYS);
    return this.#home.recordsAfter(organs[0]?.office.key ?? "", 0);
  }

  /** What the platform documents as wrong and the bot did. */
  get breaches() {
    return this.#control.violations("breach");
  }
}
