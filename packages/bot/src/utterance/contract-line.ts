import { APPLICANT_TALK, type ApplicantKind, type ApplicantTalk } from "@gongkai/schema";
import type { Item, Meaning, Target } from "./meaning.ts";

/** One entry as programs exchange it; quantities in the indicator's unit of talk. */
export type ContractEntry = Readonly<{
  indicator: string;
  quantity: number;
  period: string;
  channel: string | null;
  applicant?: ApplicantTalk;
  outcome?: string;
  via?: string;
  who?: string;
  actor?: string;
  period_default?: true;
}>;

/** The answer of `gongkai understand` to one line, without its id. `asks` and `why` are for reading. */
export type ContractLine = Readonly<{
  act: "record" | "correct" | "undo" | "query" | "export" | "help" | "ask" | "ignore";
  entries: readonly ContractEntry[];
  confirm?: true;
  query?: Readonly<{
    indicators: readonly string[] | null;
    period: string | null;
    compare: string | null;
    kind: string;
    channel: string | null;
  }>;
  correct?: Readonly<{ target: Readonly<Record<string, unknown>>; set: Readonly<Record<string, unknown>> }>;
  undo?: Readonly<{ redo: boolean }>;
  export?: Readonly<{ period?: string }>;
  asks?: readonly string[];
  why?: string;
}>;

const TALK_OF = new Map<ApplicantKind, ApplicantTalk>(
  // Object.entries forgets the keys of a const object; APPLICANT_TALK is the proof
  (Object.entries(APPLICANT_TALK) as [ApplicantTalk, ApplicantKind][]).map(([talk, kind]) => [kind, talk]),
);

function talkOf(kind: ApplicantKind): ApplicantTalk {
  const talk = TALK_OF.get(kind);
  if (!talk) throw new Error(`applicant kind ${kind} has no word of talk; add it to APPLICANT_TALK`);
  return talk;
}

export function entryOf(item: Item): ContractEntry {
  return {
    indicator: item.indicator.value,
    quantity: item.quantity.value,
    period: item.period.value,
    channel: item.channel?.value ?? null,
    ...(item.applicant ? { applicant: talkOf(item.applicant.value) } : {}),
    ...(item.outcome ? { outcome: item.outcome.value } : {}),
    ...(item.via ? { via: item.via.value } : {}),
    ...(item.who ? { who: item.who.value } : {}),
    ...(item.actor ? { actor: item.actor.value } : {}),
    ...(item.period.certainty === "implied" ? { period_default: true as const } : {}),
  };
}

function targetOf({ text: _, ...target }: Target): Readonly<Record<string, unknown>> {
  return target;
}

/** A meaning in the words of the command contract. A stored text counts as a note: it writes no entry. */
export function toContract(meaning: Meaning): ContractLine {
  switch (meaning.act) {
    case "record": {
      const confirm = meaning.oddities.length > 0 ? { confirm: true as const } : {};
      return { act: "record", entries: meaning.items.map(entryOf), ...confirm };
    }
    case "ask":
      if (meaning.counts) return { act: "record", entries: [entryOf(meaning.counts)] };
      return { act: "ask", entries: meaning.sure.map(entryOf), asks: [meaning.ask.about], why: meaning.ask.why };
    case "correct": {
      const { applicant, ...set } = meaning.set;
      const change = applicant ? { ...set, applicant: talkOf(applicant) } : set;
      return { act: "correct", entries: [], correct: { target: targetOf(meaning.target), set: change } };
    }
    case "undo":
      return { act: "undo", entries: [], undo: { redo: meaning.redo } };
    case "query": {
      const { indicators, period, compare, kind, channel } = meaning.query;
      return { act: "query", entries: [], query: { indicators, period, compare, kind, channel } };
    }
    case "export": {
      const { period } = meaning.wants;
      return { act: "export", entries: [], export: period === null ? {} : { period } };
    }
    case "help":
      return { act: "help", entries: [] };
    case "text":
      return { act: "ignore", entries: [], why: "text" };
    case "ignore":
      return { act: "ignore", entries: [], why: meaning.why };
  }
}
