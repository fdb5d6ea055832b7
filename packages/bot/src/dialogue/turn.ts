import type {
  CaseId,
  CaseKind,
  Catalogue,
  DecisionOverride,
  HolidayCalendar,
  IndicatorKey,
  LocalDate,
  Member,
  Month,
  Office,
  RecordId,
  StandingFact,
} from "@gongkai/schema";
import type { Right } from "../office/rights.ts";
import type { Answer, Draft, Item, Meaning } from "../utterance/meaning.ts";
import type { Conversation } from "./conversation.ts";
import type { Plan } from "./plan.ts";
import type { Saying } from "./saying.ts";

/** What a tapped button says: an answer to a question, or a deed about the records of one message. */
export type Tap =
  | Readonly<{ tap: "option"; question: string; key: string }>
  /** `version`: how often the records had been worded anew when the button was shown; not looked at when left out. */
  | Readonly<{ tap: "undo" | "redo" | "change"; source: string; version?: number }>
  /** The monthly card of a section: everything countable still open is 0, or it is filled in by hand. */
  | Readonly<{ tap: "month"; does: "nothing" | "fill"; month: Month; section: string }>;

/** One message of one member, already read. */
export type Turn = Readonly<{
  /** Idempotency key of the message. */
  source: string;
  text: string;
  /** Moment it was said, ISO. */
  now: string;
  tap: Tap | null;
  meaning: Meaning;
  /** How this text (or that of a tapped answer) reads as the answer to a draft; pure. */
  answer: (draft: Draft, text?: string) => Answer;
  /** How a part of the message reads by itself; pure. */
  read: (text: string) => Meaning;
}>;

/** What names an application for its people; empty after erasure. */
export type CaseName = Readonly<{ name: string | null; subject: string | null }>;

/** An application, reconsideration or lawsuit as it stands. */
export type KnownCase = Readonly<{
  id: CaseId;
  kind: CaseKind;
  opened: StandingFact;
  /** Still to be answered or decided. */
  open: boolean;
  named: CaseName;
}>;

/** Everything a step may look at. Prepared by the caller; reading it changes nothing. */
export type View = Readonly<{
  today: LocalDate;
  office: Office;
  catalogue: Catalogue;
  /** Every word for a section and the section's key. */
  sections: ReadonlyMap<string, string>;
  member: Member;
  /** Names of the office's people and their member ids; left out where nobody is called by name. */
  people?: ReadonlyMap<string, string>;
  /** The working days its terms are counted by. */
  calendar: HolidayCalendar;
  /** The office's own reading of what a decision on a dispute counts as. */
  decisions?: DecisionOverride | undefined;
  may: (right: Right, about: Readonly<{ by?: string; section?: string }>) => boolean;
  standing: Iterable<StandingFact>;
  find: (id: RecordId) => (StandingFact & { withdrawn: boolean }) | undefined;
  closed: ReadonlySet<Month>;
  /** What sections owe for a month and have stated nothing about, as the fold sees it. */
  gaps: (month: Month) => readonly Readonly<{ section: string; indicator: IndicatorKey }>[];
  cases: readonly KnownCase[];
  /** The next running number of a case kind in a year; 1 when there is none yet. */
  nextCaseNumber: (kind: CaseKind, year: number) => number;
}>;

/** What a turn comes to. */
export type Step = Readonly<{
  next: Conversation;
  plans: readonly Plan[];
  say: readonly Saying[];
  act: Meaning["act"];
  /** Items of a card that waits for its yes; nothing of it is written. */
  card?: readonly Item[];
  asks?: readonly string[];
}>;
