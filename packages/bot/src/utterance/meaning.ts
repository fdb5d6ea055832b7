import type {
  ApplicantKind,
  Channel,
  IndicatorKey,
  Period,
  ProseKey,
  ResultGroup,
  ResultRow,
  Via,
} from "@gongkai/schema";
import type { CaseSaid, CasesAsked } from "./case-said.ts";

/** A value and how we came by it. An implied one is shown to the speaker before it is trusted. */
export type Slot<T> = Readonly<{
  value: T;
  certainty: "said" | "implied";
  /** The speaker's own words it was taken from; "" when implied. */
  text: string;
}>;

/** One thing that happened, with every slot settled: it may be written. */
export type Item = Readonly<{
  indicator: Slot<IndicatorKey>;
  /** In the indicator's unit of talk: pieces, persons, 万元. */
  quantity: Slot<number>;
  period: Slot<Period>;
  channel: Slot<Channel> | null;
  /** 没有、0件、无: a stated zero. */
  nil: boolean;
  applicant: Slot<ApplicantKind> | null;
  via: Slot<Via> | null;
  outcome: Slot<ResultGroup> | null;
  /** Applicant's name; personal data, kept out of the ledger. */
  who: Slot<string> | null;
  /** What an application asks for. */
  subject: Slot<string> | null;
  /** Telephone or mail address of an applicant; personal data like `who`. */
  contact?: Slot<string> | null;
  /** Person of ours who did it (王科长); for reading only. */
  actor: Slot<string> | null;
  /** Section it is reported for, as said (代法规科报); null: the speaker's own. */
  section: Slot<string> | null;
  /** The clause it was read from. */
  text: string;
}>;

/** Names of the slots a question can settle. */
export type SlotName =
  | "indicator"
  | "quantity"
  | "period"
  | "channel"
  | "applicant"
  | "via"
  | "outcome"
  | "case"
  | "section";

/** An item with slots open. An open slot is absent or null here and named by one of `asks`. */
export type Draft = Readonly<Partial<Omit<Item, "text">> & { text: string; asks: readonly Ask[] }>;

/** What a question is about, in the words of the contract. */
export type About =
  | "indicator"
  | "quantity"
  | "period"
  | "channel"
  | "unit"
  | "target"
  | "intent"
  | "applicant"
  | "outcome"
  | "section";

/**
 * One named ambiguity with its question. `why` is the name (`hotline-which`, `quantity-approximate`,
 * `made-or-repealed` …): one name, one question, one test table.
 */
export type Ask = Readonly<{
  about: About;
  why: string;
  /** The words of the message that made us ask. */
  words: string;
  choices: readonly Choice[];
}>;

/** A tappable answer. Tapping it, typing its label or one of `also` settles the draft's slots. */
export type Choice = Readonly<{
  label: string;
  also?: readonly string[];
  sets: Readonly<
    Partial<Pick<Item, "indicator" | "quantity" | "period" | "channel" | "applicant" | "via" | "outcome">>
  >;
  /** 都不是、不用记: the draft is dropped. */
  drops?: true;
  /** The answer makes several items of the draft (公众号发布和政策解读都算). */
  makes?: readonly Item[];
}>;

/** Which record a correction or withdrawal means. Absent fields do not narrow. */
export type Target = Readonly<{
  ref?: "last" | Readonly<{ nth: number }>;
  indicator?: IndicatorKey;
  /** Any of these, where the words name no single one: 热线那条. */
  among?: readonly IndicatorKey[];
  period?: Period;
  channel?: Channel;
  applicant?: ApplicantKind;
  via?: Via;
  outcome?: ResultGroup;
  quantity?: number;
  who?: string;
  text: string;
}>;

/** One record and what of it is changed. */
export type Amendment = Readonly<{ target: Target; set: Change }>;

export type Change = Readonly<{
  indicator?: IndicatorKey;
  quantity?: number;
  period?: Period;
  channel?: Channel | null;
  applicant?: ApplicantKind;
  outcome?: ResultGroup;
  /** The exact row of table 三, where it was said. */
  row?: ResultRow;
}>;

/** How many of a record, and what these are: 2条是公众号的. `quantity` null: those that are left. */
export type RecordPart = Readonly<{ quantity: number | null; set: Change; step?: PartStep }>;
/** What was done with a document, or how a dispute ended: of which kind, the record says. */
export type PartStep = "made" | "repealed" | "upheld" | "corrected" | "other";

