import { type Fact, type RecordId, recordIdOf, type Statement } from "@gongkai/schema";
import type { Item, Meaning } from "../utterance/meaning.ts";
import type { Conversation, Done, Matter, Pending, Said } from "./conversation.ts";
import type { Line } from "./line.ts";
import type { LedgerPlan, LedgerVerb, Plan } from "./plan.ts";
import type { Question } from "./question.ts";
import type { Saying } from "./saying.ts";
import type { Step, Turn, View } from "./turn.ts";

const LONGEST_WORDS = 300; // characters; a pasted page is kept by its clauses

type Writing = Readonly<{
  section: string;
  said: Said;
  implied?: boolean;
  words?: string | null;
  person?: LedgerPlan["person"];
}>;

/** One step in the making: what is written, asked and said, gathered in order. It lives for one turn and is never stored. */
export class Work {
  turn: Turn;
  readonly view: View;
  readonly plans: Plan[] = [];
  readonly say: Saying[] = [];
  readonly asks: string[] = [];
  state: Conversation;
  act: Meaning["act"] = "ignore";
  /** Items of a card that waits for its yes. */
  card: readonly Item[] | undefined;
  #kept: Line[] = [];
  #ended: Line[] = [];
  #done: { -readonly [Key in keyof Done]: Done[Key] };
  /** Records by the message they were first said in: what a card was about may be said again too. */
  readonly #spoken = new Map<string, readonly RecordId[]>();
  #asked = 0;
  #lines = 0;

  constructor(state: Conversation, turn: Turn, view: View) {
    this.state = state;
    this.turn = turn;
    this.view = view;
    this.#done = { source: turn.source, at: turn.now, recorded: [], withdrawn: [], corrected: [], items: [] };
  }

  /** What this message said, for records written from it. */
  get said(): Said {
    return { text: this.turn.text, at: this.turn.now };
  }

  /** Lets a part of the message be acted on as if it were the whole of it. */
  onPart<T>(text: string, meaning: Meaning, act: () => T): T {
    const whole = this.turn;
    this.turn = { ...whole, text, meaning, answer: (draft, said = text) => whole.answer(draft, said) };
    const done = act();
    this.turn = whole;
    return done;
  }

  /** Words behind a record: those that opened the matter and those that settled it. */
  wordsOf(said: Said, clause = ""): string {
    const opening = said.text.length > LONGEST_WORDS && clause !== "" ? clause : said.text;
    return said.text === this.turn.text ? opening : `${opening} ／ ${this.turn.text}`;
  }

  write(verb: LedgerVerb, states: Statement, writing: Writing): RecordId {
    const line = this.#lines;
    this.#lines += 1;
    const id = recordIdOf({ organ: this.view.office.key, source: this.turn.source, line });
    this.plans.push({
      do: verb,
      id,
      line,
      section: writing.section,
      saidAt: writing.said.at,
      periodImplied: writing.implied ?? false,
      words: writing.words === undefined ? this.wordsOf(writing.said) : writing.words,
      states,
      person: writing.person ?? null,
    });
    return id;
  }

  /** A fact as spoken; it joins the echo of this turn. */
  keep(fact: Fact, item: Item, writing: Writing): RecordId {
    const verb = fact.kind === "nil-attested" ? "attest-nil" : "record-facts";
    const implied = item.period.certainty === "implied";
    const record = this.write(verb, fact, { ...writing, implied, words: this.wordsOf(writing.said, item.text) });
    this.#kept.push({ record, fact, section: writing.section, periodImplied: implied });
    this.#spoken.set(writing.said.text, [...(this.#spoken.get(writing.said.text) ?? []), record]);
    this.#done.recorded = [...this.#done.recorded, record];
    this.#done.items = [...this.#done.items, item];
    this.act = "record";
    return record;
  }

  /** The text of a section of the report; it is kept in the record itself, because it is written to be published. */
  writeText(states: Extract<Fact, { kind: "text-stored" }>): void {
    const record = this.write("store-text", states, { section: "", said: this.said, words: null });
    this.#done.recorded = [...this.#done.recorded, record];
  }

  withdraw(target: RecordId, section: string, said: Said = this.said): void {
    this.write("withdraw-record", { kind: "withdrawn", target }, { section, said });
    this.#done.withdrawn = [...this.#done.withdrawn, target];
  }

  correct(target: RecordId, before: Fact, becomes: Fact, section: string, said: Said = this.said): void {
    this.write("correct-record", { kind: "corrected", target, becomes }, { section, said });
    this.#done.corrected = [...this.#done.corrected, { record: target, before, becomes }];
  }

  /** A record that stands again can be withdrawn again by a bare 撤销. */
  restored(record: RecordId): void {
    this.#done.recorded = [...this.#done.recorded, record];
  }

  /** A line that ended because of what was kept: a stated zero, a figure that was replaced. */
  end(line: Line): void {
    this.#ended.push(line);
  }

  /** Puts a question before all others. */
  wait(matter: Matter, question: Question, said: Said, about: string): void {
    const id = `${this.turn.source}#${this.#asked}`;
    const pending: Pending = { ...matter, id, said, askedAt: this.turn.now, question };
    const asked = this.askedNow;
    this.state = { ...this.state, pending: [...asked, pending, ...this.state.pending.slice(asked.length)] };
    this.#asked += 1;
    this.asks.push(about);
    if (this.#kept.length === 0) this.act = "ask";
  }

  /** Puts one more thing into a matter this very turn asks about, so that it is asked once. */
  widen(id: string, matter: Matter, question: Question): void {
    const pending = this.state.pending.map((each) =>
      each.id === id ? { ...matter, id, said: each.said, askedAt: each.askedAt, question } : each,
    );
    this.state = { ...this.state, pending };
  }

  /** What this turn has kept so far. */
  get kept(): readonly Line[] {
    return this.#kept;
  }

  /** The questions put in this turn; the first one is said, the others follow one by one. */
  get askedNow(): readonly Pending[] {
    return this.state.pending.filter(({ id }) => id.startsWith(`${this.turn.source}#`));
  }

  /** Takes the matter that was being answered off the list. */
  settle(id: string): void {
    this.state = { ...this.state, pending: this.state.pending.filter((pending) => pending.id !== id) };
  }

  get wroteFacts(): boolean {
    return this.#kept.length > 0;
  }

  finish(): Step {
    if (this.#kept.length > 0) {
      const behalf = this.#kept.find(({ section }) => section !== this.view.member.section)?.section ?? null;
      this.say.unshift({ say: "kept", lines: this.#kept, ended: this.#ended, onBehalf: behalf });
      this.#remember();
    }
    const done = this.#done;
    const did = done.recorded.length + done.withdrawn.length + done.corrected.length > 0;
    const next: Conversation = {
      ...this.state,
      done: did ? [done, ...this.state.done] : this.state.done,
      echoed: this.#kept.length > 0 || done.corrected.length > 0,
      listed: this.#kept.length > 0 ? done.recorded : this.state.listed,
    };
    const { plans, say, act, asks, card } = this;
    return { next, plans, say, act, asks, ...(card ? { card } : {}) };
  }

  #remember(): void {
    const { today } = this.view;
    const earlier = this.state.spoken.filter(({ day }) => day === today);
    const now = [...this.#spoken].map(([text, records]) => ({ day: today, text: text.trim(), records }));
    this.state = { ...this.state, spoken: [...now, ...earlier] };
  }
}
