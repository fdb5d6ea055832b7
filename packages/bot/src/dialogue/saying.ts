import type { CaseId, IndicatorKey, LocalDate, Month } from "@gongkai/schema";
import type { Export, Query } from "../utterance/meaning.ts";
import type { SummaryDaysSaid } from "../utterance/readers/summary-days.ts";
import type { CaseStanding } from "./case-standing.ts";
import type { Line } from "./line.ts";
import type { Question } from "./question.ts";

/** What is said, as data. The wording room turns each into a sentence. */
export type Saying =
  | Readonly<{ say: "kept"; lines: readonly Line[]; ended: readonly Line[]; onBehalf: string | null }>
  /** `back`: a correction was taken back. */
  | Readonly<{ say: "corrected"; before: Line; after: Line; back?: true }>
  | Readonly<{ say: "unchanged"; line: Line }>
  /** Somebody else worded it otherwise since; taking one's own wording back would undo theirs. */
  | Readonly<{ say: "changed-since"; line: Line }>
  /** It would state what `standing` states already. */
  | Readonly<{ say: "would-count-twice"; line: Line; standing: readonly Line[] }>
  | Readonly<{ say: "withdrawn"; lines: readonly Line[] }>
  | Readonly<{ say: "restored"; lines: readonly Line[] }>
  | Readonly<{ say: "put-back"; lines: readonly Line[] }>
  | Readonly<{ say: "nothing-to-withdraw" }>
  | Readonly<{ say: "nothing-to-restore" }>
  | Readonly<{ say: "not-found"; what: "record" | "case" | "line"; words: string }>
  /** `id` null: nothing waits for an answer, the sentence only says what is missing. */
  | Readonly<{ say: "ask"; id: string | null; question: Question }>
  /** A question that was interrupted and is taken up again. */
  | Readonly<{ say: "still-waiting"; id: string; question: Question; words: string }>
  | Readonly<{ say: "lapsed"; words: string }>
  | Readonly<{ say: "dropped"; words: string }>
  /** A pasted list was held back as a whole. */
  | Readonly<{ say: "held" }>
  | Readonly<{ say: "left-as-it-stands"; lines: readonly Line[] }>
  | Readonly<{ say: "stale-tap" }>
  /** The law does not allow this step of a case, or wants something said with it; nothing was written. */
  | Readonly<{ say: "case-refused"; case: CaseId; article: string; says: string }>
  /** Where a case stands after what was just kept of it. */
  | Readonly<{ say: "case-stands"; standing: CaseStanding }>
  /** What the question was about has changed before it was answered: it is asked anew. */
  | Readonly<{ say: "changed-meanwhile" }>
  | Readonly<{ say: "not-allowed"; deed: string }>
  | Readonly<{ say: "month-closed"; month: Month; lines: readonly Line[]; clerksTold: boolean }>
  | Readonly<{ say: "month-closed-now"; month: Month }>
  | Readonly<{ say: "month-reopened"; month: Month; reason: string }>
  | Readonly<{ say: "month-as-it-is"; month: Month; closed: boolean }>
  | Readonly<{ say: "nothing-open"; month: Month }>
  /** What a section still has to fill in for a month. */
  | Readonly<{ say: "month-left"; month: Month; section: string; indicators: readonly IndicatorKey[] }>
  /** `first`: the first day a summary comes; null where it is a month's end, or none comes any more. */
  | Readonly<{ say: "summary-days"; chosen: SummaryDaysSaid; first: LocalDate | null }>
  | Readonly<{ say: "across-years"; words: string; years: readonly number[] }>
  | Readonly<{ say: "text-stored"; year: number; key: string; length: number }>
  | Readonly<{ say: "answer"; query: Query }>
  | Readonly<{ say: "file-coming"; wants: Export }>
  | Readonly<{ say: "help"; topic: string | null; question: Question | null }>
  | Readonly<{ say: "friendly"; why: string }>
  | Readonly<{
      say: "cannot-change";
      what: "case-channel" | "case-answered" | "case-count" | "nil-gauge" | "whole-number" | "case-day" | "case-ahead";
    }>
  | Readonly<{ say: "agreed" }>;