export type QueryKind =
  | "progress" // 本月进度, 今年报得怎么样
  | "count" // 今年许可多少件
  | "list" // 看看上周的台账
  | "status" // 许可报了没
  | "missing" // 谁还没报, 还有什么没报
  | "compare" // 哪个多, 排名
  | "trend" // 今年许可走势, 各月多少
  | "top" // 今年哪些数最多
  | "zeros" // 哪些还是零, 谁一条没报
  | "cases" // 快到期的申请
  | "readiness"; // 年报现在能出吗

export type Query = Readonly<{
  kind: QueryKind;
  indicators: readonly IndicatorKey[] | null;
  period: Period | null;
  compare: "yoy" | "mom" | null;
  channel: Channel | null;
  /** A section, person or `me` it is narrowed to, as said. */
  scope: string | null;
  /** Of a query about cases: which of them, and how much is told of each. */
  cases?: CasesAsked;
}>;

export type Export = Readonly<{
  what: "annual" | "month" | "ledger" | "cases";
  period: Period | null;
  format: string | null;
}>;

/** Why a complete reading is shown as a card before it is written. */
export type Oddity = Readonly<{
  why: "homophone" | "unusual-size" | "residue" | "stutter" | "said-before";
  words: string;
}>;

/** Exactly one of these for every message. */
export type Meaning =
  | Readonly<{ act: "record"; items: readonly Item[]; oddities: readonly Oddity[] }>
  /** `sure` may be written while the drafts are asked about; the first open ask of the first draft is the question. */
  | Readonly<{
      act: "ask";
      sure: readonly Item[];
      drafts: readonly Draft[];
      ask: Ask;
      /** What it says of a case, where the talk knows which one is meant. */
      case?: CaseSaid;
      /** The answer to one application, as the entry it makes once its case is found. */
      counts?: Item;
      /** The record that was said to be wrong, where what it should be is asked. */
      target?: Target;
      /** Records whose figures changed places: 那俩数报反了. Empty: the two spoken of last. */
      swaps?: readonly Target[];
      /** By how much that record is to grow, in its unit of talk: 少报了2件. */
      by?: number;
      /** What the record that was said to be wrong falls into; of what they leave out, it stands. */
      parts?: readonly RecordPart[];
    }>
  /** `also`: further records that the same message mends. */
  | Readonly<{ act: "correct"; target: Target; set: Change; also?: readonly Amendment[] }>
  | Readonly<{ act: "undo"; target: Target; redo: boolean }>
  | Readonly<{ act: "query"; query: Query }>
  | Readonly<{ act: "export"; wants: Export }>
  | Readonly<{ act: "text"; key: ProseKey; text: string }>
  | Readonly<{ act: "help"; topic: string | null }>
  | Readonly<{ act: "ignore"; why: string }>;

/** A message and its circumstances. Nothing else enters: no clock, no ledger. */
export type Hearing = Readonly<{
  text: string;
  /** Moment it was said, ISO with offset; days are Shanghai days. */
  now: string;
  vocabulary: Vocabulary;
}>;

/** Compiled once per office from its catalogue, synonyms, sections and people. */
export type Vocabulary = Readonly<{
  catalogue: import("@gongkai/schema").Catalogue;
  /** Every word and the section key it names. */
  sections: ReadonlyMap<string, string>;
  people: ReadonlySet<string>;
  /** Whether the office's name tells what kind of body it is; else a bureau without its town may be the speaker's own. */
  ownNameKnown: boolean;
  /** The lexicon the parser looks words up in; its shape is the utterance room's own business. */
  lexicon: import("./lexicon.ts").Lexicon;
}>;

/** How a message reads as the answer to a pending question. */
export type Answer =
  /** Slots of the draft are settled; `rest` is what else the message reported (公众号，另外处罚1件). */
  | Readonly<{ kind: "answers"; draft: Draft; rest: Meaning | null }>
  /** 取消、算了、不记了 */
  | Readonly<{ kind: "drops" }>
  /** 是、对、好 / 不是、不对: for read-back cards. */
  | Readonly<{ kind: "yes" }>
  | Readonly<{ kind: "no"; rest: Meaning | null }>
  /** Not an answer: read it as a message of its own. */
  | Readonly<{ kind: "other" }>;
