import type { CaseId, IndicatorKey, LocalDate, Month } from "@gongkai/schema";
import type { Deadline } from "./case-deadlines.ts";
import type { Summary } from "./summary.ts";

/** What somebody is told. Days left count working days; negative when the day is past. */
export type News =
  /** `handler`: the name of who has the case; null where that is the listener, or nobody any more. */
  | Readonly<{ about: "deadline"; case: CaseId; handler: string | null; deadline: Deadline; left: number }>
  /** A notice of the State Council or of the office moved the day an answer is due. `notices`: those that are new. */
  | Readonly<{
      about: "due-moved";
      case: CaseId;
      before: LocalDate;
      notices: readonly string[];
      deadline: Deadline;
      left: number;
    }>
  /** How the listener speaks for the section: its head states all its zeros at once, its staff one by one, others for it. */
  | Readonly<{
      about: "month-owed";
      month: Month;
      section: string;
      indicators: readonly IndicatorKey[];
      speaks: "attests" | "reports" | "for-them";
    }>
  | Readonly<{
      about: "sections-owe";
      month: Month;
      owed: readonly Readonly<{ section: string; indicators: readonly IndicatorKey[] }>[];
    }>
  | Readonly<{ about: "report-milestone"; year: number; what: "submit" | "publish"; on: LocalDate; left: number }>
  | Readonly<{ about: "summary"; summary: Summary }>;

/** One thing somebody should hear about. `key` names the thing, its step and the listener: it is told once, for good. */
export type Reminder = Readonly<{ key: string; to: string }> & News;
