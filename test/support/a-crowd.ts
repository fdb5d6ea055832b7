import { setTimeout as wait } from "node:timers/promises";
import type { DeliveryReport, Simulator } from "@gongkai/simulator";
import type { Home } from "../../packages/bot/src/store/home.ts";
import { LARGE_OFFICE, LARGE_OFFICE_APP, LARGE_OFFICE_PEOPLE } from "./a-large-office.ts";
import { type Spoken, spokenBy } from "./spoken-turns.ts";
import { recordsBySource } from "./written-records.ts";

type Turn = Readonly<{ spoken: Spoken; report: DeliveryReport }>;

const SPEAKING_AT_ONCE = 24;

/**
 * Two hundred people, some of them speaking at any moment, each waiting for the platform's tick and then `breathMs` before
 * the next turn.
 */
export class Crowd {
  readonly #sim: Simulator;
  readonly #breathMs: number;
  readonly #said = new Map<string, Turn[]>(LARGE_OFFICE_PEOPLE.map(({ id }) => [id, []]));
  /** Who speaks next, in turn: nobody comes near the platform's thirty messages a minute. */
  readonly #queue = LARGE_OFFICE_PEOPLE.map(({ id }, place) => ({ id, place }));
  #acknowledged = 0;
  #listeners: (() => void)[] = [];
  #isSilent = false;

  constructor(sim: Simulator, breathMs = 0) {
    this.#sim = sim;
    this.#breathMs = breathMs;
  }

  async speak(): Promise<void> {
    await Promise.all(Array.from({ length: SPEAKING_AT_ONCE }, () => this.#takeTurns()));
  }

  fallSilent(): void {
    this.#isSilent = true;
  }

  /** Resolves when so many more messages were answered 200. */
  async acknowledges(count: number): Promise<void> {
    const enough = this.#acknowledged + count;
    while (this.#acknowledged < enough) await new Promise<void>((resolve) => this.#listeners.push(resolve));
  }

  async #takeTurns(): Promise<void> {
    while (!this.#isSilent) {
      const member = this.#queue.shift();
      if (!member) throw new Error("The platform gave up on so many messages that nobody is left to speak.");
      const said = this.#said.get(member.id) ?? [];
      const spoken = spokenBy(member.place, said.length + 1)[said.length];
      if (!spoken) throw new Error("spokenBy gives two turns a pair");
      const report = await this.#sim.control.say(member.id, spoken.say).settled;
      said.push({ spoken, report });
      if (report.outcome !== "accepted") continue; // the platform gave up; what follows would build on it
      if (this.#breathMs > 0) await wait(this.#breathMs);
      this.#queue.push(member);
      this.#acknowledged += 1;
      for (const listener of this.#listeners.splice(0)) listener();
    }
  }

  /** Messages answered 200 so far. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  get summary(): string {
    const turns = [...this.#said.values()].flat();
    const again = turns.filter(({ report }) => report.attempts.length > 1).length;
    return `${this.#acknowledged} messages acknowledged of ${turns.length}, ${again} of them only when they came again`;
  }

  /** What is not as it has to be, and how many answers came twice. */
  async account(home: Home): Promise<{ amiss: string[]; repeated: number }> {
    const written = await recordsBySource(home, LARGE_OFFICE.key);
    const amiss: string[] = [];
    let repeated = 0;
    for (const [member, turns] of this.#said) {
      const acknowledged = turns.filter(({ report }) => report.outcome === "accepted");
      for (const { spoken, report } of acknowledged) {
        const records = written.get(sourceOf(this.#sim, report)) ?? [];
        if (records.join() !== spoken.writes.join()) amiss.push(`${member}「${spoken.say}」 wrote ${records.join()}`);
      }
      const told = answersTo(this.#sim, member);
      const answers = told.filter((text, at) => text !== told[at - 1]); // no two turns in a row are answered the same
      repeated += told.length - answers.length;
      for (const [at, { spoken }] of acknowledged.entries()) {
        if (!spoken.answer.test(answers[at] ?? ""))
          amiss.push(`${member}「${spoken.say}」 was answered ${answers[at]}`);
      }
      if (answers.length > turns.length)
        amiss.push(`${member} got ${answers.length} answers to ${turns.length} messages`);
    }
    return { amiss, repeated };
  }
}

const answersTo = (sim: Simulator, member: string): string[] =>
  sim.control.timeline(member).flatMap(({ from, text }) => (from === "product" ? [text] : []));

const sourceOf = (sim: Simulator, { msgid = "" }: DeliveryReport): string =>
  [sim.corpid, String(LARGE_OFFICE_APP.agentid), msgid].map(encodeURIComponent).join(":");
