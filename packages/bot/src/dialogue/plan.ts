import type { CaseId, RecordId, Statement } from "@gongkai/schema";
import type { Export } from "../utterance/meaning.ts";
import type { SummaryDaysSaid } from "../utterance/readers/summary-days.ts";

/** The verbs that write the ledger. */
export type LedgerVerb =
  | "record-facts"
  | "attest-nil"
  | "correct-record"
  | "withdraw-record"
  | "restore-record"
  | "store-text"
  | "close-month"
  | "reopen-month";

/** One ledger record to be. Its id is already known: it comes from the message and the line alone. */
export type LedgerPlan = Readonly<{
  do: LedgerVerb;
  id: RecordId;
  line: number;
  section: string;
  /** Moment the words were said, which may be an earlier message than the one that settled them. */
  saidAt: string;
  periodImplied: boolean;
  words: string | null;
  states: Statement;
  /** Personal data of a case opened here; kept in the erasable table. */
  person: Readonly<{ case: CaseId; name: string | null; subject: string | null; contact?: string | null }> | null;
}>;

/** A file to be made and sent to the speaker. */
export type FilePlan = Readonly<{ do: "send-file"; wants: Export }>;

/** The head of a section is told that somebody reported for it. */
export type TellPlan = Readonly<{ do: "tell-heads"; section: string; records: readonly RecordId[] }>;

/** The disclosure office is told that somebody wants to write into a closed month. */
export type TellClerksPlan = Readonly<{ do: "tell-clerks"; month: string; text: string }>;

/** The speaker wants summaries on other days from now on. */
export type ChooseSummaryPlan = Readonly<{ do: "choose-summary"; chosen: SummaryDaysSaid }>;

export type Plan = LedgerPlan | FilePlan | TellPlan | TellClerksPlan | ChooseSummaryPlan;

export const isLedgerPlan = (plan: Plan): plan is LedgerPlan => "states" in plan;
