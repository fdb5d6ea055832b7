import { Fold } from "@gongkai/reporter";
import {
  type CaseKind,
  casesOf,
  catalogueOf,
  isCaseFact,
  type Member,
  type Month,
  Office,
  RECORD_VERSION,
  type RecordId,
  STATE_CALENDAR,
  StandingFacts,
  shanghaiDay,
  yearOf,
} from "@gongkai/schema";
import { may } from "../office/rights.ts";
import type { Answer, Draft, Item, Meaning, Target } from "../utterance/meaning.ts";
import { type Conversation, FRESH, readConversation } from "./conversation.ts";
import { isLedgerPlan } from "./plan.ts";
import { indicatorKeyOf, periodOf } from "./stated-fact.ts";
import { step } from "./step.ts";
import type { KnownCase, Step, Tap, View } from "./turn.ts";

export const OFFICE = Office.parse({
  key: "bureau",
  name: "某某市某某局",
  sections: [
    {
      key: "office",
      label: "办公室",
      reports: ["training.held", "inspection.held", "publicity.interview", "gauge.site_visits"],
    },
    { key: "law", label: "法规科", aliases: ["政策法规科"], reports: ["doc.normative_made", "penalty.decided"] },
  ],
});
export const PEOPLE = {
  wang: { id: "wang", name: "王芳", section: "office", roles: ["staff"], active: true },
  zhao: { id: "zhao", name: "赵敏", section: "office", roles: ["head"], active: true },
  chen: { id: "chen", name: "陈洁", section: "law", roles: ["staff"], active: true },
  clerk: { id: "clerk", name: "周云", section: "office", roles: ["staff", "clerk"], active: true },
  chief: { id: "chief", name: "李局", section: "office", roles: ["leader"], active: true },
  admin: { id: "admin", name: "吴工", section: "office", roles: ["admin"], active: true },
  nowhere: { id: "nowhere", name: "何平", section: "", roles: ["staff"], active: true },
} as const satisfies Record<string, Member & { roles: readonly Member["roles"][number][] }>;
export type PersonId = keyof typeof PEOPLE;

const said = <T>(value: T) => ({ value, certainty: "said", text: String(value) }) as const;

export type ItemWords = Readonly<{
  indicator: Item["indicator"]["value"];
  quantity?: number;
  /** Left out: today, not said. */
  period?: string;
  today?: string;
  channel?: NonNullable<Item["channel"]>["value"];
  applicant?: NonNullable<Item["applicant"]>["value"];
  via?: NonNullable<Item["via"]>["value"];
  outcome?: NonNullable<Item["outcome"]>["value"];
  who?: string;
  section?: string;
  text?: string;
}>;

export function item(words: ItemWords): Item {
  const { indicator, quantity = 1, period, today = "2026-03-04", text = "" } = words;
  return {
    indicator: said(indicator),
    quantity: said(quantity),
    period: period === undefined ? { value: today, certainty: "implied", text: "" } : said(period),
    channel: words.channel ? said(words.channel) : null,
    nil: quantity === 0,
    applicant: words.applicant ? said(words.applicant) : null,
    via: words.via ? said(words.via) : null,
    outcome: words.outcome ? said(words.outcome) : null,
    who: words.who ? said(words.who) : null,
    subject: null,
    actor: null,
    section: words.section ? said(words.section) : null,
    text,
  };
}

export const record = (...items: readonly ItemWords[]): Meaning => ({
  act: "record",
  items: items.map(item),
  oddities: [],
});
export const target = (narrowing: Omit<Target, "text"> = {}, text = ""): Target => ({ ...narrowing, text });
export const chat: Meaning = { act: "ignore", why: "no-work-in-it" };
export const query: Meaning = {
  act: "query",
  query: { kind: "count", indicators: null, period: null, compare: null, channel: null, scope: null },
};

export type Spoken = Readonly<{
  text?: string;
  now?: string;
  by?: PersonId;
  tap?: Tap;
  source?: string;
  answer?: (draft: Draft) => Answer;
  read?: (text: string) => Meaning;
}>;

/** A talk played without store, parser or clock: every step's plans are put into an in-memory ledger. */
export class Rehearsal {
  readonly facts = new StandingFacts();
  readonly closed = new Set<Month>();
  readonly #talks = new Map<PersonId, Conversation>();
  readonly #names = new Map<string, { name: string | null; subject: string | null }>();
  readonly #written = new Set<RecordId>();
  readonly #office: Office;
  readonly #fold: Fold;
  last: Step | undefined;
  #seq = 0;
  #turn = 0;

