import { readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { converseLines } from "../../packages/bot/src/command/converse.ts";

type Entry = Readonly<{
  indicator: string;
  quantity: number;
  period: string;
  channel: string | null;
  applicant?: string;
  outcome?: string;
}>;
type Line = Readonly<{
  act: string;
  entries: readonly Entry[];
  confirm?: true;
  ledger: readonly Entry[];
  say: readonly string[];
}>;
/** `then`: what the person adds when they are asked all the same. */
type Turn = Readonly<{ now: string; says: string; act: readonly string[]; ledger: readonly string[]; then?: string }>;
type Dialogue = Readonly<{ id: string; title: string; turns: readonly Turn[] }>;

const DIALOGUES: readonly Dialogue[] = readFileSync(new URL("dialogues.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));

/** The command itself, driven line by line as another program would. */
class Conversation {
  readonly #stdin = new PassThrough();
  readonly #stdout = new PassThrough();
  readonly #lines = this.#stdout[Symbol.asyncIterator]();
  readonly #ended: Promise<unknown>;

  constructor() {
    this.#ended = converseLines({ stdin: this.#stdin, stdout: this.#stdout, stderr: new PassThrough() });
  }

  async say(id: string, now: string, user: string): Promise<Line> {
    this.#stdin.write(`${JSON.stringify({ id, now, user })}\n`);
    const { value } = await this.#lines.next();
    return JSON.parse(String(value));
  }

  async end(): Promise<void> {
    this.#stdin.end();
    await this.#ended;
  }
}

const inWords = ({ indicator, quantity, period, channel, applicant, outcome }: Entry): string =>
  [indicator, quantity, period, channel, applicant, outcome]
    .filter((part) => part !== null && part !== undefined)
    .join(" ");
const sorted = (entries: readonly string[]) => [...entries].sort();
const later = (now: string): string => now.replace(/:00\+/, ":20+");

let conversation: Conversation;
beforeAll(() => {
  conversation = new Conversation();
});
afterAll(() => conversation.end());

describe.each(DIALOGUES)("$id $title", ({ id, turns }) => {
  test("every turn leaves the ledger it should, and no entry appears in between", async () => {
    for (const { now, says, act, ledger, then } of turns) {
      let answer = await conversation.say(id, now, says);
      expect(act, `${says} → ${answer.say.join(" / ")}`).toContain(answer.act);
      if (answer.act === "ask" && then !== undefined) answer = await conversation.say(id, later(now), then);
      const waits = answer.confirm && !sameLines(answer.ledger, ledger);
      if (waits && sameLines([...answer.ledger, ...answer.entries], ledger))
        answer = await conversation.say(id, later(now), "确认");
      expect(sorted(answer.ledger.map(inWords)), `${says} → ${answer.say.join(" / ")}`).toEqual(sorted(ledger));
      expect(answer.say.length, says).toBeGreaterThan(0);
    }
  });
});

const sameLines = (entries: readonly Entry[], ledger: readonly string[]): boolean =>
  JSON.stringify(sorted(entries.map(inWords))) === JSON.stringify(sorted(ledger));
