import type {
  ApplicantKind,
  CaseKind,
  Consulted,
  DisputeKind,
  FeeMode,
  HeardOutcome,
  LocalDate,
  Opinion,
  ServiceWay,
  Via,
} from "@gongkai/schema";

/** Which case a sentence is about, as far as it says. Absent fields do not narrow. */
export type CaseWhich = Readonly<{
  /** Said with the number or by the word 复议 or 诉讼; an application where nothing was said. */
  kind?: CaseKind;
  /** 第12号, 2025-012; without a year where none was said. */
  number?: Readonly<{ year: number | null; number: number }>;
  /** 刚才那件, 这件: the one spoken of last. */
  last?: true;
  /** 那件, beside `last`: without a word that it was the last one. Days later it may be any that is open. */
  vaguely?: true;
  /** 张三那件, 促消费资金那件: an applicant's name or words of what is asked for. */
  who?: string;
  applicant?: ApplicantKind;
  /** 网上来的那件: the way it came in. */
  via?: Via;
  /** 2月20日收到的那件. */
  receivedOn?: LocalDate;
}>;

/** Something that happened to a case, without its day. Amounts in fen. */
export type CaseEvent = Readonly<
  | { do: "correction-asked"; until: LocalDate | null; within: number | null }
  | { do: "correction-received" }
  /** 补正了: asked for or handed in. */
  | { do: "correction-unclear" }
  | { do: "consultation-sent"; with: Consulted | null }
  | { do: "consultation-received" }
  | { do: "consultation-returned"; opinion: Opinion | null }
  | { do: "consultation-unclear" }
  | { do: "extended"; days: number | null; approved: boolean; approvedOn: LocalDate | null; told: boolean }
  | { do: "fee-noticed"; mode: FeeMode | null; amount: number | null; count: number | null }
  | { do: "fee-paid"; amount: number | null }
  | { do: "answered"; outcome: HeardOutcome; withheld: HeardOutcome | null }
  | { do: "served"; how: ServiceWay | null }
  | { do: "withdrawn" }
  | { do: "reopened" }
  | { do: "disputed"; kind: DisputeKind; route: "direct" | "after" | null; original: boolean | null }
  /** `words`: the decision as said, to be looked up in the office's own table. */
  | { do: "decided"; kind: DisputeKind; words: string }
>;

/** `on` null: not said, so today. `dayUnclear`: a month, a stretch or a vague time was said; a term runs from a day. */
export type CaseDeed = CaseEvent & Readonly<{ on: LocalDate | null; dayUnclear: boolean }>;

/** What a sentence says of one case, in the order it was said. */
export type CaseSaid = Readonly<{ which: CaseWhich | null; deeds: readonly CaseDeed[]; text: string }>;

/** What a question about the register of cases asks for. Absent fields do not narrow. */
export type CasesAsked = Readonly<{
  /** `working`: the due day counted out; `course`: every step; `list`: one line a case. */
  show: "list" | "course" | "working";
  which?: CaseWhich;
  kind?: CaseKind;
  state?: "open" | "overdue" | "closed";
  /** Due between these days, both included. */
  due?: Readonly<{ from: LocalDate; to: LocalDate }>;
  waiting?: "applicant" | "correction" | "payment" | "opinion" | "us";
  /** Somebody of ours who handles it, by name. */
  handler?: string;
}>;