  constructor(office: Office = OFFICE) {
    this.#office = office;
    this.#fold = new Fold({ office, catalogue: catalogueOf(office) });
  }

  hear(
    meaning: Meaning,
    { text = "", now = "2026-03-04T10:30:00+08:00", by = "wang", tap, source, answer, read }: Spoken = {},
  ): Step {
    this.#turn += 1;
    const state = this.#talks.get(by) ?? FRESH;
    const turn = {
      source: source ?? `m${this.#turn}`,
      text,
      now,
      tap: tap ?? null,
      meaning,
      answer: answer ?? ((): Answer => ({ kind: "other" })),
      read: read ?? (() => chat),
    };
    const stepped = step(state, turn, this.#view(by, shanghaiDay(now)));
    // what is stored is JSON: the talk must survive it
    this.#talks.set(by, readConversation(JSON.stringify(stepped.next)));
    for (const plan of stepped.plans.filter(isLedgerPlan)) {
      if (this.#written.has(plan.id)) continue;
      this.#written.add(plan.id);
      this.#seq += 1;
      if (plan.person) this.#names.set(plan.person.case, plan.person);
      if (plan.states.kind === "month-closed") this.closed.add(plan.states.month);
      if (plan.states.kind === "month-reopened") this.closed.delete(plan.states.month);
      this.#add({
        seq: this.#seq,
        record: {
          v: RECORD_VERSION,
          id: plan.id,
          organ: this.#office.key,
          section: plan.section,
          by,
          saidAt: plan.saidAt,
          writtenAt: now,
          source: turn.source,
          line: plan.line,
          periodImplied: plan.periodImplied,
          wordsDigest: null,
          states: plan.states,
        },
      });
    }
    this.last = stepped;
    return stepped;
  }

  #add(chained: Parameters<StandingFacts["add"]>[0]): void {
    this.facts.add(chained);
    this.#fold.add(chained);
  }

  talkOf(by: PersonId): Conversation {
    return this.#talks.get(by) ?? FRESH;
  }

  /** `permit.decided 12 2026-03-04`, one a standing fact, in ledger order. */
  get standing(): string[] {
    return [...this.facts].map(({ fact }) => {
      const amount = "quantity" in fact ? fact.quantity : fact.kind === "nil-attested" ? 0 : 1;
      const beside = [
        "channel" in fact ? fact.channel : null,
        "applicant" in fact ? fact.applicant : null,
        "outcome" in fact ? fact.outcome : null,
        "step" in fact ? fact.step : null,
      ].filter((each) => each !== null);
      return [indicatorKeyOf(fact) ?? fact.kind, amount, periodOf(fact), ...beside].join(" ");
    });
  }

  /** Names of what was said in the last turn. */
  get said(): string[] {
    return (this.last?.say ?? []).map((saying) =>
      saying.say === "ask" || saying.say === "still-waiting"
        ? `${saying.say} ${saying.question.asked.name}`
        : saying.say,
    );
  }

  #view(by: PersonId, today: string): View {
    const person = PEOPLE[by];
    const member: Member = { ...person, roles: [...person.roles] };
    const all = [...this.facts].map(({ fact }) => fact).filter(isCaseFact);
    const states = casesOf(all);
    const cases = [...this.facts].flatMap((standing): KnownCase[] => {
      const { fact } = standing;
      if (!("receivedOn" in fact)) return [];
      const kind: CaseKind =
        fact.kind === "application-opened" ? "application" : fact.kind === "review-opened" ? "review" : "litigation";
      const state = states.get(fact.case)?.state;
      const named = this.#names.get(fact.case) ?? { name: null, subject: null };
      return [{ id: fact.case, kind, opened: standing, open: state === "open" || state === "pending", named }];
    });
    return {
      today,
      office: this.#office,
      catalogue: catalogueOf(this.#office),
      sections: new Map(
        this.#office.sections.flatMap(({ key, label, aliases }) =>
          [label, ...aliases].map((word) => [word, key] as const),
        ),
      ),
      member,
      calendar: STATE_CALENDAR,
      may: (right, about) => may(member, right, about),
      standing: this.facts,
      find: (id) => this.facts.find(id),
      closed: this.closed,
      gaps: (month) => this.#fold.figures(yearOf(month), new Set()).gaps.filter((gap) => gap.month === month),
      cases,
      nextCaseNumber: (kind) => cases.filter((known) => known.kind === kind).length + 1,
    };
  }
}
