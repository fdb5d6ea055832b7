import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Member, Office } from "@gongkai/schema";
import { converse } from "../../packages/bot/src/deeds/converse.ts";
import { standingEntries } from "../../packages/bot/src/deeds/standing-entries.ts";
import { type TalkingOffice, talkingOffice } from "../../packages/bot/src/deeds/talking-office.ts";
import type { Home } from "../../packages/bot/src/store/home.ts";
import { openHome } from "../../packages/bot/src/store/open-home.ts";

export const TALK_OFFICE = Office.parse({
  key: "bureau",
  name: "某某市某某局",
  sections: [
    { key: "office", label: "办公室", reports: ["gauge.site_visits", "training.held"] },
    {
      key: "law",
      label: "法规科",
      aliases: ["政策法规科"],
      reports: ["doc.normative_made", "penalty.decided", "coercion.decided"],
    },
    { key: "permit", label: "行政审批科", aliases: ["审批科"], reports: ["permit.decided", "service.online"] },
  ],
});

const person = (id: string, name: string, section: string, ...roles: Member["roles"]): Member => ({
  id,
  name,
  section,
  roles,
  active: true,
});
export const TALK_PEOPLE: readonly Member[] = [
  person("wangfang", "王芳", "permit", "staff"),
  person("sunhai", "孙海", "permit", "head"),
  person("chenjie", "陈洁", "law", "staff"),
  person("linfeng", "林峰", "law", "head"),
  person("guojing", "郭静", "office", "clerk"),
  person("lijuzhang", "李局长", "office", "leader"),
];

/** An office that is talked to: real words, real store, no network. */
export class Talk {
  readonly #data = mkdtempSync(join(tmpdir(), "gongkai-talk-"));
  readonly #office: TalkingOffice;
  #home: Home | undefined;
  #people: readonly Member[] = TALK_PEOPLE;
  #messages = 0;

  constructor() {
    this.#office = talkingOffice(TALK_OFFICE, () => this.#people);
  }

  async open(): Promise<this> {
    this.#home = await openHome({ data: this.#data });
    return this;
  }

  async close(): Promise<void> {
    await this.home.close();
    rmSync(this.#data, { recursive: true });
  }

  get home(): Home {
    if (!this.#home) throw new Error("open the talk first");
    return this.#home;
  }

  get office(): TalkingOffice {
    return this.#office;
  }

  /** Somebody leaves: the next directory refresh does not know them as active. */
  leaves(id: string): void {
    this.#people = this.#people.map((each) => (each.id === id ? { ...each, active: false } : each));
  }

  /** What the bot answers. `at`: `2026-03-04 10:30`. */
  async say(by: string, at: string, text: string, source = `message-${++this.#messages}`): Promise<string> {
    const member = this.#people.find(({ id }) => id === by);
    const message = { source, from: by, text, now: `${at.replace(" ", "T")}:00+08:00` };
    const { say } = await this.home.transact(TALK_OFFICE.key, (tx) => converse(tx, this.#office, member, message));
    return say.join("\n");
  }

  /** `permit.decided 12 2026-03-04`, one a standing record. */
  async ledger(): Promise<string[]> {
    const { facts } = await this.home.transact(TALK_OFFICE.key, (tx) => this.#office.mirror.catchUp(tx));
    return standingEntries(facts, { catalogue: this.#office.catalogue, nameOf: () => null }).map(
      ({ indicator, quantity, period, channel }) =>
        [indicator, quantity, period, channel].filter((part) => part !== null).join(" "),
    );
  }

  /** Everything sent so far, as `to: text` or `to: file`. */
  async sent(): Promise<string[]> {
    const sent: string[] = [];
    for (;;) {
      const rows = await this.home.claim(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 1000);
      if (rows.length === 0) return sent;
      for (const { organ, key, to, body } of rows) {
        const { content, otherwise, make } = JSON.parse(body);
        sent.push(`${to}: ${content ?? otherwise ?? JSON.stringify(make)}`);
        await this.home.markSent(organ, key, "{}", 0);
      }
    }
  }
}
