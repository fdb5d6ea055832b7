import type { CaseId, Fact, LocalDate, Month, RecordId, ResultRow, RoughOutcome } from "@gongkai/schema";
import type { CaseDeed } from "../utterance/case-said.ts";
import type { Draft, Item, Query } from "../utterance/meaning.ts";
import type { BatchRow } from "./batch.ts";
import type { Line } from "./line.ts";
import type { CardReason, Question, Upon } from "./question.ts";

/** Where the words of a matter came from: a matter is often settled by a later message than the one that opened it. */
export type Said = Readonly<{ text: string; at: string }>;

/** A matter that waits for the speaker. `question` is what was asked; the rest is what its answer settles. */
export type Matter =
  /** Slots of the first draft are open. */
  | Readonly<{ at: "draft"; drafts: readonly Draft[] }>
  /** Read back before it is written. */
  | Readonly<{ at: "card"; items: readonly Item[]; oddity: CardReason }>
  /** A pasted list of which some lines are unclear. */
  | Readonly<{ at: "batch"; rows: readonly BatchRow[] }>
  /** A figure for a period in which records of the same kind stand. */
  | Readonly<{ at: "overlap"; item: Item; standing: readonly Line[] }>
  /** The speaker belongs to no section and named none: for which one it counts. */
  | Readonly<{ at: "which-section"; items: readonly Item[] }>
  /** Which record is meant. */
  | Readonly<{ at: "which-record"; among: readonly RecordId[]; upon: Upon }>
  /** The record is known, what it should be is not: 刚才少报了2件. */
  | Readonly<{ at: "correct-what"; record: RecordId }>
  /** Which application an answer or a step belongs to; `null` among the choices: none of those. */
  | Readonly<{ at: "which-case"; item: Item; among: readonly CaseId[] }>
  | Readonly<{ at: "which-case-for-step"; among: readonly CaseId[]; deeds: readonly CaseDeed[] }>
  /** The words of an answer may mean rows of table 三 in several groups; nothing is written yet. */
  | Readonly<{ at: "which-outcome"; case: CaseId; on: LocalDate; choices: readonly (ResultRow | RoughOutcome)[] }>
  /** A decision that the office's table of results does not have. */
  | Readonly<{ at: "which-decision"; case: CaseId; on: LocalDate }>
  /** 补正、延期、征求意见: the same word names steps that move the clock differently. */
  | Readonly<{ at: "which-step"; case: CaseId; on: LocalDate; steps: readonly CaseStepChoice[] }>
  /** The exact row of table 三 for an answer that is already kept by its group. */
  | Readonly<{ at: "result-row"; record: RecordId }>
  /** 未经复议直接起诉 or 复议后起诉, for a lawsuit that is already kept. */
  | Readonly<{ at: "lawsuit-route"; record: RecordId }>
  /** 国办公开办函〔2016〕201号: only the original body counts a lawsuit. */
  | Readonly<{ at: "lawsuit-original"; record: RecordId }>
  /** The echo was denied and its records withdrawn; what it should have been is asked. */
  | Readonly<{ at: "denied"; items: readonly Item[] }>
  /** 记到哪一年. */
  | Readonly<{ at: "which-year"; item: Item; years: readonly number[] }>
  /** A closed month waits for a reason to be reopened; late facts are written then. */
  | Readonly<{ at: "reopening"; month: Month; items: readonly Item[] }>;

export type CaseStepChoice = "correction-asked" | "correction-received" | "consultation-sent" | "consultation-returned";

export type Pending = Matter &
  Readonly<{
    id: string;
    said: Said;
    askedAt: string;
    question: Question;
    /** How often it was taken up again after something else. */
    reminded?: number;
  }>;

/** What the last deeds of this speaker were, so that 撤销, 改 and 不是 know what they are about. */
export type Done = Readonly<{
  source: string;
  at: string;
  recorded: readonly RecordId[];
  withdrawn: readonly RecordId[];
  corrected: readonly Readonly<{ record: RecordId; before: Fact; becomes: Fact }>[];
  /** The items as understood, for a denial that tells what it should have been. */
  items: readonly Item[];
}>;

/** What 撤销 took back: records, and corrections with the wording they had given. */
export type Undone = Readonly<{
  at: string;
  records: readonly RecordId[];
  corrected?: readonly Readonly<{ record: RecordId; before: Fact; becomes: Fact }>[];
}>;

/** One record written today and the words it was said in: the same words again are read back first. */
export type SpokenToday = Readonly<{ day: LocalDate; text: string; records: readonly RecordId[] }>;

export const CONVERSATION_VERSION = 2;

/** Every place a talk can be. Plain JSON: it survives being stored and read back. */
export type Conversation = Readonly<{
  v: typeof CONVERSATION_VERSION;
  /** The first one is what was asked last; the others are taken up after it. */
  pending: readonly Pending[];
  /** Newest first; 撤销 takes them back one by one. */
  done: readonly Done[];
  /** Newest first: what 恢复 brings back. */
  undone: readonly Undone[];
  /** The records numbered in the last list shown: 第2条. */
  listed: readonly RecordId[];
  /** The figure told last: 明细 asks for the records behind it. */
  asked: Query | null;
  spoken: readonly SpokenToday[];
  /** Sources already answered, newest first: a message delivered again changes nothing. */
  heard: readonly string[];
  /** The last message was answered with an echo, so a bare 不是 or 网站上 is about it. */
  echoed: boolean;
  /** The section a speaker without one has named: it is asked once. */
  speaksFor: string | null;
}>;

export const FRESH: Conversation = {
  v: CONVERSATION_VERSION,
  pending: [],
  done: [],
  undone: [],
  listed: [],
  asked: null,
  spoken: [],
  heard: [],
  echoed: false,
  speaksFor: null,
};

/** The stored talk, or a fresh one when it is absent, unreadable or of another version: start over, never guess. */
export function readConversation(text: string | undefined): Conversation {
  if (text === undefined) return FRESH;
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== "object" || stored === null || !("v" in stored)) return FRESH;
    return stored.v === CONVERSATION_VERSION ? { ...FRESH, ...stored, v: CONVERSATION_VERSION } : FRESH;
  } catch {
    return FRESH;
  }
}

const MOST = { pending: 20, done: 20, undone: 10, spoken: 60, heard: 64 } as const;

/** What is kept of a talk: enough for a day's work, never a growing row. */
export function trimmed(state: Conversation): Conversation {
  return {
    ...state,
    pending: state.pending.slice(0, MOST.pending),
    done: state.done.slice(0, MOST.done),
    undone: state.undone.slice(0, MOST.undone),
    spoken: state.spoken.slice(0, MOST.spoken),
    heard: state.heard.slice(0, MOST.heard),
  };
}
